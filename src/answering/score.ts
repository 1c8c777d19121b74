import type { PolicyLibrary } from "../corpus/library.js";
import type { Candidate } from "./candidates.js";
import { type Asked, FEATURES, type Features, featuresOf, toField } from "./features.js";
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

/** Mean of a few small networks: features → tanh → score. A difference of 1 is a factor of e in likelihood. */
function rankingScore(features: Features): number {
  const values = FEATURES.map((name) => features[name]);
  const scores = weights.ranking.map(({ hidden, bias, output }) =>
    output.reduce((sum, weight, unit) => {
      const activation = values.reduce(
        (z, value, i) => z + value * (hidden[unit * values.length + i] ?? 0),
        bias[unit] ?? 0,
      );
      return sum + weight * Math.tanh(activation);
    }, 0),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
