import type { PolicyLibrary } from "../corpus/library.js";
import type { Candidate } from "./candidates.js";
import { type Asked, FEATURES, type Features, featuresOf } from "./features.js";
import { toField } from "./field.js";
import { createEnsemble } from "./networks.js";
import weights from "./weights.json" with { type: "json" };

export interface ScoredCandidate extends Candidate {
  readonly features: Features;
  readonly score: number;
}

/** Scores candidates for a question, best first, by networks learned on training questions (training/fit_ranking.py). */
export function scoreCandidates(
  library: PolicyLibrary,
  candidates: readonly Candidate[],
  asked: Asked,
): ScoredCandidate[] {
  const field = toField(candidates);
  const scored = candidates.map((candidate) => {
    const features = featuresOf(library, candidate, field, asked);
    return { ...candidate, features, score: rankingScore(features) };
  });
  return scored.sort((a, b) => b.score - a.score || b.retrieval - a.retrieval);
}

const rank = createEnsemble(weights.ranking);

/** A difference of 1 is a factor of e in likelihood. */
function rankingScore(features: Features): number {
  return rank(Float64Array.from(FEATURES, (name) => features[name]));
}
