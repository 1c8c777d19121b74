import type { Line } from "./lines.js";
import { parseMark } from "./marks.js";
import { endsLikeTitle, isBare, isDateLine, isNumberLine } from "./phrases.js";
import { isRow } from "./tables.js";

const LONGEST = 6;
const SHORTEST_TITLE = 8;
/** Lines between a title and the first number below it. */
const LONGEST_OPENING = 40;

/** What stands before the line asked about. */
export interface TitleSetting {
  /** Signature and date, or the note that the text is public. */
  readonly afterNotice: boolean;
  /** A numbered place. */
  readonly numbered: boolean;
}

/**
 * How many lines from `i` are the title of a text that a notice issues; 0 where none begins. A title stands after the
 * signature of the notice, or on its own right before the first numbered place.
 */
export function titleLength(raw: string, lines: readonly Line[], i: number, before: TitleSetting): number {
  const block = bareLines(raw, lines, i);
  if (!before.afterNotice && before.numbered) return beginsAnew(lines, i, block) ? block : 0;
  const length = before.afterNotice ? cutAtTitle(lines, i, block) : standsAlone(lines, i, block) ? block : 0;
  return lines[i + length] ? length : 0;
}

/** Lines from `i` that follow each other without a gap and have nothing of a sentence. */
export function bareLines(raw: string, lines: readonly Line[], i: number): number {
  let length = 0;
  for (; length < LONGEST; length++) {
    const line = lines[i + length];
    if (!line || (length > 0 && (isGap(line) || opensParagraph(lines, i + length)))) break;
    if (!isBare(line.text, 45) || isDateLine(line.text) || isNumberLine(line.text)) break;
    if (parseMark(line.text) || isRow(raw, lines, i + length) || /^附\s?[件表录图]?/.test(line.text)) break;
  }
  return length;
}

/** A blank line; where the setting of the page tells the paragraphs, only a page begins so. */
function isGap({ gapBefore, opens }: Line): boolean {
  return gapBefore && opens === undefined;
}

/** By the setting of the page: a paragraph of several lines begins here, and has more than a title holds. */
function opensParagraph(lines: readonly Line[], i: number): boolean {
  if (lines[i]?.opens !== true) return false;
  let text = lines[i]?.text ?? "";
  let end = i + 1;
  for (; lines[end]?.opens === false; end++) text += lines[end]?.text;
  return end > i + 1 && !isBare(text, 45);
}

/** Where the lines run on into the text without a gap, the title ends with the last line that ends like one. */
function cutAtTitle(lines: readonly Line[], i: number, block: number): number {
  const next = lines[i + block];
  if (!next || next.gapBefore || parseMark(next.text)) return block;
  for (let length = block; length > 0; length--) {
    if (endsLikeTitle(lines[i + length - 1]?.text ?? "")) return length;
  }
  return 0;
}

function standsAlone(lines: readonly Line[], i: number, block: number): boolean {
  const first = lines[i];
  const next = lines[i + block];
  if (block === 0 || !first?.gapBefore || !next?.gapBefore) return false;
  const mark = parseMark(next.text);
  const opens = mark?.value === 1 && mark.kind !== "bracket" && mark.kind !== "dot";
  return opens && endsLikeTitle(lines[i + block - 1]?.text ?? "");
}

/** A title in the middle of a text, by the setting of the page: the numbers after it begin with one again. */
function beginsAnew(lines: readonly Line[], i: number, block: number): boolean {
  const title = lines.slice(i, i + block);
  const apart = title.length > 0 && title.every(({ opens }) => opens === true) && lines[i + block]?.opens === true;
  const last = title.at(-1)?.text ?? "";
  if (!apart || !endsLikeTitle(last) || title.map(({ text }) => text).join("").length < SHORTEST_TITLE) return false;
  const first = lines.slice(i + block, i + block + LONGEST_OPENING).find(({ text }) => parseMark(text) !== null);
  const mark = first && parseMark(first.text);
  return mark?.value === 1 && (mark.kind === "comma" || mark.kind === "article" || mark.kind === "chapter");
}

/**
 * Whether a second printing is the title again or its end. Law collections print a title as heading and once more above
 * the text, in broken lines of which only the last may look like a title; that one names no other text.
 */
export function repeatsTitle(title: string, again: string): boolean {
  return lettersOf(title).endsWith(lettersOf(again));
}

function lettersOf(title: string): string {
  return title.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}
