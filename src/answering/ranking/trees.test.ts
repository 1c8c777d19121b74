import { describe, expect, it } from "vitest";
import { createTrees } from "./trees.js";

describe("createTrees", () => {
  // Input 0 up to 0.5: 1; above it, input 1 up to 2: 10, above 2: 100. A second tree is one leaf.
  const trees = createTrees({
    roots: [0, 5],
    input: [0, -1, 1, -1, -1, -1],
    value: [0.5, 1, 2, 10, 100, 0.25],
    other: [2, 0, 4, 0, 0, 0],
  });

  it.each([
    [0.5, 9, 1.25],
    [0.6, 2, 10.25],
    [0.6, 2.1, 100.25],
  ])("goes left up to and with the value of a node: %d, %d", (first, second, sum) => {
    expect(trees(Float64Array.of(first, second))).toBe(sum);
  });
});
