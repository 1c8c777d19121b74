import { joined, ranksAmong } from "./among.js";
import type { Candidate } from "./candidates.js";
import { comparable } from "./comparable.js";
import type { AnswererDeps } from "./compose.js";
import { type Asked, type Features, featuresOf, layersOf, rowOf } from "./features.js";
import { toField } from "./field.js";
import { createLearned } from "./learned.js";
import { coverTerms, weightedCover } from "./match.js";
import { Nearness } from "./nearness.js";
import { type JudgedReading, judgeReadings } from "./reading.js";
import type { Term } from "./terms.js";
import weights from "./weights.json" with { type: "json" };

export interface ScoredCandidate extends Candidate {
  readonly features: Features;
  readonly score: number;
}

/**
 * Scores candidates for a question, best first, by what was learned on training questions (training/fit_ranking.py): from their signs and
 * from how each sign stands among the candidates. Of many the most promising are scored, and those that are to be kept.
 */
export function scoreCandidates(
  { library, likeness }: Pick<AnswererDeps, "library" | "likeness">,
  candidates: readonly Candidate[],
  asked: Asked,
  isKept: (candidate: Candidate) => boolean = () => false,
): ScoredCandidate[] {
  const field = toField(candidates);
  const promising = mostPromising(candidates, asked.terms, isKept);
  const layers = promising.map((candidate) => layersOf(library, candidate));
  const passages = promising.map(({ text }) => text);
  const nearness = new Nearness(likeness, asked, passages, layers);
  const readings = judgeReadings(likeness, asked.text, layers);
  const features = promising.map((candidate, at) => {
    const compared = { layers: layers[at] ?? [], field, nearness, reading: readings[at] as JudgedReading };
    return featuresOf(library, candidate, compared, asked);
  });
  const rows = features.map(rowOf);
  const ranks = ranksAmong(rows);
  const scored = promising.map((candidate, at) => ({
    ...candidate,
    features: features[at] as Features,
    score: rank(joined(rows[at] ?? [], ranks[at] ?? [])),
  }));
  return scored.sort((a, b) => b.score - a.score || b.retrieval - a.retrieval);
}

/** At most so many candidates are looked at closely, which costs most of an answer's time, */
const CLOSELY = 24;
/** at least so many, */
const AT_LEAST = 6;
/** and else those that promise at most so much less than the best: of 5,462 right ones 21 promise less, and nine of 24 are spared. */
const BEHIND = 0.75;

/** The candidates by retrieval and by how much of the question their own words cover, best first. */
function mostPromising(
  candidates: readonly Candidate[],
  terms: readonly Term[],
  isKept: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  if (candidates.length <= AT_LEAST) return candidates;
  const promises = candidates
    .map((candidate) => {
      const own = [{ text: comparable(candidate.text), factor: 1 }];
      return { candidate, promise: 0.6 * candidate.retrieval + weightedCover(terms, coverTerms(terms, own)) };
    })
    .sort((a, b) => b.promise - a.promise);
  const least = (promises[0]?.promise ?? 0) - BEHIND;
  const isPromising = (promise: number, at: number): boolean => at < AT_LEAST || (at < CLOSELY && promise >= least);
  return promises
    .filter(({ candidate, promise }, at) => isPromising(promise, at) || isKept(candidate))
    .map(({ candidate }) => candidate);
}

/** A difference of 1 is a factor of e in likelihood. */
const rank = createLearned(weights.ranking);
