import { type Content, contentText, type Range, trimRange } from "./content.js";
import type { FurnitureKind } from "./provision.js";

/** A stretch of the source that is no text of a provision. */
export interface Furniture extends Range {
  readonly kind: FurnitureKind;
}

/** A source line that prints something, without its markup. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** White space folded. */
  readonly text: string;
  readonly content: Content;
  /** The raw stretch between the line's marks; tabs and bars still in it. */
  readonly range: Range;
  /** Markdown heading depth, 0 for none. */
  readonly depth: number;
  readonly listed: boolean;
  /** A blank line (or a page mark) stands before it. */
  readonly gapBefore: boolean;
  /** A page mark stands before it. */
  readonly pageBefore: boolean;
  /** Whether it begins a paragraph by the setting of the page (`withOpenings`); left out where that does not tell. */
  readonly opens?: boolean;
}

export interface LineReading {
  readonly lines: readonly Line[];
  readonly furniture: readonly Furniture[];
}

const COMMENT = /<!--[\s\S]*?-->/g;
const PAGE_MARK = /^\s*(?:#\s*Page\s+\d+\s*:?|[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)\s*$/i;
const HEADING_MARK = /^\s*(#{1,6})(?:\s+|(?=[^#\s]))/;
const LIST_MARK = /^\s*(?:[-*+]|>)\s+/;
const EMPHASIS = /\*\*/g;

/** Reads a source line by line; markup is set aside as furniture, everything else is in a line. */
export function readLines(raw: string): LineReading {
  const furniture: Furniture[] = [...raw.matchAll(COMMENT)].map((m) => furnitureAt("comment", m.index, m[0].length));
  const comments = [...furniture];
  const lines: Line[] = [];
  let gapBefore = true;
  let pageBefore = false;
  let number = 0;
  for (let start = 0; start <= raw.length; ) {
    const newline = raw.indexOf("\n", start);
    const end = newline < 0 ? raw.length : newline;
    number++;
    const marks = furniture.length;
    const line = readLine(raw, { start, end }, { number, gapBefore, pageBefore, comments, furniture });
    if (line) lines.push(line);
    gapBefore = line === null;
    pageBefore = gapBefore && (pageBefore || furniture.slice(marks).some(({ kind }) => kind === "page_mark"));
    start = end + 1;
  }
  return { lines, furniture };
}

interface LineSetting {
  readonly number: number;
  readonly gapBefore: boolean;
  readonly pageBefore: boolean;
  readonly comments: readonly Furniture[];
  readonly furniture: Furniture[];
}

function readLine(raw: string, range: Range, setting: LineSetting): Line | null {
  const { number, gapBefore, pageBefore, comments, furniture } = setting;
  const source = raw.slice(range.start, range.end);
  if (PAGE_MARK.test(source)) {
    const mark = trimRange(raw, range);
    if (mark) furniture.push({ ...mark, kind: "page_mark" });
    return null;
  }
  const heading = HEADING_MARK.exec(source);
  const list = heading ? null : LIST_MARK.exec(source);
  const lead = heading ?? list;
  if (lead) furniture.push(furnitureAt(heading ? "heading_mark" : "list_mark", range.start, lead[0].length));
  const marks = [...source.matchAll(EMPHASIS)].map((m) => furnitureAt("emphasis", range.start + m.index, m[0].length));
  furniture.push(...marks);
  const body = { start: range.start + (lead?.[0].length ?? 0), end: range.end };
  const ranges = subtract(raw, body, [...marks, ...comments.filter((c) => c.start < range.end && c.end > range.start)]);
  if (ranges.length === 0) return null;
  const content: Content = [{ ranges, ownLine: false }];
  const depth = heading?.[1]?.length ?? 0;
  const text = contentText(raw, content);
  return { number, text, content, range: body, depth, listed: list !== null, gapBefore, pageBefore };
}

function furnitureAt(kind: FurnitureKind, start: number, length: number): Furniture {
  return { kind, start, end: start + length };
}

function subtract(raw: string, range: Range, holes: readonly Range[]): Range[] {
  const kept: Range[] = [];
  let start = range.start;
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    const piece = trimRange(raw, { start, end: Math.min(hole.start, range.end) });
    if (piece && hole.start > start) kept.push(piece);
    start = Math.max(start, hole.end);
  }
  const rest = start < range.end ? trimRange(raw, { start, end: range.end }) : null;
  if (rest) kept.push(rest);
  return kept;
}
