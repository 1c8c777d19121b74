import { expect, it } from "vitest";
import { ExactVectors } from "./exact-vectors.js";
import { GraphedVectors } from "./graphed-vectors.js";

const exact = new ExactVectors(Float32Array.from([1, 0, 0, 1]), 2);
/** The same rows, so that it shows which of the two was searched: scores are a little low. */
const fast = new ExactVectors(Float32Array.from([0.5, 0, 0, 0.5]), 2);
const question = Float32Array.from([1, 0]);

it("compares every row until it has been warmed up, and searches the faster index from then on", async () => {
  let loads = 0;
  const vectors = new GraphedVectors(exact, async () => {
    loads++;
    return fast;
  });
  expect(vectors.search(question, 1)).toEqual([{ row: 0, score: 1 }]);
  expect(loads).toBe(0);
  await Promise.all([vectors.warmUp(), vectors.warmUp()]);
  expect(vectors.search(question, 1)).toEqual([{ row: 0, score: 0.5 }]);
  expect(vectors.vectorAt(1)).toEqual(Float32Array.from([0, 1]));
  expect(loads).toBe(1);
});

it("says what kept it from loading, and answers all the same", async () => {
  const vectors = new GraphedVectors(exact, async () => {
    throw new Error("no memory left");
  });
  await expect(vectors.warmUp()).rejects.toThrow("no memory left");
  expect(vectors.search(question, 1, (row) => row === 1)).toEqual([{ row: 1, score: 0 }]);
});
