/**
 * Turns vectors of length 1 into shorter ones whose inner products are nearly the same. The last value of a row is the length of
 * what was left out, so that rows have length 1 again and near ones have near neighbours: a graph over them loses a third less of the
 * ten nearest than one over rows of all lengths. The last value of what is searched for is 0, which leaves its products as they are.
 */
export interface Projection {
  /** Length of the vectors that are shortened, and of what they become. */
  readonly from: number;
  readonly to: number;
  /** `to` − 1 directions of length 1, one after the other, at right angles to each other. */
  readonly directions: Float32Array;
}

/** Vectors that the directions are found from; more change nothing. */
const SAMPLE = 8_000;
const ROUNDS = 20;

/**
 * The directions in which vectors (one after the other) spread most: principal components about 0, by orthogonal
 * iteration from a fixed beginning, so that the same vectors give the same projection.
 */
export function fitProjection(values: Float32Array, from: number, to: number): Projection {
  const moments = secondMoments(values, from);
  let directions = beginning((to - 1) * from);
  for (let round = 0; round < ROUNDS; round++) {
    directions = multiply(directions, moments, from);
    orthonormalise(directions, from);
  }
  return { from, to, directions };
}

/** The vector of a question, shortened. */
export function project({ from, to, directions }: Projection, vector: Float32Array): Float32Array {
  return multiply(vector, directions, from, to - 1, to);
}

/** The vectors of rows, one after the other, shortened. */
export function projectAll(projection: Projection, values: Float32Array): Float32Array {
  const { from, to, directions } = projection;
  const rows = multiply(values, directions, from, to - 1, to);
  for (let end = to; end <= rows.length; end += to) {
    let squares = 0;
    for (let at = end - to; at < end - 1; at++) squares += (rows[at] as number) ** 2;
    rows[end - 1] = Math.sqrt(Math.max(0, 1 - squares));
  }
  return rows;
}

/** Values from -1 to 1 without any order, the same each time. */
function beginning(length: number): Float32Array<ArrayBuffer> {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function secondMoments(values: Float32Array, length: number): Float32Array {
  const moments = new Float32Array(length * length);
  const count = values.length / length;
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  for (let row = 0; row < count; row += stride) {
    const vector = values.subarray(row * length, (row + 1) * length);
    for (let i = 0; i < length; i++) {
      const value = vector[i] as number;
      for (let j = 0; j < length; j++)
        moments[i * length + j] = (moments[i * length + j] as number) + value * (vector[j] as number);
    }
  }
  return moments;
}

/**
 * The inner products of each row of one matrix with each of the first `count` rows of another; rows have one length. Those of
 * a row stand `stride` after those of the row before, with 0 between.
 */
function multiply(
  rows: Float32Array,
  others: Float32Array,
  length: number,
  count = length,
  stride = count,
): Float32Array<ArrayBuffer> {
  const size = rows.length / length;
  const products = new Float32Array(size * stride);
  for (let row = 0; row < size; row++) {
    const at = row * length;
    let other = 0;
    for (; other + 4 <= count; other += 4)
      putFour(rows, at, others, other * length, length, products, row * stride + other);
    for (; other < count; other++) {
      products[row * stride + other] = innerProduct(rows, at, others, other * length, length);
    }
  }
  return products;
}

/** Four inner products side by side, so that no addition waits for another's end. Each is that of `innerProduct`, to the bit. */
function putFour(
  a: Float32Array,
  atA: number,
  b: Float32Array,
  atB: number,
  length: number,
  out: Float32Array,
  at: number,
): void {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let d = 0; d < length; d++) {
    const value = a[atA + d] as number;
    first += value * (b[atB + d] as number);
    second += value * (b[atB + length + d] as number);
    third += value * (b[atB + 2 * length + d] as number);
    fourth += value * (b[atB + 3 * length + d] as number);
  }
  out[at] = first;
  out[at + 1] = second;
  out[at + 2] = third;
  out[at + 3] = fourth;
}

function innerProduct(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  let sum = 0;
  for (let d = 0; d < length; d++) sum += (a[atA + d] as number) * (b[atB + d] as number);
  return sum;
}

/** Gram and Schmidt, row after row. */
function orthonormalise(rows: Float32Array, length: number): void {
  const count = rows.length / length;
  for (let row = 0; row < count; row++) {
    for (let before = 0; before < row; before++) {
      const shared = innerProduct(rows, row * length, rows, before * length, length);
      for (let d = 0; d < length; d++) {
        rows[row * length + d] = (rows[row * length + d] as number) - shared * (rows[before * length + d] as number);
      }
    }
    const size = Math.sqrt(innerProduct(rows, row * length, rows, row * length, length));
    if (size === 0) continue;
    for (let d = 0; d < length; d++) rows[row * length + d] = (rows[row * length + d] as number) / size;
  }
}
