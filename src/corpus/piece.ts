import type { Line } from "./lines.js";
import { parseMark } from "./marks.js";
import { endsLikeTitle, isClosingFormula, isDateLine, isFinished, isNumberLine } from "./phrases.js";

/** Ems of a line that is no short one. */
export const LONG = 20;

/** A line of the source as the press left it: a line of the page, or a piece of one. */
export interface Piece {
  /** In ems. */
  readonly width: number;
  /** Stands apart whatever the widths say: a heading of the markup, a 文号, a date, a whole formula. */
  readonly apart: boolean;
  /** A blank line stands before it. */
  readonly spaced: boolean;
  /** Begins with a number or with 附件, or is a formula that closes a text. */
  readonly marked: boolean;
  /** Begins with what it is about: 责任单位：市财政局. */
  readonly labelled: boolean;
  /** Has sentences. */
  readonly prose: boolean;
  /** Begins with a sign that no line begins with. */
  readonly clings: boolean;
  readonly opensBracket: boolean;
  /** Width of what stands at its beginning and is never broken: an address, a figure, a word in Latin letters. */
  readonly unbroken: number;
  readonly end: keyof typeof UNFINISHED;
}

/** How odd a paragraph is that ends so. */
export const UNFINISHED = { sentence: 0, colon: -1.5, title: 0.5, remark: 1, word: 1.5, pause: 8, mark: 8 } as const;
/** And one that ends so after whole sentences. */
export const UNFINISHED_PROSE = { ...UNFINISHED, title: 10, word: 10, pause: 12 } as const;

export function toPiece(line: Line): Piece {
  const { text } = line;
  const width = widthOf(text);
  const mark = parseMark(text);
  const formula = isClosingFormula(text);
  const marked = mark !== null || /^附\s?[件表录]/.test(text) || formula;
  const article = mark?.kind === "article" && width >= LONG;
  return {
    width,
    apart: line.depth > 0 || line.listed || standsApart(text) || (formula && isFinished(text)),
    spaced: line.gapBefore && !line.pageBefore,
    marked,
    labelled: /^\p{Script=Han}{2,6}[:：]./u.test(text),
    prose: article || (marked ? /[。；]/ : /[，。；]/).test(text),
    clings: /^[，。、；：！？）〕】》”’,.;:!?)\]]/.test(text),
    opensBracket: /^[（〔【《“‘(]/.test(text),
    unbroken: widthOf(/^[（〔【《“‘(]*[!-~]*/.exec(text)?.[0] ?? ""),
    end: mark?.rest === "" ? "mark" : endOf(text),
  };
}

function standsApart(text: string): boolean {
  return isDateLine(text) || isNumberLine(text) || isLeader(text);
}

function endOf(text: string): Piece["end"] {
  if (/[:：]$/.test(text)) return "colon";
  if (isFinished(text)) return "sentence";
  if (/[）)〕】\]］]$/.test(text)) return "remark";
  if (/[，、,》”’]$/.test(text)) return "pause";
  return endsLikeTitle(text) ? "title" : "word";
}

/** Leads the eye to a page number: a list of contents, whose lines are longer by their dots. */
export function isLeader(text: string): boolean {
  return /\.{4}\s?\d*$/.test(text);
}

/** Width in ems: a Chinese character is one, a Latin letter or figure a half, a space between the two a quarter. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char === " " ? 0.25 : char < "\u0300" ? 0.5 : 1;
  return width;
}
