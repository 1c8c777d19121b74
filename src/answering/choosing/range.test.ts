import { describe, expect, it } from "vitest";
import { fakeCandidate } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { rangeFirst } from "./range.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_3", own: "事故分为以下等级：" },
      { eId: "art_3__point_1", own: "重大事故，是指造成10人以上30人以下死亡的事故；", num: "（一）" },
      { eId: "art_3__point_2", own: "较大事故，是指造成3人以上10人以下死亡的事故；", num: "（二）" },
      { eId: "art_3__point_3", own: "一般事故，是指造成3人以下死亡的事故。", num: "（三）" },
      { eId: "art_8", own: "对古树实行分级保护：" },
      { eId: "art_8__point_1", own: "树龄500年以上的，实行一级保护；", num: "（一）" },
      { eId: "art_8__point_2", own: "树龄300年以上不满500年的，实行二级保护。", num: "（二）" },
      { eId: "art_9", own: "报送下列材料：" },
      { eId: "art_9__point_1", own: "草案；", num: "（一）" },
      { eId: "art_9__point_2", own: "说明。", num: "（二）" },
    ],
  },
});
const firstFor = (question: string, eId: string, shape: "own" | "whole" = "whole") => {
  const [first] = rangeFirst(library, [fakeCandidate(placeOf(library, `d#${eId}`), 2, shape)], question);
  return first && [first.provision.eId, first.shape];
};

describe("rangeFirst", () => {
  it("puts the item first whose range holds what the question tells", () => {
    expect(firstFor("死了四个人算哪一级事故", "art_3")).toEqual(["art_3__point_2", "own"]);
    expect(firstFor("死了12人算几级事故", "art_3")).toEqual(["art_3__point_1", "own"]);
    expect(firstFor("四百来岁的古树是几级", "art_8")).toEqual(["art_8__point_2", "own"]);
    expect(firstFor("五百年以上是几级", "art_8")).toEqual(["art_8__point_1", "own"]);
  });

  it("does so for a neighbouring item as well", () => {
    expect(firstFor("死了四个人算哪一级事故", "art_3__point_3", "own")).toEqual(["art_3__point_2", "own"]);
  });

  it("leaves lists without ranges, questions that tell no measure, several or a year of the calendar", () => {
    expect(firstFor("3个人报送要哪些材料", "art_9")).toEqual(["art_9", "whole"]);
    expect(firstFor("死了几个人算重大事故", "art_3")).toEqual(["art_3", "whole"]);
    expect(firstFor("死3个人和死20个人差在哪", "art_3")).toEqual(["art_3", "whole"]);
    expect(firstFor("2025年古树怎么分级", "art_8")).toEqual(["art_8", "whole"]);
    expect(rangeFirst(library, [], "死了四个人")).toEqual([]);
  });
});
