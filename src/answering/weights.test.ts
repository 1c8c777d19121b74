import { describe, expect, it } from "vitest";
import { FEATURES } from "./features.js";
import weights from "./weights.json" with { type: "json" };

describe("the learned weights", () => {
  it("were learned for the features that the program computes, in their order", () => {
    expect(weights.features).toEqual([...FEATURES]);
  });

  it.each([
    ["ranking", weights.ranking, FEATURES.length],
    ["answerable", weights.answerable, FEATURES.length + 1],
    ["confidence", weights.confidence, FEATURES.length + 1],
  ])("%s has a weight for every input of every unit", (_, networks, width) => {
    expect(networks.length).toBeGreaterThan(0);
    for (const { hidden, bias, output } of networks) {
      expect(hidden).toHaveLength(bias.length * width);
      expect(output).toHaveLength(bias.length);
    }
  });
});
