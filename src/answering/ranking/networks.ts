/** A small network as training/fit_ranking.py writes it: inputs → tanh → one number. `hidden` is row by row. */
export interface NetworkWeights {
  readonly hidden: readonly number[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
  readonly shift: number;
}

/** The mean of a few networks over the same inputs, of which they read the first ones and may leave the rest. */
export function createEnsemble(weights: readonly NetworkWeights[]): (inputs: Float64Array) => number {
  const networks = weights.map(({ hidden, bias, output, shift }) => ({
    hidden: Float64Array.from(hidden),
    bias: Float64Array.from(bias),
    output: Float64Array.from(output),
    shift,
  }));
  const [{ hidden, bias } = { hidden: [], bias: [0] }] = weights;
  const width = hidden.length / bias.length;
  return (inputs) => {
    const present = placesOf(inputs.subarray(0, width));
    let sum = 0;
    for (const network of networks) sum += outputOf(network, inputs, width, present);
    return sum / networks.length;
  };
}

interface Network {
  readonly hidden: Float64Array;
  readonly bias: Float64Array;
  readonly output: Float64Array;
  readonly shift: number;
}

/** Most signs are absent from most passages: the places of those that are not. */
function placesOf(inputs: Float64Array): Uint16Array {
  const places = new Uint16Array(inputs.length);
  let count = 0;
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) places[count++] = i;
  return places.subarray(0, count);
}

/** The hot loop of judging candidates: plain indexing, no calls but the one that is needed. */
function outputOf(
  { hidden, bias, output, shift }: Network,
  inputs: Float64Array,
  width: number,
  present: Uint16Array,
): number {
  let sum = shift;
  for (let unit = 0, row = 0; unit < bias.length; unit++, row += width) {
    let z = bias[unit] as number;
    for (let at = 0; at < present.length; at++) {
      const i = present[at] as number;
      z += (inputs[i] as number) * (hidden[row + i] as number);
    }
    sum += (output[unit] as number) * Math.tanh(z);
  }
  return sum;
}
