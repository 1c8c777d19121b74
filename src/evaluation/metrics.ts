/**
 * Ranking and answer figures as pure functions. `gains` is the relevance at each rank, best rank first; 0 is not
 * relevant. `ideal` is the relevance of everything judged relevant, in any order. Definitions are trec_eval's.
 */

/** Share of the relevant that stands in the first k, 0 to 1; 0 when nothing is relevant. */
export function recallAt(gains: readonly number[], relevantCount: number, k: number): number {
  if (relevantCount === 0) return 0;
  return gains.slice(0, k).filter((gain) => gain > 0).length / relevantCount;
}

/** 1 / rank of the first relevant within the first k, else 0. */
export function reciprocalRankAt(gains: readonly number[], k: number): number {
  const position = gains.slice(0, k).findIndex((gain) => gain > 0);
  return position === -1 ? 0 : 1 / (position + 1);
}

/** Gain over log2(rank + 1), divided by that of the best order there is (trec_eval's ndcg_cut), 0 to 1. */
export function ndcgAt(gains: readonly number[], ideal: readonly number[], k: number): number {
  const best = discountedGain(
    ideal.toSorted((a, b) => b - a),
    k,
  );
  return best === 0 ? 0 : discountedGain(gains, k) / best;
}

function discountedGain(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, index) => sum + Math.max(gain, 0) / Math.log2(index + 2), 0);
}

/** Arithmetic mean; null for an empty list, so that "no question" is never read as 0. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of true; null for an empty list. */
export function share(outcomes: readonly boolean[]): number | null {
  return mean(outcomes.map(Number));
}

/** Nearest-rank percentile (p from 0 to 100): the smallest value that p % of the values do not exceed. */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil((p / 100) * sorted.length), 1) - 1] ?? null;
}

export interface RefusalFigures {
  /** Of the refused, the share that has no answer. */
  readonly precision: number | null;
  /** Of those without an answer, the share that was refused. */
  readonly recall: number | null;
  /** Of those with an answer, the share that was refused all the same. */
  readonly falseRefusalRate: number | null;
}

/** Counts refusals against what the corpus can answer. */
export function refusalFigures(
  outcomes: readonly { readonly answerable: boolean; readonly refused: boolean }[],
): RefusalFigures {
  return {
    precision: share(outcomes.filter((o) => o.refused).map((o) => !o.answerable)),
    recall: share(outcomes.filter((o) => !o.answerable).map((o) => o.refused)),
    falseRefusalRate: share(outcomes.filter((o) => o.answerable).map((o) => o.refused)),
  };
}
