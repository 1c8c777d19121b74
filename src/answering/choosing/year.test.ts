import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { yearFirst } from "./year.js";

const library = createFakeLibrary({
  plan: {
    places: [
      { eId: "para_1", own: "到2025年，比例达到30%左右。" },
      { eId: "para_2", own: "到2035年，比例保持前列。" },
      { eId: "para_3", own: "《行动纲要（2021-2035年）》的比例另行公布。" },
      { eId: "para_4", own: "比例由统计部门测算。" },
    ],
  },
});
const ranked = (...eIds: readonly string[]) =>
  eIds.map((eId, at) => fakeCandidate(placeOf(library, `plan#${eId}`), -at));
const firstOf = (eIds: readonly string[], ...years: readonly string[]) =>
  yearFirst(ranked(...eIds), { terms: years.map((year) => ({ ...fakeTerm(year), role: "year" as const })) })[0]
    ?.provision.eId;

describe("yearFirst", () => {
  it("puts the place that names the year asked for before one that names another", () => {
    expect(firstOf(["para_1", "para_2"], "2035年")).toBe("para_2");
  });

  it("leaves a place that names no year, or the year asked for, where it is", () => {
    expect(firstOf(["para_4", "para_2"], "2035年")).toBe("para_4");
    expect(firstOf(["para_2", "para_1"], "2035年")).toBe("para_2");
  });

  it("takes the span of a title for no year, and leaves the order where two years or none are asked for", () => {
    expect(firstOf(["para_1", "para_3"], "2035年")).toBe("para_1");
    expect(firstOf(["para_1", "para_2"], "2025年", "2035年")).toBe("para_1");
    expect(firstOf(["para_1", "para_2"])).toBe("para_1");
  });
});
