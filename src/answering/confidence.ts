import { isNested } from "./candidates.js";
import { FEATURES } from "./features.js";
import { createEnsemble } from "./networks.js";
import type { ScoredCandidate } from "./score.js";
import weights from "./weights.json" with { type: "json" };

const answerable = createEnsemble(weights.answerable);
const right = createEnsemble(weights.confidence);

/**
 * Whether the corpus answers the question at all, judged by its best candidate. The threshold is set by cross-validation:
 * a wrong answer costs an official more than an honest no, but a needless no costs trust too.
 */
export function isAnswerable(ranked: readonly ScoredCandidate[]): boolean {
  return probability(answerable, ranked) >= weights.threshold;
}

/** Probability that the best candidate is the right place, calibrated on training questions (training/fit_ranking.py). */
export function confidenceOf(ranked: readonly ScoredCandidate[]): number {
  return probability(right, ranked);
}

function probability(logit: (inputs: Float64Array) => number, ranked: readonly ScoredCandidate[]): number {
  const [best] = ranked;
  if (!best) return 0;
  const inputs = [leadOf(ranked), ...FEATURES.map((name) => best.features[name])];
  return 1 / (1 + Math.exp(-logit(Float64Array.from(inputs))));
}

/** How far the best candidate's score is ahead of the best one elsewhere, capped at 2. */
export function leadOf(ranked: readonly ScoredCandidate[]): number {
  const [best, ...rest] = ranked;
  if (!best) return 0;
  const other = rest.find(({ provision }) => !isNested(provision.id, best.provision.id));
  return Math.min(2, best.score - (other?.score ?? best.score - 2));
}
