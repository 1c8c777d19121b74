import { describe, expect, it } from "vitest";
import { fitLogistic, fitRanking } from "./fit.js";

const options = { ridge: 1e-4, steps: 500, rate: 0.5 };

describe("fitRanking", () => {
  it("weighs the feature that tells right from wrong and leaves the one that does not at 0", () => {
    const example = {
      candidates: [
        { features: [1, 0.5], right: true },
        { features: [0, 0.5], right: false },
        { features: [0.2, 0.5], right: false },
      ],
    };
    const [telling, idle] = fitRanking([example], 2, options);
    expect(telling).toBeGreaterThan(2);
    expect(idle).toBeCloseTo(0, 6);
  });

  it("learns nothing from a question whose candidates are all wrong", () => {
    expect(fitRanking([{ candidates: [{ features: [1], right: false }] }], 1, options)).toEqual([0]);
  });
});

describe("fitLogistic", () => {
  it("finds the log odds of a constant", () => {
    const examples = [true, true, true, false].map((label) => ({ features: [0], label }));
    const [bias] = fitLogistic(examples, 1, { ...options, steps: 5_000 });
    expect(bias).toBeCloseTo(Math.log(3), 2);
  });

  it("rises with a feature that goes with being right", () => {
    const examples = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ features: [value], label: value > 0.5 }));
    const [, weight] = fitLogistic(examples, 1, options);
    expect(weight).toBeGreaterThan(1);
  });
});
