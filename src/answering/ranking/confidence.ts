import { isNested } from "../places/place-tree.js";
import { comparable } from "../words/comparable.js";
import { joined, leadsAmong, meanOf, mostOf, rankAmong } from "./among.js";
import { rowOf } from "./features.js";
import { createLearned } from "./learned.js";
import type { ScoredCandidate } from "./score.js";
import { createTellable } from "./tellable.js";
import weights from "./weights.json" with { type: "json" };

const answerable = createLearned(weights.answerable);
const right = createLearned(weights.confidence);
const present = createLearned(weights.subject);
const tellable = createTellable(weights.wordings);

/**
 * Whether the corpus answers the question at all, judged by its best candidate. The threshold is set on dev and calibration questions:
 * a wrong answer costs an official more than an honest no, but a needless no costs trust too.
 */
export function isAnswerable(question: string, ranked: readonly ScoredCandidate[]): boolean {
  return probability(answerable, question, ranked) >= weights.threshold;
}

/** Confidence of what is settled without ranking: references, facts about a document, tables. Of 149 such answers to dev and calibration questions 148 were right. */
export const SETTLED = 0.97;

/** Probability that the best candidate is the right place, calibrated on answers to dev and calibration questions (training/calibrate.py). */
export function confidenceOf(question: string, ranked: readonly ScoredCandidate[]): number {
  const { scale, shift } = weights.calibration;
  return probability((inputs) => scale * right(inputs) + shift, question, ranked);
}

/** Whether the corpus deals with the subject of a question that it does not answer: only the fact is missing. */
export function hasSubject(question: string, ranked: readonly ScoredCandidate[]): boolean {
  return probability(present, question, ranked) >= 0.5;
}

function probability(
  logit: (inputs: Float64Array) => number,
  question: string,
  ranked: readonly ScoredCandidate[],
): number {
  if (ranked.length === 0) return 0;
  // A rule that puts another place first has its own grounds, which nothing here was learned on.
  const inputs =
    known.get(ranked) ??
    decisionInputs(
      question,
      [...ranked].sort((a, b) => b.score - a.score),
    );
  known.set(ranked, inputs);
  return 1 / (1 + Math.exp(-logit(inputs)));
}

/** A question asks several times of the same candidates. */
const known = new WeakMap<readonly ScoredCandidate[], Float64Array>();

/**
 * What of the question's wording the first candidate lacks, its lead and signs, how these stand among all candidates, and what all of them
 * reach. `ranked` is by score.
 */
function decisionInputs(question: string, ranked: readonly ScoredCandidate[]): Float64Array {
  const rows = ranked.map(({ features }) => rowOf(features));
  const [row = new Float64Array()] = rows;
  const [best] = ranked;
  const score = best?.score ?? 0;
  const share = 1 / ranked.reduce((sum, candidate) => sum + Math.exp(candidate.score - score), 0);
  return joined(
    [tellable(question, comparable(best?.text ?? "")), leadOf(ranked)],
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
