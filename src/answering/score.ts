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

const networks = weights.ranking.map(({ hidden, bias, output }) => ({
  hidden: Float64Array.from(hidden),
  bias: Float64Array.from(bias),
  output: Float64Array.from(output),
}));

/** Mean of a few small networks: features → tanh → score. A difference of 1 is a factor of e in likelihood. */
function rankingScore(features: Features): number {
  const values = Float64Array.from(FEATURES, (name) => features[name]);
  let sum = 0;
  for (const { hidden, bias, output } of networks) {
    for (let unit = 0; unit < bias.length; unit++) {
      let z = bias[unit] as number;
      for (let i = 0; i < values.length; i++) z += (values[i] as number) * (hidden[unit * values.length + i] as number);
      sum += (output[unit] as number) * Math.tanh(z);
    }
  }
  return sum / networks.length;
}
