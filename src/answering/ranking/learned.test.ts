import { describe, expect, it } from "vitest";
import { createLearned } from "./learned.js";

describe("createLearned", () => {
  it("adds what the trees say of all inputs to what the networks say of the first", () => {
    const network = { hidden: [1], bias: [0], output: [2], shift: 0 };
    const trees = { roots: [0], input: [1, -1, -1], value: [5, 10, 20], other: [2, 0, 0] };
    const learned = createLearned({ networks: [network], trees });
    expect(learned(Float64Array.of(0.5, 5))).toBeCloseTo(2 * Math.tanh(0.5) + 10, 12);
    expect(learned(Float64Array.of(0.5, 6))).toBeCloseTo(2 * Math.tanh(0.5) + 20, 12);
  });
});
