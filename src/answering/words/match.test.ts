import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { coverTerm } from "./match.js";

describe("coverTerm", () => {
  it.each([
    ["决策", "作出决策。", 1],
    ["督查", "督促检查落实情况。", 0.7],
    ["五小", "开展“小发明、小创造、小革新、小设计、小建议”等活动。", 0.95],
    ["五小", "开展小发明、小创造等活动。", 0],
    ["听证", "应当公开征求意见。", 0],
  ])("of %s by “%s” is %s", (word, text, cover) => {
    expect(coverTerm(fakeTerm(word), text)).toBeCloseTo(cover, 6);
  });

  it("counts drafted wordings a little less, the closest most", () => {
    const term = fakeTerm("拍板", { alternatives: ["决定", "审定"] });
    expect(coverTerm(term, "由区政府决定")).toBeCloseTo(0.95, 6);
    expect(coverTerm(term, "报区政府审定")).toBeCloseTo(0.9, 6);
  });
});
