import { describe, expect, it } from "vitest";
import { fakeProvision } from "../corpus/fake-library.js";
import { fakeCandidate, fakeTerm } from "./fake-candidate.js";
import { deniesAskedValue } from "./standing.js";

describe("deniesAskedValue", () => {
  const row = fakeProvision("list", "table_1__row_1", "1\t知识产权规划\t市场监管局\t三季度");

  it("sees that a table has values of the form asked for, and not this one", () => {
    expect(deniesAskedValue(fakeCandidate(row, 1), [fakeTerm("一季度")])).toBe(true);
  });

  it("denies no value that the table has", () => {
    expect(deniesAskedValue(fakeCandidate(row, 1), [fakeTerm("三季度")])).toBe(false);
  });

  it("denies nothing of another form, and nothing outside tables", () => {
    expect(deniesAskedValue(fakeCandidate(row, 1), [fakeTerm("承办")])).toBe(false);
    const rule = fakeProvision("rule", "art_1", "三季度决策。");
    expect(deniesAskedValue(fakeCandidate(rule, 1), [fakeTerm("一季度")])).toBe(false);
  });
});
