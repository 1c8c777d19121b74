/** Boosted regression trees as training/fit_ranking.py writes them: the nodes of all trees in one row, each tree in preorder. */
export interface TreesWeights {
  /** Where each tree begins. */
  readonly roots: readonly number[];
  /** The input that a node looks at; -1 for a leaf. */
  readonly input: readonly number[];
  /** An input up to this goes on with the next node, a larger one with `other`; for a leaf what the tree says. */
  readonly value: readonly number[];
  /** 0 for a leaf. */
  readonly other: readonly number[];
}

/** The sum of what trees say of the same inputs. */
export function createTrees({ roots, input, value, other }: TreesWeights): (inputs: Float64Array) => number {
  const starts = Int32Array.from(roots);
  const looksAt = Int16Array.from(input);
  const values = Float64Array.from(value);
  const others = Int32Array.from(other);
  return (inputs) => {
    let sum = 0;
    for (let tree = 0; tree < starts.length; tree++) {
      let node = starts[tree] as number;
      for (let at = looksAt[node] as number; at >= 0; at = looksAt[node] as number)
        node = (inputs[at] as number) <= (values[node] as number) ? node + 1 : (others[node] as number);
      sum += values[node] as number;
    }
    return sum;
  };
}
