import { type Content, contentText, printedLength, splitContent } from "./content.js";
import type { Line } from "./lines.js";
import { type Mark, type MarkKind, markNumber, parseMark } from "./marks.js";
import { parseNumeral } from "./numerals.js";
import { isBare, isClosingFormula } from "./phrases.js";
import type { ProvisionLevel } from "./provision.js";
import type { Block } from "./reflow.js";
import { type Table, toTable } from "./tables.js";

export type OutlineItem =
  | ParagraphItem
  | { readonly type: "node"; readonly node: OutlineNode }
  | { readonly type: "table"; readonly table: Table };

export interface ParagraphItem {
  readonly type: "paragraph";
  readonly content: Content;
  /** Ends with a colon: what follows is its list. */
  readonly leads: boolean;
}

/** A numbered place with what stands below it, in source order. */
export interface OutlineNode {
  readonly level: ProvisionLevel;
  readonly rank: number;
  readonly number: string;
  readonly division: boolean;
  readonly num: Content | null;
  /** A heading that stands on its own; it becomes the place's text where nothing follows it. */
  readonly heading: Content | null;
  readonly items: OutlineItem[];
}

/** A notice, or a text that it issues. */
export interface Part {
  readonly title: Content | null;
  /** Number of the annex, where 附件 is printed. */
  readonly annex: { readonly number: string; readonly num: Content | null } | null;
  readonly preface: Content[];
  readonly items: OutlineItem[];
  readonly closing: Content[];
}

const RANKS: Readonly<Record<MarkKind, number>> = {
  book: 0,
  subbook: 1,
  chapter: 2,
  division: 3,
  comma: 4,
  article: 5,
  bracket: 7,
  dot: 8,
  digitBracket: 9,
};
/** 一、 as a list inside an article. */
const NESTED_COMMA = 6;
const ANNEX =
  /^附\s?(?:件|录|表|图)?\s?([0-9一二三四五六七八九十]{0,3})\s?(?:[:：]\s?|$|(?<=[0-9一二三四五六七八九十])\s)/;

/** Builds the parts of one document from its blocks, with a stack of the places that are open. */
export function parseOutline(raw: string, blocks: readonly Block[]): Part[] {
  const outline = new Outline(raw);
  blocks.forEach((block, i) => {
    outline.add(block, blocks[i + 1]);
  });
  outline.end();
  return outline.parts;
}

class Outline {
  readonly parts: Part[] = [];
  readonly #raw: string;
  readonly #stack: OutlineNode[] = [];
  #signed = false;

  constructor(raw: string) {
    this.#raw = raw;
    this.#openPart(null, null);
  }

  add(block: Block, next: Block | undefined): void {
    if (block.role === "title") this.#addTitle(block.content);
    else if (block.role === "row") this.#addTable(block.lines);
    else if (block.role === "closing") this.#addClosing(block.content);
    else if (block.role !== "release_note") this.#addText(block, next);
  }

