import { describe, expect, it } from "vitest";
import { fakeProvision } from "../../corpus/fake-library.js";
import { fakeCandidate } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { materialsFirst } from "./materials.js";

const library = createFakeLibrary({
  e: {
    places: [
      { eId: "art_12", own: "应当提交以下材料：" },
      { eId: "art_12__point_1", own: "决策草案；" },
    ],
  },
});
const list = (text: string, score: number) => fakeCandidate(fakeProvision("d", "art_2", text), score, "whole");
const period = fakeCandidate(fakeProvision("d", "art_1", "合法性审查不少于7个工作日。"), 5);
const near = list("报送合法性审查时，应当提供以下材料：\n（一）决策草案；", 4);

describe("materialsFirst", () => {
  it("puts a list of what is to be handed in before the best place", () => {
    expect(materialsFirst(library, [period, near], "materials")).toEqual([near, period]);
  });

  it("leaves the order where materials are not asked for, the list is far behind, or it lists something else", () => {
    const far = list("应当提供以下材料：\n（一）决策草案；", 3);
    const others = list("审查的内容包括：\n（一）权限；", 4);
    expect(materialsFirst(library, [period, near], "deadline")).toEqual([period, near]);
    expect(materialsFirst(library, [period, far], "materials")).toEqual([period, far]);
    expect(materialsFirst(library, [period, others], "materials")).toEqual([period, others]);
    expect(materialsFirst(library, [], "materials")).toEqual([]);
    const item = fakeCandidate(placeOf(library, "e#art_12__point_1"), 5);
    expect(materialsFirst(library, [item, near], "materials")).toEqual([item, near]);
  });
});
