import { describe, expect, it } from "vitest";
import { fuseByRank, fuseByStandardScore } from "./fusion.js";

const list = (...entries: [id: string, score: number][]) => entries.map(([id, score]) => ({ id, score }));

describe("fuseByRank", () => {
  it("adds the reciprocals of the ranks", () => {
    const fused = fuseByRank([list(["a", 9], ["b", 8]), list(["b", 0.9], ["c", 0.1])]);
    expect(fused.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(fused[0]?.score).toBeCloseTo(1 / 62 + 1 / 61, 12);
    expect(fused[1]?.score).toBeCloseTo(1 / 61, 12);
    expect(fused[2]?.score).toBeCloseTo(1 / 62, 12);
  });

  it("takes 0 as a k like any other", () => {
    expect(fuseByRank([list(["a", 1], ["b", 0])], 0)).toEqual(list(["a", 1], ["b", 0.5]));
  });

  it("keeps two ids apart whatever their scores", () => {
    expect(fuseByRank([list(["规定#art_30", 1], ["办法#art_30", 1])])).toHaveLength(2);
  });

  it("has nothing to fuse in empty lists", () => {
    expect(fuseByRank([[], []])).toEqual([]);
  });
});

describe("fuseByStandardScore", () => {
  it("adds weighted standard scores", () => {
    // 4, 2, 0 → mean 2, deviation √(8/3); 1, 0 → mean 0.5, deviation 0.5.
    const fused = fuseByStandardScore([
      { list: list(["a", 4], ["b", 2], ["c", 0]), weight: 1 },
      { list: list(["b", 1], ["a", 0]), weight: 0.5 },
    ]);
    const unit = Math.sqrt(8 / 3);
    expect(fused.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(fused[0]?.score).toBeCloseTo(2 / unit - 0.5, 12);
    expect(fused[1]?.score).toBeCloseTo(0.5, 12);
    // c is not in the second list and gets its lowest standard score, -1.
    expect(fused[2]?.score).toBeCloseTo(-2 / unit - 0.5, 12);
  });

  it("takes a score of 0 as a score and a weight of 0 as none", () => {
    const fused = fuseByStandardScore([
      { list: list(["a", 0], ["b", -1]), weight: 1 },
      { list: list(["b", 5], ["a", 1]), weight: 0 },
    ]);
    expect(fused).toEqual(list(["a", 1], ["b", -1]));
  });

  it("hears nothing from a list whose scores are all equal", () => {
    const fused = fuseByStandardScore([
      { list: list(["a", 3], ["b", 3]), weight: 1 },
      { list: list(["b", 2], ["a", 1]), weight: 1 },
    ]);
    expect(fused).toEqual(list(["b", 1], ["a", -1]));
  });

  it("leaves the order of a single list as it is", () => {
    const only = list(["a", 3], ["b", 2], ["c", 1]);
    const ids = fuseByStandardScore([
      { list: only, weight: 1 },
      { list: [], weight: 1 },
    ]).map(({ id }) => id);
    expect(ids).toEqual(["a", "b", "c"]);
  });
});
