import { describe, expect, it } from "vitest";
import { createEnsemble } from "./networks.js";

describe("createEnsemble", () => {
  it("computes tanh units, their weighted sum and the mean of the networks", () => {
    const one = { hidden: [1, 2, 0, -1], bias: [0, 1], output: [2, 3], shift: 0.5 };
    const other = { hidden: [0, 0], bias: [0.25], output: [4], shift: 0 };
    const first = 2 * Math.tanh(0.5 + 2 * 0.25) + 3 * Math.tanh(1 - 0.25) + 0.5;
    const second = 4 * Math.tanh(0.25);
    expect(createEnsemble([one, other])(Float64Array.of(0.5, 0.25))).toBeCloseTo((first + second) / 2, 12);
  });

  it("reads the inputs that it has weights for and leaves the rest", () => {
    const network = { hidden: [1], bias: [0], output: [2], shift: 0 };
    expect(createEnsemble([network])(Float64Array.of(0.5, 7))).toBeCloseTo(2 * Math.tanh(0.5), 12);
  });
});
