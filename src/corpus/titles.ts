import type { Line } from "./lines.js";
import { parseMark } from "./marks.js";
import { endsLikeTitle, isBare, isDateLine, isNumberLine } from "./phrases.js";
import { isRow } from "./tables.js";

const LONGEST = 6;

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
  if (!before.afterNotice && before.numbered) return 0;
  const block = bareLines(raw, lines, i);
  const length = before.afterNotice ? cutAtTitle(lines, i, block) : standsAlone(lines, i, block) ? block : 0;
  return lines[i + length] ? length : 0;
}

/** Lines from `i` that follow each other without a gap and have nothing of a sentence. */
export function bareLines(raw: string, lines: readonly Line[], i: number): number {
  let length = 0;
  for (; length < LONGEST; length++) {
    const line = lines[i + length];
    if (!line || (length > 0 && line.gapBefore)) break;
    if (!isBare(line.text, 45) || isDateLine(line.text) || isNumberLine(line.text)) break;
    if (parseMark(line.text) || isRow(raw, lines, i + length) || /^附\s?[件表录图]?/.test(line.text)) break;
  }
  return length;
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
