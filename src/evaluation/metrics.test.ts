import { describe, expect, it } from "vitest";
import { mean, ndcgAt, percentile, recallAt, reciprocalRankAt, refusalFigures, share } from "./metrics.js";

describe("ranking figures", () => {
  // Ranks:         1  2  3  4  5; three are relevant in all, one of them was not retrieved.
  const gains = [0, 1, 0, 1, 0];
  const ideal = [1, 1, 1];

  it("counts the relevant in the first k over all relevant", () => {
    expect(recallAt(gains, 3, 1)).toBe(0);
    expect(recallAt(gains, 3, 2)).toBeCloseTo(1 / 3, 12);
    expect(recallAt(gains, 3, 5)).toBeCloseTo(2 / 3, 12);
    expect(recallAt(gains, 3, 100)).toBeCloseTo(2 / 3, 12);
    expect(recallAt([], 0, 10)).toBe(0);
  });

  it("takes the reciprocal of the first relevant rank, 0 beyond the cut", () => {
    expect(reciprocalRankAt(gains, 10)).toBe(0.5);
    expect(reciprocalRankAt(gains, 1)).toBe(0);
    expect(reciprocalRankAt([...Array(10).fill(0), 1], 10)).toBe(0);
  });

  it("discounts by log2(rank + 1) and divides by the best order", () => {
    // DCG = 1/log2(3) + 1/log2(5) = 0.63093 + 0.43068; ideal = 1 + 0.63093 + 0.5
    expect(ndcgAt(gains, ideal, 10)).toBeCloseTo(1.061606 / 2.13093, 5);
    expect(ndcgAt([1], [1], 10)).toBe(1);
    expect(ndcgAt([0], [], 10)).toBe(0);
  });

  it("takes the grade itself as gain, as trec_eval does", () => {
    // DCG = 1 + 2/log2(3) = 2.26186; ideal = 2 + 1/log2(3) = 2.63093
    expect(ndcgAt([1, 2], [1, 2], 10)).toBeCloseTo(2.26186 / 2.63093, 5);
  });

  it("cuts the ideal at k too", () => {
    expect(ndcgAt([1], [1, 1, 1], 1)).toBe(1);
  });
});

describe("means and percentiles", () => {
  it("gives null, not 0, for nothing", () => {
    expect([mean([]), share([]), percentile([], 50)]).toEqual([null, null, null]);
  });

  it("takes the nearest rank", () => {
    const values = [50, 15, 20, 35, 40];
    expect([5, 30, 40, 50, 100].map((p) => percentile(values, p))).toEqual([15, 20, 20, 35, 50]);
    expect(percentile([7], 99)).toBe(7);
  });
});

describe("refusalFigures", () => {
  it("tells right refusals from false ones", () => {
    // 3 refused of which 2 have no answer; 4 without an answer of which 2 refused; 6 with an answer of which 1 refused.
    const outcomes = [
      ...[true, true, false, false].map((refused) => ({ answerable: false, refused })),
      ...[true, false, false, false, false, false].map((refused) => ({ answerable: true, refused })),
    ];
    const figures = refusalFigures(outcomes);
    expect(figures.precision).toBeCloseTo(2 / 3, 12);
    expect(figures.recall).toBe(0.5);
    expect(figures.falseRefusalRate).toBeCloseTo(1 / 6, 12);
  });

  it("has no precision where nothing was refused", () => {
    expect(refusalFigures([{ answerable: true, refused: false }])).toEqual({
      precision: null,
      recall: null,
      falseRefusalRate: 0,
    });
  });
});
