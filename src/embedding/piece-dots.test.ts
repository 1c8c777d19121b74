import { expect, it } from "vitest";
import { PieceDots } from "./piece-dots.js";

const DIMENSIONS = 32;
const COUNT = 300;
const rows = Int8Array.from({ length: COUNT * DIMENSIONS }, (_, at) => ((at * 7_919) % 255) - 127);
const dots = new PieceDots({ dims: [COUNT, DIMENSIONS], data: new Uint8Array(rows.buffer) });

const plainDot = (vector: ArrayLike<number>, row: number): number =>
  Array.from({ length: DIMENSIONS }, (_, d) => (vector[d] ?? 0) * (rows[row * DIMENSIONS + d] ?? 0)).reduce(
    (sum, product) => sum + product,
    0,
  );

it("gives the products that plain arithmetic gives, in more than one batch", () => {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, d) => Math.sin(d + 1));
  const ids = Uint16Array.from({ length: 10_000 }, (_, at) => (at * 31) % COUNT);
  const products = dots.dots(vector, ids);
  // The vector is rounded to 15 bits.
  const worst = Math.max(...Array.from(ids, (id, at) => Math.abs((products[at] ?? 0) - plainDot(vector, id))));
  expect(worst).toBeLessThan(0.1);
  expect(Math.max(...products)).toBeGreaterThan(100);
});

it("is at its limits with the largest values", () => {
  const most = new PieceDots({ dims: [1, 1_024], data: new Uint8Array(new Int8Array(1_024).fill(-127).buffer) });
  expect(most.dots(new Float32Array(1_024).fill(-1), Uint16Array.of(0))[0]).toBeCloseTo(127 * 1_024, 0);
});

it("knows no direction for the zero vector", () => {
  expect([...dots.dots(new Float32Array(DIMENSIONS), Uint16Array.of(0, 1))]).toEqual([0, 0]);
  expect(dots.dots(new Float32Array(DIMENSIONS), new Uint16Array())).toHaveLength(0);
});

it.each([[[300, 31]], [[299, 32]], [[1, 2_048]], [[]]])("refuses a table of %j", (dims) => {
  expect(() => new PieceDots({ dims, data: new Uint8Array(rows.buffer) })).toThrow(RangeError);
});
