import { RANKING_FEATURES, type RankingFeature, type RankingWeights } from "../embedding/ranking-weights.js";
import type { Ranked } from "./first-stage.js";

/** What the reranker knows of a candidate. */
export type RankingFeatures = Readonly<Record<RankingFeature, number>>;

/** How fast a place further down the list stops speaking for its neighbours from the same document. */
const SUPPORT_FALL = 12;
const SUPPORT_FLOOR = 0.1;

/** The features of the best of the first stage, best first; `sims` are their MaxSims, `fits` those of `createDocumentFit`. One a candidate. */
export function rankingFeatures(
  ranked: readonly Ranked[],
  sims: Float32Array,
  fits: readonly number[],
): RankingFeatures[] {
  const supports = supportOf(ranked);
  return ranked.map(({ candidate, kind, local }, at) => ({
    dense: candidate.dense,
    bigrams: candidate.bigrams,
    maxsim: sims[at] ?? 0,
    length: Math.log1p(candidate.pieces.pieces.length),
    support: supports[at] ?? 0,
    law: Number(kind.isLaw),
    interpretation: Number(kind.isInterpretation),
    local,
    longRow: fits[at] ?? 0,
  }));
}

/** What the other candidates of the same document say for each: ln(0.1 + Σ exp(12 (s − best s))). */
function supportOf(ranked: readonly Ranked[]): number[] {
  const best = ranked[0]?.score ?? 0;
  const nearness = ranked.map(({ score }) => Math.exp(SUPPORT_FALL * (score - best)));
  const sums = new Map<number, number>();
  for (const [at, { candidate }] of ranked.entries()) {
    const { document } = candidate.place;
    sums.set(document, (sums.get(document) ?? 0) + (nearness[at] ?? 0));
  }
  return ranked.map(({ candidate }, at) =>
    Math.log(SUPPORT_FLOOR + Math.max(0, (sums.get(candidate.place.document) ?? 0) - (nearness[at] ?? 0))),
  );
}

/** The score of the second stage. */
export function weigh(features: RankingFeatures, weights: RankingWeights): number {
  return RANKING_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}
