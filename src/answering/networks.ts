/** A small network as training/fit_ranking.py writes it: inputs → tanh → one number. `hidden` is row by row. */
export interface NetworkWeights {
  readonly hidden: readonly number[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
  readonly shift: number;
}

/** The mean of a few networks over the same inputs. */
export function createEnsemble(weights: readonly NetworkWeights[]): (inputs: Float64Array) => number {
  const networks = weights.map(({ hidden, bias, output, shift }) => ({
    hidden: Float64Array.from(hidden),
    bias: Float64Array.from(bias),
    output: Float64Array.from(output),
    shift,
  }));
  return (inputs) => {
    let sum = 0;
    for (const { hidden, bias, output, shift } of networks) {
      sum += shift;
      for (let unit = 0; unit < bias.length; unit++) {
        let z = bias[unit] as number;
        for (let i = 0; i < inputs.length; i++)
          z += (inputs[i] as number) * (hidden[unit * inputs.length + i] as number);
        sum += (output[unit] as number) * Math.tanh(z);
      }
    }
    return sum / networks.length;
  };
}
