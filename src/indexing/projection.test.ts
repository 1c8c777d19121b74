import { expect, it } from "vitest";
import { ExactVectors } from "./exact-vectors.js";
import { ProjectedVectors } from "./projected-vectors.js";
import { fitProjection, project, projectAll } from "./projection.js";

/** Vectors of length 6 of which nothing stands in three directions. */
const values = Float32Array.from([
  ...[0.6, 0, 0.8, 0, 0, 0],
  ...[0, 0, 1, 0, 0, 0],
  ...[0, 0, 0, 0, 1, 0],
  ...[0.8, 0, 0, 0, 0.6, 0],
  ...[0.48, 0, 0.64, 0, 0.6, 0],
]);
const projection = fitProjection(values, 6, 4);

it("keeps inner products where nothing stands in the directions that are left out", () => {
  const short = projectAll(projection, values);
  const productOf = (vectors: Float32Array, length: number, a: number, b: number): number =>
    Array.from({ length }, (_, d) => (vectors[a * length + d] ?? 0) * (vectors[b * length + d] ?? 0)).reduce(
      (x, y) => x + y,
    );
  for (let a = 0; a < 5; a++) {
    for (let b = 0; b < 5; b++) expect(productOf(short, 4, a, b)).toBeCloseTo(productOf(values, 6, a, b), 4);
  }
  expect([...project(projection, values.subarray(6, 12))].slice(0, 3)).toEqual([...short.subarray(4, 7)]);
});

it("gives rows their length back in their last value, and questions nothing", () => {
  const { directions } = projection;
  const narrow = { from: 6, to: 2, directions: directions.slice(0, 6) };
  const rows = projectAll(narrow, values);
  for (let row = 0; row < 5; row++) {
    const [kept = 0, left = 0] = rows.subarray(2 * row, 2 * row + 2);
    expect(kept ** 2 + left ** 2).toBeCloseTo(1, 5);
  }
  expect(Math.max(...rows)).toBeGreaterThan(0.5);
  expect(project(narrow, values.subarray(0, 6))[1]).toBe(0);
});

it("has directions of length 1 at right angles", () => {
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      const at = (row: number, d: number): number => projection.directions[row * 6 + d] ?? 0;
      const product = [0, 1, 2, 3, 4, 5].reduce((sum, d) => sum + at(a, d) * at(b, d), 0);
      expect(product).toBeCloseTo(a === b ? 1 : 0, 4);
    }
  }
});

it("is the same for the same vectors", () => {
  expect(fitProjection(values, 6, 4)).toEqual(projection);
});

it("is searched by whole vectors, which come back where nothing was left out", () => {
  const vectors = new ProjectedVectors(new ExactVectors(projectAll(projection, values), 4), projection);
  const found = vectors.search(values.subarray(24, 30), 2);
  expect(found.map(({ row }) => row)).toEqual([4, 0]);
  expect(found[0]?.score).toBeCloseTo(1, 4);
  expect(found[1]?.score).toBeCloseTo(0.8, 4);
  for (const [d, value] of vectors.vectorAt(3).entries()) expect(value).toBeCloseTo(values[18 + d] ?? Number.NaN, 4);
});
