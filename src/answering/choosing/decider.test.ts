import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { deciderFirst } from "./decider.js";

const library = createFakeLibrary({
  d: {
    title: "重大决策程序规定",
    places: [
      { eId: "art_1", own: "对于风险不可控的决策，采取措施后，可以作出决策。" },
      { eId: "art_2", own: "情况紧急的，区政府主要负责人可以先决定中止执行。" },
      { eId: "art_3", own: "区政府主要负责人在集体讨论的基础上，根据具体情况可以作出通过、不予通过等决定。" },
      { eId: "art_4", own: "确需调整的，承办单位提出意见报区政府审定。" },
      { eId: "art_5", own: "在后续工作中，确需对决策事项进行调整的，承办单位提出意见报区政府审定。" },
    ],
  },
});
const ranked = ["art_1", "art_2", "art_3", "art_4", "art_5"].map((eId, at) =>
  fakeCandidate(placeOf(library, `d#${eId}`), 5 - at),
);
const first = (text: string, candidates = ranked, words: readonly string[] = []) =>
  deciderFirst(library, candidates, { text, terms: words.map((word) => fakeTerm(word)) })[0]?.provision.eId;

describe("deciderFirst", () => {
  it("puts the place where an organ decides before those that name no one, or decide on an occasion that is not asked about", () => {
    expect(first("重大决策谁来拍板?")).toBe("art_3");
    expect(first("最后谁说了算")).toBe("art_3");
    expect(first("重大决策由谁作出决定")).toBe("art_3");
    expect(first("重大决策谁来拍板?", [...ranked].reverse(), ["决策"])).toBe("art_3");
  });

  it("puts it first however far behind where the matter is what the whole text is about", () => {
    const far = ranked.map((one, at) => ({ ...one, score: at === 0 ? 20 : one.score }));
    expect(first("重大决策最后由谁拍板", far, ["重大决策", "最后", "拍板"])).toBe("art_3");
    expect(first("补贴由谁拍板", far, ["补贴", "拍板"])).toBe("art_1");
  });

  it("leaves a place first that tells who decides behind a preposition", () => {
    expect(first("想调整由谁决定", ranked.slice(3, 4))).toBe("art_4");
    expect(first("想调整谁拍板", [...ranked.slice(3), ...ranked.slice(0, 3)], ["调整"])).toBe("art_4");
  });

  it("leaves the order for any other question", () => {
    expect(first("谁负责组织风险评估")).toBe("art_1");
  });
});
