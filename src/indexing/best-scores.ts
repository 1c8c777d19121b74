import { BestRows } from "./best-rows.js";
import type { Contribution } from "./postings.js";
import type { Neighbour } from "./vector-index.js";

/** Share of all that the terms can add which is left to those that say least. */
const LEFT_SHARE = 0.15;

/**
 * The k rows with the highest sum of contributions above 0, best first, exactly. The terms that say most are added up in
 * full. What the others, common words with long lists, can add at most then tells which rows can still come among the
 * best, and only those get it (Turtle and Flood 1995, MaxScore). `scores` is room for one sum a row, overwritten.
 */
export function bestScores(
  contributions: readonly Contribution[],
  scores: Float32Array,
  k: number,
  accept?: (row: number) => boolean,
): Neighbour[] {
  scores.fill(0);
  const { full, left } = divide(contributions);
  for (const contribution of full) contribution.addToAll(scores);
  const leaders = rank(scores, k, accept);
  if (left.length === 0) return leaders;
  const needed = leaders.length < k ? 0 : (leaders.at(-1)?.score ?? 0) - totalGain(left);
  if (needed <= 0) {
    for (const contribution of left) contribution.addToAll(scores);
    return rank(scores, k, accept);
  }
  const hopeful: number[] = [];
  for (let row = 0; row < scores.length; row++) if ((scores[row] as number) >= needed) hopeful.push(row);
  if (process.env["DBG"]) console.log("hopeful", hopeful.length, "left", left.length, full.length, needed, totalGain(left));
  for (const contribution of left) contribution.addTo(hopeful, scores);
  const best = new BestRows(k);
  for (const row of hopeful) if (!accept || accept(row)) best.offer(row, scores[row] as number);
  return best.toSorted();
}

function divide(contributions: readonly Contribution[]): { full: Contribution[]; left: Contribution[] } {
  const byGain = contributions.toSorted((a, b) => b.gain - a.gain);
  let spare = LEFT_SHARE * totalGain(contributions);
  let end = byGain.length;
  while (end > 0 && spare >= (byGain[end - 1]?.gain ?? 0)) spare -= byGain[--end]?.gain ?? 0;
  return { full: byGain.slice(0, end), left: byGain.slice(end) };
}

function totalGain(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, { gain }) => sum + gain, 0);
}

function rank(scores: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
  const best = new BestRows(k);
  let threshold = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score <= threshold || (accept && !accept(row))) continue;
    best.offer(row, score);
    threshold = Math.max(0, best.threshold);
  }
  return best.toSorted();
}
