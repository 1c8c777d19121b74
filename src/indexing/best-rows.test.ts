import { describe, expect, it } from "vitest";
import { BestRows } from "./best-rows.js";

describe("BestRows", () => {
  it("keeps what sorting would keep, of equals the lower row", () => {
    // A fixed linear congruential sequence with many ties.
    let state = 7;
    const scores = Array.from({ length: 500 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % 50;
    });
    const sorted = scores.map((score, row) => ({ row, score })).sort((a, b) => b.score - a.score || a.row - b.row);
    for (const k of [1, 7, 100, 600]) {
      const best = new BestRows(k);
      for (const row of [...scores.keys()].reverse()) best.offer(row, scores[row] ?? 0);
      expect(best.toSorted()).toEqual(sorted.slice(0, k));
    }
  });

  it("says from which score on a row is kept", () => {
    const best = new BestRows(2);
    best.offer(0, 500);
    best.offer(1, 400);
    expect(best.threshold).toBe(Number.NEGATIVE_INFINITY);
    // Told late, but never too much: 400 stays among the two best.
    for (let row = 2; row < 300; row++) best.offer(row, row);
    expect(best.threshold).toBeGreaterThan(200);
    expect(best.threshold).toBeLessThanOrEqual(400);
    best.offer(300, 400);
    best.offer(301, Number.NaN);
    expect(best.toSorted().map(({ row }) => row)).toEqual([0, 1]);
  });

  it("keeps nothing where nothing is wanted", () => {
    const best = new BestRows(0);
    best.offer(0, 1);
    expect(best.toSorted()).toEqual([]);
  });
});
