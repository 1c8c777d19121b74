import { type Content, type Range, spanOf, trimRange } from "./content.js";
import type { Furniture, Line } from "./lines.js";

/** A table as printed: its rows in order, the header first where it has one. */
export interface Table {
  readonly header: readonly Content[] | null;
  readonly rows: readonly (readonly Content[])[];
}

/** The cells of a line that is a table row (cells parted by tabs or by bars); null for any other line. */
function rowCells(raw: string, line: Line): Range[] | null {
  const text = raw.slice(line.range.start, line.range.end);
  if (/^\s*\|.*\|\s*$/.test(text)) return cut(raw, line.range, "|");
  return /\S\s*\t\s*\S/.test(text) ? cut(raw, line.range, "\t") : null;
}

/** Whether line `i` belongs to a table: by its bars, or by a neighbour with as many tabbed cells. One stray tab makes no table. */
export function isRow(raw: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  const cells = line && rowCells(raw, line);
  if (!line || !cells) return false;
  if (raw.slice(line.range.start, line.range.end).trimStart().startsWith("|")) return true;
  return [lines[i - 1], lines[i + 1]].some((other) => other && rowCells(raw, other)?.length === cells.length);
}

/** The marks of a row: its bars, or the whole line that parts header and body (|---|---|). */
export function rowMarks(raw: string, line: Line): Furniture[] {
  const text = raw.slice(line.range.start, line.range.end);
  if (isRule(text)) {
    const rule = trimRange(raw, line.range);
    return rule ? [{ ...rule, kind: "table_mark" }] : [];
  }
  if (!/^\s*\|/.test(text)) return [];
  const start = line.range.start;
  return [...text.matchAll(/\|/g)].map((m) => ({
    start: start + m.index,
    end: start + m.index + 1,
    kind: "table_mark",
  }));
}

/** Puts the rows of a table together. The first row is its header unless it counts or gives figures itself. */
export function toTable(raw: string, lines: readonly Line[]): Table {
  const printed = lines.filter((line) => !isRule(raw.slice(line.range.start, line.range.end)));
  const rows = printed.map((line) => (rowCells(raw, line) ?? []).map(toContent)).filter((cells) => cells.length > 0);
  const [first, ...rest] = rows;
  const headed = first !== undefined && rest.length > 0 && !first.some((cell) => isFigure(raw, cell));
  return headed ? { header: first, rows: rest } : { header: null, rows };
}

function isRule(text: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(text);
}

function isFigure(raw: string, cell: Content): boolean {
  const { start, end } = spanOf(cell);
  return /^[\d.,%]+$/.test(raw.slice(start, end));
}

function toContent(range: Range): Content {
  return [{ ranges: [range], ownLine: false }];
}

function cut(raw: string, range: Range, separator: string): Range[] {
  const cells: Range[] = [];
  for (let start = range.start; start <= range.end; ) {
    const found = raw.indexOf(separator, start);
    const end = found < 0 || found > range.end ? range.end : found;
    const cell = trimRange(raw, { start, end });
    if (cell) cells.push(cell);
    start = end + 1;
  }
  return cells;
}
