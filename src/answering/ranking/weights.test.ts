import { describe, expect, it } from "vitest";
import { FEATURES } from "./features.js";
import weights from "./weights.json" with { type: "json" };

describe("the learned weights", () => {
  it("were learned for the features that the program computes, in their order", () => {
    expect(weights.features).toEqual([...FEATURES]);
  });

  it.each([
    ["ranking", weights.ranking, FEATURES.length, 2 * FEATURES.length],
    ["answerable", weights.answerable, FEATURES.length + 2, 5 * FEATURES.length + 5],
    ["subject", weights.subject, FEATURES.length + 2, 5 * FEATURES.length + 5],
    ["confidence", weights.confidence, FEATURES.length + 2, 5 * FEATURES.length + 5],
  ])("%s has a weight for every input of every unit, and trees over inputs that there are", (_, learned, width, all) => {
    const { networks, trees } = learned;
    expect(networks.length).toBeGreaterThan(0);
    for (const { hidden, bias, output } of networks) {
      expect(hidden).toHaveLength(bias.length * width);
      expect(output).toHaveLength(bias.length);
    }
    expect(trees.roots.length).toBeGreaterThan(0);
    expect(Math.max(...trees.input)).toBeLessThan(all);
    expect(trees.value).toHaveLength(trees.input.length);
    expect(trees.other).toHaveLength(trees.input.length);
  });
});
