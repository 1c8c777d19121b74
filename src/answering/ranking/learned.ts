import { createEnsemble, type NetworkWeights } from "./networks.js";
import { createTrees, type TreesWeights } from "./trees.js";

/** What was learned of one question: networks over its first inputs, trees over all of them. */
export interface LearnedWeights {
  readonly networks: readonly NetworkWeights[];
  readonly trees: TreesWeights;
}

/** The mean of the networks and the sum of the trees: each kind errs where the other does not. */
export function createLearned({ networks, trees }: LearnedWeights): (inputs: Float64Array) => number {
  const ensemble = createEnsemble(networks);
  const boosted = createTrees(trees);
  return (inputs) => ensemble(inputs) + boosted(inputs);
}
