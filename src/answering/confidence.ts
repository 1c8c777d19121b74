import { isNested } from "./candidates.js";
import { DECISION_FEATURES, type FeatureName } from "./features.js";
import type { ScoredCandidate } from "./score.js";
import weights from "./weights.json" with { type: "json" };

/** A logistic model over the features of the best candidate and its lead. */
interface LogisticModel {
  readonly bias: number;
  readonly lead: number;
  readonly features: Readonly<Partial<Record<FeatureName, number>>>;
}

/**
 * Whether the corpus answers the question at all, judged by its best candidate. The threshold is set by cross-validation:
 * a wrong answer costs an official more than an honest no, but a needless no costs trust too.
 */
export function isAnswerable(ranked: readonly ScoredCandidate[]): boolean {
  return probability(weights.answerable, ranked) >= weights.threshold;
}

/** Probability that the best candidate is the right place, calibrated on training questions (training/fit_ranking.py). */
export function confidenceOf(ranked: readonly ScoredCandidate[]): number {
  return probability(weights.confidence, ranked);
}

function probability({ bias, lead, features }: LogisticModel, ranked: readonly ScoredCandidate[]): number {
  const [best] = ranked;
  if (!best) return 0;
  const z = DECISION_FEATURES.reduce(
    (sum, name) => sum + (features[name] ?? 0) * best.features[name],
    bias + lead * leadOf(ranked),
  );
  return 1 / (1 + Math.exp(-z));
}

/** How far the best candidate's score is ahead of the best one elsewhere, capped at 2. */
export function leadOf(ranked: readonly ScoredCandidate[]): number {
  const [best, ...rest] = ranked;
  if (!best) return 0;
  const other = rest.find(({ provision }) => !isNested(provision.id, best.provision.id));
  return Math.min(2, best.score - (other?.score ?? best.score - 2));
}
