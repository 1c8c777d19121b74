import type { Line } from "./lines.js";
import { parseMark } from "./marks.js";
import { endsLikeTitle, isContentsHeading, isDateLine, isNumberLine } from "./phrases.js";
import { bareLines, repeatsTitle } from "./titles.js";

/** The lines of one document of a file. */
export interface DocumentLines {
  readonly title: readonly Line[];
  /** Its number in a compilation (`2.` before the title), which is no part of the title. */
  readonly listed: boolean;
  readonly body: readonly Line[];
}

export interface Division {
  readonly cover: readonly Line[];
  readonly contents: readonly Line[];
  readonly documents: readonly DocumentLines[];
}

interface Head {
  /** Indexes of lines: title from `start` to `body`. */
  readonly start: number;
  readonly body: number;
  readonly listed: boolean;
  /** Running number in a compilation, 0 without one. */
  readonly entry: number;
}

/** Divides the lines of a file into its documents: each begins with a title block, mostly with its 文号 below. */
export function divide(raw: string, lines: readonly Line[]): Division {
  const heads = findHeads(raw, lines);
  const first = heads[0]?.start ?? lines.length;
  const contents = lines.findIndex((line, i) => i < first && isContentsHeading(line.text));
  if (heads.length === 0 || printsItsTitleAgain(lines, heads))
    return { cover: [], contents: [], documents: [single(raw, lines)] };
  const split = contents < 0 ? first : contents;
  const documents = heads.map((head, i) => ({
    title: lines.slice(head.start, head.body),
    listed: head.listed,
    body: lines.slice(head.body, heads[i + 1]?.start ?? lines.length),
  }));
  return { cover: lines.slice(0, split), contents: lines.slice(split, first), documents };
}

/** One document below a heading, which says its title in full. */
function printsItsTitleAgain(lines: readonly Line[], heads: readonly Head[]): boolean {
  const [heading] = lines;
  const [only, ...others] = heads;
  if (heading?.depth !== 1 || !only || only.start === 0 || others.length > 0) return false;
  const printed = lines.slice(only.start, only.body).map(({ text }) => text);
  return repeatsTitle(heading.text, printed.join(""));
}

function findHeads(raw: string, lines: readonly Line[]): Head[] {
  const heads: Head[] = [];
  let entry = 1;
  for (let i = 0; i < lines.length; i++) {
    const listed = listedHead(lines, i, entry);
    const head = listed ?? titledHead(raw, lines, i, heads.at(-1)?.body ?? 0);
    if (!head) continue;
    if (listed) entry = listed.entry + 1;
    heads.push(head);
    i = Math.max(i, head.body - 1);
  }
  return heads;
}

/** A 文号 with a title right above it. */
function titledHead(raw: string, lines: readonly Line[], i: number, floor: number): Head | null {
  if (!isNumberLine(lines[i]?.text ?? "")) return null;
  for (let start = Math.max(floor, i - LONGEST_TITLE); start < i; start++) {
    const whole = start === 0 || lines[start]?.gapBefore || closesText(lines[start - 1]);
    if (whole && start + bareLines(raw, lines, start) === i) return { start, body: i, listed: false, entry: 0 };
  }
  return null;
}

function closesText(line: Line | undefined): boolean {
  return line !== undefined && (isDateLine(line.text) || /[。）)]$/.test(line.text));
}

const LONGEST_TITLE = 6;
/** In lines, which may be pieces of lines. */
const LONGEST_ENTRY = 10;
/** Entries that may be missing, or printed in a way of their own, before one that is recognised again. */
const LARGEST_SKIP = 4;
const DATED = /[（(]\s?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月[^（）()]*[）)]$/;

/** An entry of a compilation: its running number, the title, the date in brackets. */
function listedHead(lines: readonly Line[], i: number, entry: number): Head | null {
  const mark = parseMark(lines[i]?.text ?? "");
  if (mark?.kind !== "dot" || mark.value < entry || mark.value > entry + LARGEST_SKIP) return null;
  let title = "";
  for (let length = 1; length <= LONGEST_ENTRY; length++) {
    const text = lines[i + length - 1]?.text ?? "";
    title += text;
    if (/[。；;：:]|\.{4}/.test(title) || isDateLine(text) || (length > 1 && parseMark(text)?.kind === "dot"))
      return null;
    const leader = /^\.{4}/.test(lines[i + length]?.text ?? "");
    if (DATED.test(title)) return leader ? null : { start: i, body: i + length, listed: true, entry: mark.value };
  }
  return null;
}

/** A file with one document: its title is the Markdown heading or the lines at the top that look like one. */
function single(raw: string, lines: readonly Line[]): DocumentLines {
  const block = (lines[0]?.depth ?? 0) === 1 ? 1 : bareLines(raw, lines, 0);
  const titled = (lines[0]?.depth ?? 0) === 1 || endsLikeTitle(lines[block - 1]?.text ?? "");
  const length = titled && lines.length > block ? block : 0;
  return { title: lines.slice(0, length), listed: false, body: lines.slice(length) };
}
