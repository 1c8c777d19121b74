import { expect, it } from "vitest";
import { findTerm, packTerms } from "./term-table.js";

const terms = ["7个工作日", "a", "ab", "b", "区", "区司法局", "司法局", "𠀀"].sort();
const table = packTerms(terms);

it("finds every term at its place", () => {
  expect(terms.map((term) => findTerm(table, term))).toEqual([...terms.keys()]);
});

it.each(["", "区司法", "区司法局长", "c", "𠀁"])("does not find %j", (term) => {
  expect(findTerm(table, term)).toBe(-1);
});

it("finds nothing in an empty table", () => {
  expect(findTerm(packTerms([]), "区")).toBe(-1);
});
