/** relu of the weighted sum of a row, the one before and the one after it; `weights` has a row for each of the three. */
export function mix(from: Float32Array, to: Float32Array, count: number, weights: Float32Array): void {
  const dimensions = weights.length / 3;
  for (let at = 0; at < count; at++) {
    const row = at * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const before = at === 0 ? 0 : (from[row - dimensions + d] as number);
      const after = at === count - 1 ? 0 : (from[row + dimensions + d] as number);
      const sum =
        (from[row + d] as number) * (weights[d] as number) +
        before * (weights[dimensions + d] as number) +
        after * (weights[2 * dimensions + d] as number);
      to[row + d] = Math.max(0, sum);
    }
  }
}

/** Adds rows × matrix to rows: `from` has rows of `inner` values, `matrix` inner × outer. */
export function addProduct(
  from: Float32Array,
  matrix: Float32Array,
  to: Float32Array,
  inner: number,
  outer: number,
): void {
  for (let row = 0; row * inner < from.length; row++) {
    for (let i = 0; i < inner; i++) {
      const value = from[row * inner + i] as number;
      if (value === 0) continue;
      for (let o = 0; o < outer; o++) {
        to[row * outer + o] = (to[row * outer + o] as number) + value * (matrix[i * outer + o] as number);
      }
    }
  }
}

/** Euclidean length. */
export function lengthOf(row: Float32Array): number {
  let squares = 0;
  for (const value of row) squares += value * value;
  return Math.sqrt(squares);
}

/** In place, so that the first `count` values sum to 1. */
export function softmax(values: Float32Array, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) most = Math.max(most, values[at] as number);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    values[at] = Math.exp((values[at] as number) - most);
    sum += values[at] as number;
  }
  for (let at = 0; at < count; at++) values[at] = (values[at] as number) / sum;
}
