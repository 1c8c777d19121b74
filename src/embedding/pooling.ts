/**
 * Adds the token vectors of one text into `sum` and returns how many were added. `hidden` is row-major
 * [text][token][dimension]; only tokens whose mask is 1 count.
 */
export function addTokens(
  hidden: Float32Array,
  mask: BigInt64Array,
  { text, tokens, dimensions }: { text: number; tokens: number; dimensions: number },
  sum: Float32Array,
): number {
  let count = 0;
  for (let token = 0; token < tokens; token++) {
    const at = text * tokens + token;
    if (mask[at] !== 1n) continue;
    count++;
    const start = at * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (hidden[start + d] ?? 0);
  }
  return count;
}

/** Scales to length 1 in place; the zero vector stays zero. */
export function toUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale;
  return vector;
}
