import { describe, expect, it } from "vitest";
import { leadsAmong, meanOf, mostOf, ranksAmong } from "./among.js";

const row = Float64Array.of(1, 0.2);
const other = Float64Array.of(0.5, 0.8);
const third = Float64Array.of(0.5, 0.8);

describe("ranksAmong", () => {
  it("counts the rows that have more, so that equal ones share a rank", () => {
    expect(ranksAmong([row, other, third])).toEqual([
      Float64Array.of(0, 2),
      Float64Array.of(1, 0),
      Float64Array.of(1, 0),
    ]);
  });
});

describe("leadsAmong", () => {
  it("compares with the best other row", () => {
    expect([...leadsAmong([row, other, third], row)]).toEqual([0.5, expect.closeTo(-0.6, 12)]);
    expect([...leadsAmong([row, other, third], other)]).toEqual([-0.5, 0]);
  });

  it("is nothing for a row that stands alone", () => {
    expect([...leadsAmong([row], row)]).toEqual([0, 0]);
  });
});

describe("mostOf and meanOf", () => {
  it("take each sign by itself", () => {
    expect([...mostOf([row, other])]).toEqual([1, 0.8]);
    expect([...meanOf([row, other])]).toEqual([0.75, 0.5]);
  });
});
