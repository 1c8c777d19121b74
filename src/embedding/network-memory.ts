import { PASSAGE_PIECES, QUESTION_PIECES } from "./passage-windows.js";

const PAGE_BYTES = 65_536;
export const BYTES = 4;
export const QUAD = 4;
export const upTo = (count: number, step: number): number => Math.ceil(count / step) * step;

/** Values of a comparison, filled up to fours. */
export const widthOf = (dimensions: number): number => upTo(2 * dimensions + 2, QUAD);

/** Values that are pooled of a window, filled up to fours. */
export const pooledWidthOf = (dimensions: number, compared: number): number =>
  upTo(2 * compared + dimensions + 2, QUAD);

/** What lies in the memory, and how many values it has there. */
const sizesOf = (dimensions: number, compared: number, hidden: number) => ({
  attending: QUESTION_PIECES * dimensions,
  units: QUESTION_PIECES * dimensions,
  passage: 3 * PASSAGE_PIECES * dimensions,
  attention: QUESTION_PIECES * PASSAGE_PIECES,
  cosines: QUESTION_PIECES * PASSAGE_PIECES,
  met: QUESTION_PIECES * dimensions,
  differences: QUESTION_PIECES * widthOf(dimensions),
  compareRows: upTo(compared, QUAD) * widthOf(dimensions),
  comparisons: QUESTION_PIECES * upTo(compared, QUAD),
  // Matrices, a row for each value that comes out.
  questionOutRows: dimensions * dimensions,
  attentionRows: dimensions * dimensions,
  compareQuestionRows: upTo(compared, QUAD) * dimensions,
  shapeRows: dimensions * dimensions,
  poolRows: upTo(hidden, QUAD) * pooledWidthOf(dimensions, compared),
  input: QUESTION_PIECES * pooledWidthOf(dimensions, compared),
  output: QUESTION_PIECES * upTo(Math.max(dimensions, compared, hidden), QUAD),
});
/** The regions of the memory by name. */
export type Views = Record<keyof ReturnType<typeof sizesOf>, Float32Array>;

/** Lays a matrix out, inner × `outer`, a row for each value that comes out, each filled up with zeros to the width that there is room for. */
export function asRows(matrix: Float32Array, outer: number, rows: Float32Array): void {
  const inner = matrix.length / outer;
  const width = rows.length / upTo(outer, QUAD);
  for (let from = 0; from < inner; from++)
    for (let to = 0; to < outer; to++) rows[to * width + from] = matrix[from * outer + to] as number;
}

/** A memory with room for all of it, and its regions. */
export function layOut(
  dimensions: number,
  compared: number,
  hidden: number,
): { memory: WebAssembly.Memory; at: Views } {
  const sizes = sizesOf(dimensions, compared, hidden);
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((total * BYTES) / PAGE_BYTES) });
  let end = 0;
  const at = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => {
      end += size;
      return [name, new Float32Array(memory.buffer, (end - size) * BYTES, size)];
    }),
  ) as Views;
  return { memory, at };
}
