import { describe, expect, it } from "vitest";
import { addRangeImpacts, localRanges, rangeTermScore } from "./range-scores.js";

describe("localRanges", () => {
  it("takes rows as they are where there is one segment", () => {
    const ranges = [
      { first: 5, end: 7 },
      { first: 0, end: 2 },
    ];
    expect(localRanges(ranges, undefined)).toEqual([
      { at: 1, first: 0, end: 2 },
      { at: 0, first: 5, end: 7 },
    ]);
  });

  it("cuts a range where rows stand elsewhere or apart", () => {
    // Rows 0 to 5 of the index: 7 and 8 of the segment, one elsewhere, 9, then 2 and 3.
    const locals = Int32Array.of(7, 8, -1, 10, 2, 3);
    expect(
      localRanges(
        [
          { first: 0, end: 4 },
          { first: 4, end: 6 },
        ],
        locals,
      ),
    ).toEqual([
      { at: 1, first: 2, end: 4 },
      { at: 0, first: 7, end: 9 },
      { at: 0, first: 10, end: 11 },
    ]);
  });
});

describe("addRangeImpacts", () => {
  it("adds up what the rows of each range have of a term", () => {
    const postings = {
      terms: { units: new Uint16Array(), starts: new Uint32Array() },
      starts: Uint32Array.of(0, 1, 5),
      rows: Uint32Array.of(0, 1, 2, 4, 6),
      frequencies: Uint8Array.of(9, 1, 3, 2, 1),
      lengths: new Uint32Array(7),
    };
    const impacts = new Float64Array(2);
    addRangeImpacts(
      postings,
      1,
      localRanges(
        [
          { first: 4, end: 6 },
          { first: 0, end: 3 },
        ],
        undefined,
      ),
      new Float32Array(7).fill(1),
      impacts,
    );
    // Row 4: 2 / 3. Rows 1 and 2: 1 / 2 and 3 / 4.
    expect([...impacts]).toEqual([2 / 3, 1.25]);
  });
});

describe("rangeTermScore", () => {
  it("weighs impacts against the number of rows", () => {
    // Of average length the norm is k1 = 0.2; twice as long 0.2 · (0.25 + 0.75 · 2) = 0.35.
    expect(rangeTermScore(3, 0.8, { first: 10, end: 20 }, 10)).toBeCloseTo((3 * 0.8) / 1, 12);
    expect(rangeTermScore(3, 0.65, { first: 10, end: 30 }, 10)).toBeCloseTo((3 * 0.65) / 1, 12);
    expect(rangeTermScore(3, 0, { first: 10, end: 10 }, 10)).toBe(0);
  });
});