  get #part(): Part {
    const part = this.parts.at(-1);
    if (!part) throw new RangeError("An outline has at least one part.");
    return part;
  }

  #openPart(title: Content | null, annex: Part["annex"]): void {
    this.parts.push({ title, annex, preface: [], items: [], closing: [] });
    this.#stack.length = 0;
    this.#signed = false;
  }

  /** The title of an annex follows the line that says 附件. */
  #addTitle(title: Content): void {
    const part = this.#part;
    const waiting = part.annex !== null && part.title === null && part.preface.length + part.items.length === 0;
    if (waiting) this.parts.pop();
    this.#openPart(title, waiting ? part.annex : null);
  }

  #addTable(lines: readonly Line[]): void {
    if (this.#part.closing.length > 0) this.#openPart(null, null);
    const items = this.#stack.at(-1)?.items ?? this.#part.items;
    items.push({ type: "table", table: toTable(this.#raw, lines) });
  }

  /** A text without a signature may still close with its formula. */
  end(): void {
    if (this.#stack.every((node) => node.level !== "article")) this.#closeFormula();
  }

  /** Signature and date; a closing formula right before them belongs with them. */
  #addClosing(content: Content): void {
    this.#closeFormula();
    this.#part.closing.push(content);
    this.#stack.length = 0;
    this.#signed = true;
  }

  #closeFormula(): void {
    const items = this.#stack.at(-1)?.items;
    const last = items?.at(-1);
    if (!items || items.length < 2 || last?.type !== "paragraph" || !this.#isFormula(last.content)) return;
    items.pop();
    this.#part.closing.push(last.content);
  }

  #isFormula(content: Content): boolean {
    return isClosingFormula(contentText(this.#raw, content));
  }

  #addText(block: Block, next: Block | undefined): void {
    if (this.#addAnnex(block, next)) return;
    const listed = block.mark?.kind === "dot" && this.#part.closing.length > 0 && !this.#signed;
    if (block.mark && !listed) this.#addPlace(block, block.mark);
    else this.#addParagraph(block.content);
  }

  /** 附件 opens an annex, unless the line only names what is attached. */
  #addAnnex(block: Block, next: Block | undefined): boolean {
    const match = block.mark ? null : ANNEX.exec(block.text);
    const name = match ? block.text.slice(match[0].length) : "";
    if (!match || !isBare(name, 60)) return false;
    if (name !== "" && isAttachmentNote(name, next)) {
      this.#stack.length = 0;
      this.#part.closing.push(block.content);
      return true;
    }
    const [num, title] = splitContent(this.#raw, block.content, printedLength(match[0]));
    const count = this.parts.filter((part) => part.annex).length + 1;
    this.#openPart(title, { number: String(parseNumeral(match[1] ?? "") ?? count), num });
    return true;
  }

  #addParagraph(content: Content): void {
    const article = this.#stack.findIndex((node) => node.level === "article");
    // In a law an unnumbered paragraph is the article's next 款, even after its 项.
    if (article >= 0) this.#stack.length = article + 1;
    const top = this.#stack.at(-1);
    if (top) top.items.push(toItem(this.#raw, content));
    else if (this.#part.closing.length > 0 || this.#part.items.length > 0) this.#part.closing.push(content);
    else this.#part.preface.push(content);
  }

  #addPlace(block: Block, mark: Mark): void {
    if (this.#part.closing.length > 0) this.#openPart(null, null);
    const rank = this.#rankOf(mark, (block.lines[0]?.depth ?? 0) > 0);
    while ((this.#stack.at(-1)?.rank ?? -1) >= rank) this.#stack.pop();
    const node = this.#toNode(block, mark, rank);
    const items = this.#stack.at(-1)?.items ?? this.#part.items;
    items.push({ type: "node", node });
    this.#stack.push(node);
  }

  #rankOf(mark: Mark, headed: boolean): number {
    const article = this.#stack.find((node) => node.level === "article");
    if (mark.kind !== "comma" || !article || headed) return RANKS[mark.kind];
    const list = this.#stack.find((node) => node.rank === NESTED_COMMA);
    const last = article.items.at(-1);
    const introduced = last?.type === "paragraph" && last.leads;
    const goesOn = list ? Number(list.number) + 1 === mark.value : mark.value === 1 && introduced;
    return goesOn ? NESTED_COMMA : RANKS.comma;
  }

  #toNode(block: Block, mark: Mark, rank: number): OutlineNode {
    const [num, rest] = splitContent(this.#raw, block.content, printedLength(mark.printed));
    const inArticle = this.#stack.some((node) => node.level === "article");
    const text = rest === null ? "" : contentText(this.#raw, rest);
    const headed = rest !== null && isHeading(mark, text, inArticle || mark.kind === "article");
    const items: OutlineItem[] = rest && !headed ? [toItem(this.#raw, rest)] : [];
    const level = levelOf(mark.kind, inArticle);
    const node = { level, rank, number: markNumber(mark), division: mark.kind === "division", num, items };
    return { ...node, heading: headed ? rest : null };
  }
}

/** A list of attachments (附件：1.…), or a name that nothing of its own follows. */
function isAttachmentNote(name: string, next: Block | undefined): boolean {
  if (parseMark(name) !== null || next === undefined || next.text === name) return true;
  return next.role === "closing" || next.role === "title" || next.role === "release_note" || ANNEX.test(next.text);
}

function toItem(raw: string, content: Content): ParagraphItem {
  return { type: "paragraph", content, leads: /[:：]$/.test(contentText(raw, content)) };
}

function isHeading(mark: Mark, text: string, inArticle: boolean): boolean {
  if (RANKS[mark.kind] < RANKS.comma) return true;
  return !inArticle && isBare(text, 45);
}

function levelOf(kind: MarkKind, inArticle: boolean): ProvisionLevel {
  switch (kind) {
    case "book":
    case "subbook":
      return "book";
    case "chapter":
      return "chapter";
    case "division":
    case "comma":
      return "section";
    case "article":
      return "article";
    case "bracket":
      return inArticle ? "point" : "subsection";
    case "dot":
      return inArticle ? "indent" : "clause";
    case "digitBracket":
      return "subclause";
  }
}
