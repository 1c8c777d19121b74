import type { PolicyLibrary } from "../corpus/library.js";
import type { Candidate } from "./candidates.js";
import { type Asked, FEATURES, type Features, featuresOf, toField } from "./features.js";
import weights from "./weights.json" with { type: "json" };

export interface ScoredCandidate extends Candidate {
  readonly features: Features;
  readonly score: number;
}

/** Scores candidates for a question, best first, by a linear model learned on the dev half (see `fit`). */
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

function rankingScore(features: Features): number {
  return FEATURES.reduce((sum, name) => sum + weights.ranking[name] * features[name], 0);
}
