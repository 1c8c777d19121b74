import type { PolicyLibrary } from "../../corpus/library.js";
import type { Scores } from "../../retrieval/likeness.js";
import type { AnswererDeps } from "../deps.js";
import type { Layer } from "../words/match.js";
import { joined, ranksAmong } from "./among.js";
import type { Candidate } from "./candidates.js";
import { type Asked, type Features, featuresOf, layersOf, rowOf } from "./features.js";
import { type Field, toField } from "./field.js";
import { createLearned } from "./learned.js";
import { Nearness } from "./nearness.js";
import { promiseOf, promiseSigns } from "./promise.js";
import { type JudgedReading, judgeReadings } from "./reading.js";
import weights from "./weights.json" with { type: "json" };

export interface ScoredCandidate extends Candidate {
  readonly features: Features;
  readonly score: number;
  /** What the cross-encoder says of it. */
  readonly reading: Scores;
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
  const promising = mostPromising(library, candidates, { asked, field, isKept });
  const layers = promising.map((one) => one.layers);
  const passages = promising.map(({ candidate }) => candidate.text);
  const nearness = new Nearness(likeness, asked, passages, layers);
  const readings = judgeReadings(likeness, asked.text, layers);
  const features = promising.map(({ candidate }, at) => {
    const reading = (readings[at] as JudgedReading).signs;
    const compared = { layers: layers[at] ?? [], field, nearness, reading };
    return featuresOf(library, candidate, compared, asked);
  });
  const rows = features.map(rowOf);
  const ranks = ranksAmong(rows);
  const scored = promising.map(({ candidate }, at) => ({
    ...candidate,
    features: features[at] as Features,
    score: rank(joined(rows[at] ?? [], ranks[at] ?? [])),
    reading: (readings[at] as JudgedReading).scores,
  }));
  return scored.sort((a, b) => b.score - a.score || b.retrieval - a.retrieval);
}

/** At most so many candidates are looked at closely, which costs most of an answer's time, */
const CLOSELY = 32;
/** at least so many, */
const AT_LEAST = 8;
/** and else those that promise at most so much less than the best: 16 on the average over laws, 12 over the district's documents. */
const BEHIND = 6;

interface Promising {
  readonly candidate: Candidate;
  readonly layers: readonly Layer[];
  readonly promise: number;
}

/** The candidates that may be right, most promising first. */
function mostPromising(
  library: PolicyLibrary,
  candidates: readonly Candidate[],
  { asked, field, isKept }: { asked: Asked; field: Field; isKept: (candidate: Candidate) => boolean },
): readonly Promising[] {
  const all = candidates
    .map((candidate) => {
      const layers = layersOf(library, candidate);
      return { candidate, layers, promise: promiseOf(promiseSigns(candidate, layers, field.bestLexical, asked)) };
    })
    .sort((a, b) => b.promise - a.promise);
  const least = (all[0]?.promise ?? 0) - BEHIND;
  return all.filter(
    ({ candidate, promise }, at) => at < AT_LEAST || (at < CLOSELY && promise >= least) || isKept(candidate),
  );
}

/** A difference of 1 is a factor of e in likelihood. */
const rank = createLearned(weights.ranking);
