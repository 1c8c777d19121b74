import { joined, leadsAmong, meanOf, mostOf, rankAmong } from "./among.js";
import { isNested } from "./candidates.js";
import { rowOf } from "./features.js";
import { createLearned } from "./learned.js";
import type { ScoredCandidate } from "./score.js";
import weights from "./weights.json" with { type: "json" };

const answerable = createLearned(weights.answerable);
const right = createLearned(weights.confidence);

/**
 * Whether the corpus answers the question at all, judged by its best candidate. The threshold is set by cross-validation:
 * a wrong answer costs an official more than an honest no, but a needless no costs trust too.
 */
export function isAnswerable(ranked: readonly ScoredCandidate[]): boolean {
  return probability(answerable, ranked) >= weights.threshold;
}

/** Probability that the best candidate is the right place, calibrated on what is answered of the dev questions (training/calibrate.py). */
export function confidenceOf(ranked: readonly ScoredCandidate[]): number {
  const { scale, shift } = weights.calibration;
  return probability((inputs) => scale * right(inputs) + shift, ranked);
}

function probability(logit: (inputs: Float64Array) => number, ranked: readonly ScoredCandidate[]): number {
  if (ranked.length === 0) return 0;
  // A rule that puts another place first has its own grounds, which nothing here was learned on.
  const inputs = known.get(ranked) ?? decisionInputs([...ranked].sort((a, b) => b.score - a.score));
  known.set(ranked, inputs);
  return 1 / (1 + Math.exp(-logit(inputs)));
}

/** A question asks several times of the same candidates. */
const known = new WeakMap<readonly ScoredCandidate[], Float64Array>();

/** The first candidate's lead and signs, how these stand among all candidates, and what all of them reach. `ranked` is by score. */
function decisionInputs(ranked: readonly ScoredCandidate[]): Float64Array {
  const rows = ranked.map(({ features }) => rowOf(features));
  const [row = new Float64Array()] = rows;
  const score = ranked[0]?.score ?? 0;
  const share = 1 / ranked.reduce((sum, candidate) => sum + Math.exp(candidate.score - score), 0);
  return joined(
    [leadOf(ranked)],
    row,
    leadsAmong(rows, row),
    rankAmong(rows, row),
    [score, share, ranked.length],
    mostOf(rows),
    meanOf(rows),
  );
}

/** How far the best candidate's score is ahead of the best one elsewhere, capped at 2. */
export function leadOf(ranked: readonly ScoredCandidate[]): number {
  const [best, ...rest] = ranked;
  if (!best) return 0;
  const other = rest.find(({ provision }) => !isNested(provision.id, best.provision.id));
  return Math.min(2, best.score - (other?.score ?? best.score - 2));
}
