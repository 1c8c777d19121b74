import { describe, expect, it } from "vitest";
import { DECISION_FEATURES, FEATURES } from "./features.js";
import weights from "./weights.json" with { type: "json" };

describe("the learned weights", () => {
  it("were learned for the features that the program computes, in their order", () => {
    expect(weights.features).toEqual([...FEATURES]);
    expect(Object.keys(weights.answerable.features)).toEqual([...DECISION_FEATURES]);
    for (const { hidden, bias, output } of weights.ranking) {
      expect(hidden).toHaveLength(bias.length * FEATURES.length);
      expect(output).toHaveLength(bias.length);
    }
  });
});
