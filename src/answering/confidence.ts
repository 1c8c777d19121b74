import { FEATURES } from "./features.js";
import type { ScoredCandidate } from "./score.js";
import weights from "./weights.json" with { type: "json" };

/** Below this the answer is withheld: a wrong answer costs an official more than an honest no. */
export const ANSWER_THRESHOLD = 0.5;

/**
 * Probability that the best candidate answers the question, by logistic regression over its features and its lead over
 * the runner-up of another place. Learned on the dev half (see `fit`).
 */
export function confidenceOf(ranked: readonly ScoredCandidate[]): number {
  const [best] = ranked;
  if (!best) return 0;
  const { bias, lead, score, features } = weights.confidence;
  const z = FEATURES.reduce((sum, name) => sum + features[name] * best.features[name], bias);
  return 1 / (1 + Math.exp(-(z + lead * leadOf(ranked) + score * best.score)));
}

/** How far the best candidate's score is ahead of the best one elsewhere, capped at 2. */
export function leadOf(ranked: readonly ScoredCandidate[]): number {
  const [best, ...rest] = ranked;
  if (!best) return 0;
  const isNested = (id: string) => id.startsWith(best.provision.id) || best.provision.id.startsWith(id);
  const other = rest.find(({ provision }) => !isNested(provision.id));
  return Math.min(2, best.score - (other?.score ?? best.score - 2));
}
