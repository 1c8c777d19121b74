import type { Line } from "./lines.js";
import { isLeader, LONG, type Piece, toPiece, UNFINISHED, UNFINISHED_PROSE } from "./piece.js";

/**
 * Reads where paragraphs begin from the setting of the page. A text copied from a page set in full lines comes in pieces:
 * a line of the page is cut wherever its spacing changes (after a comma, before a bracket), so that neither a line's end
 * nor a full stop tells a new paragraph. The width does: only the last line of a paragraph stays short of the margin,
 * and the first is indented. Of all ways to put the pieces into lines and paragraphs, the least odd one is taken.
 * Returns the lines with `opens` set; as they are where the source is not set in full lines.
 */
export function withOpenings(lines: readonly Line[]): readonly Line[] {
  const pieces = lines.map(toPiece);
  const measure = measureOf(pieces.filter((_, i) => !isLeader(lines[i]?.text ?? "")).map(({ width }) => width));
  if (measure === null) return lines;
  const openings = traceOpenings(pieces, { measure, cut: costOfCut(pieces, measure) });
  return lines.map((line, i) => ({ ...line, opens: openings[i] ?? true }));
}

const FEWEST_FULL = 20;

/** The width that full lines have, at which hardly any is longer; null where too few lines come near it. */
function measureOf(widths: readonly number[]): number | null {
  const sorted = [...widths].sort((a, b) => a - b);
  const measure = Math.round(sorted[Math.floor(sorted.length * 0.98)] ?? 0);
  const long = sorted.filter((width) => width >= LONG).length;
  const full = sorted.filter((width) => width > measure - 3.5 && width <= measure + OVERHANG).length;
  return measure > LONG && full >= FEWEST_FULL && full >= long * 0.3 ? measure : null;
}

/** How the page is set. */
interface Page {
  /** Width of a full line, in ems. */
  readonly measure: number;
  /** How odd a cut at a sign is. */
  readonly cut: number;
}

/** Where lines are cut at all, many are short of the margin and end with a comma. */
function costOfCut(pieces: readonly Piece[], measure: number): number {
  const cut = pieces.filter(({ width, end }) => end === "pause" && width < measure - 4).length;
  return cut >= pieces.length * 0.05 ? 1 : 6;
}

/** A way to set the pieces up to one of them: how far the line at its end is filled, and how odd the way is. */
interface Setting {
  readonly column: number;
  /** Cuts in that line; each may hide a sign that the press narrowed. */
  readonly cuts: number;
  /** The paragraph has sentences. */
  readonly prose: boolean;
  readonly cost: number;
  readonly opens: boolean;
  readonly before: Setting | null;
}

const OVERHANG = 0.8;
const NARROWED = 0.6;
const INDENT = 2;
/** Ways this much odder than the best are not followed. */
const BEAM = 25;
const ODDEST_SLACK = 10;

function traceOpenings(pieces: readonly Piece[], page: Page): boolean[] {
  let settings: Setting[] = [{ column: 0, cuts: 0, prose: false, cost: 0, opens: true, before: null }];
  let previous: Piece | null = null;
  for (const piece of pieces) {
    const best = new Map<number, Setting>();
    for (const before of settings) {
      for (const next of waysOn(before, previous, piece, page)) {
        const key = next.column * 1000 + next.cuts * 2 + Number(next.prose);
        if (next.cost < (best.get(key)?.cost ?? Number.POSITIVE_INFINITY)) best.set(key, next);
      }
    }
    const least = Math.min(...[...best.values()].map(({ cost }) => cost));
    settings = [...best.values()].filter(({ cost }) => cost <= least + BEAM);
    previous = piece;
  }
  const openings: boolean[] = [];
  let last = settings.sort((a, b) => a.cost - b.cost)[0] ?? null;
  for (; last?.before; last = last.before) openings.push(last.opens);
  return openings.reverse();
}

/** Costs are logarithms of how seldom a page is set so; they were read off pages, and only their order matters. */
function waysOn(before: Setting, previous: Piece | null, piece: Piece, { measure, cut }: Page): Setting[] {
  const { width } = piece;
  const to = (column: number, cost: number, opens = false): Setting => {
    const prose = piece.prose || (before.prose && !opens);
    return { column, cuts: 0, prose, cost: before.cost + cost, opens, before };
  };
  const opening = openingCost(before, previous, piece);
  const indent = piece.spaced ? 0 : INDENT;
  const ways: Setting[] = [to(indent + width, opening + (indent + width > measure + OVERHANG ? 3 : 0), true)];
  // The space after a number may have been lost.
  if (piece.marked) ways.push(to(indent + 1 + width, opening + 0.5, true));
  if (!previous || previous.apart || piece.apart) return ways;
  const inside = piece.spaced ? 8 : piece.marked ? 5 : piece.labelled ? 3 : 0;
  const cuts = before.cuts + 1;
  const together = before.column + width;
  if (together <= measure + roomOf(cuts)) ways.push({ ...to(together, inside + cutCost(previous, piece, cut)), cuts });
  ways.push(to(width, inside + slackCost(measure - before.column, before.cuts, piece)));
  return ways;
}

/** How far beyond the measure the widths of a line may add up. */
function roomOf(cuts: number): number {
  return OVERHANG + Math.min(cuts, 5) * NARROWED;
}

function openingCost(before: Setting, previous: Piece | null, piece: Piece): number {
  if (!previous || previous.apart) return 0;
  if (piece.clings) return 20;
  const end = (before.prose ? UNFINISHED_PROSE : UNFINISHED)[previous.end];
  if (piece.apart || piece.spaced) return Math.max(end, 0);
  return piece.marked ? Math.min(Math.max(end, 0) / 2, 4) : (piece.labelled ? 1.5 : 3.5) + end;
}

/** A line of the page is cut at a sign and between letters set wide (附 则), hardly ever within a word. */
function cutCost(previous: Piece, piece: Piece, cut: number): number {
  if (previous.end === "colon") return cut + 2;
  const atSign = previous.end !== "word" && previous.end !== "title";
  const wide = previous.width <= 1 || piece.width <= 1;
  return atSign || wide || piece.opensBracket || piece.clings ? cut : 8;
}

/** A line that goes on below is full, but for the sign or the word that the next would have had to begin with. */
function slackCost(slack: number, cuts: number, piece: Piece): number {
  const odd = Math.max(0, -slack - roomOf(cuts), slack - piece.unbroken - 0.5);
  return Math.min(odd <= 1 ? 2 * odd : 3 * odd, ODDEST_SLACK) + (slack < -OVERHANG ? 1 : 0) + (piece.clings ? 6 : 0);
}
