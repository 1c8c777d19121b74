import { describe, expect, it } from "vitest";
import { fakeCandidate } from "./fake-candidate.js";
import { createFakeLibrary, placeOf } from "./fake-library.js";
import { listAsked } from "./write-answer.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_1", own: "公开征求意见。" },
      { eId: "art_6", own: "" },
      { eId: "art_6__para_1", own: "目录实行动态管理。" },
      { eId: "art_6__point_1", own: "领导提出的，直接列入；", num: "（一）" },
      { eId: "art_6__point_2", own: "代表建议的，研究论证。", num: "（二）" },
    ],
  },
});
const listOf = (question: string, ...eIds: readonly string[]) =>
  listAsked(
    library,
    question,
    eIds.map((eId, at) => fakeCandidate(placeOf(library, `d#${eId}`), -at)),
  )?.eId ?? null;

describe("listAsked", () => {
  it.each([
    ["进目录有几个口子", ["art_6__point_2", "art_1", "art_6__point_1"]],
    ["目录里的事项从哪几个口子来", ["art_6__para_1", "art_6__point_2"]],
    ["想上目录有哪几条路可走", ["art_6__point_1", "art_6"]],
  ])("gives the list that the best places stand in for %s", (question, eIds) => {
    expect(listOf(question, ...eIds)).toBe("art_6");
  });

  it.each([
    ["进目录要多久", ["art_6__point_2", "art_6__point_1"]],
    ["进目录有几个口子", ["art_6__point_2", "art_1"]],
    ["进目录有几个口子", ["art_1", "art_6__point_2"]],
  ])("gives none for %s of %j", (question, eIds) => {
    expect(listOf(question, ...eIds)).toBeNull();
  });
});
