import type { ScoredCandidate } from "./score.js";

/** Below this the answer is withheld: a wrong answer costs an official more than an honest no. */
export const ANSWER_THRESHOLD = 0.5;

/**
 * Probability that the best candidate answers the question, by logistic regression over its features and its lead over
 * the runner-up. Fitted on the dev half only, see evals/README.md.
 */
export function confidenceOf(best: ScoredCandidate | undefined, runnerUp: ScoredCandidate | undefined): number {
  if (!best) return 0;
  const { cover, ownCover, missing, retrieval, dense, evidence } = best.features;
  const lead = best.score - (runnerUp?.score ?? 0);
  const z =
    -4 + 5 * cover + 1.5 * ownCover - 4 * missing + 0.5 * retrieval + 2 * dense + 1.5 * (evidence - 0.5) + 0.2 * lead;
  return 1 / (1 + Math.exp(-z));
}
