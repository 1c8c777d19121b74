import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { parseReferences } from "../places/reference.js";
import { itemAsked, stepInNamedList } from "./item-asked.js";

const library = createFakeLibrary({
  rule: {
    title: "决策程序规定",
    places: [
      { eId: "art_1", own: "提请审议应当提交以下材料：" },
      { eId: "art_1__point_1", own: "决策草案；", num: "（一）" },
      { eId: "art_1__point_2", own: "论证意见。", num: "（二）" },
    ],
  },
  plan: {
    title: "实施方案",
    places: [
      { eId: "sec_1", own: "" },
      { eId: "sec_1__para_1", own: "——引领创新。" },
      { eId: "sec_1__para_2", own: "——均衡发展。" },
    ],
  },
});

describe("stepInNamedList", () => {
  const step = (text: string, words: readonly string[]) =>
    stepInNamedList(library, {
      text,
      places: parseReferences(text).places,
      terms: words.map((word) => fakeTerm(word)),
      documents: [],
    });

  it("is the one step of a question that names a list by other words than a title's", () => {
    expect(step("提请审议要交的材料,第二项是什么", ["提请审议", "材料"])).toEqual({ unit: "point", n: 2 });
    expect(step("工作原则第三条是什么", ["原则"])).toEqual({ unit: "article", n: 3 });
  });

  it("is none for a place by itself, of a text or under an article", () => {
    expect(step("第二项是什么", [])).toBeNull();
    expect(step("程序规定第一条", ["程序"])).toBeNull();
    expect(step("第四条里的原则是什么", ["原则"])).toBeNull();
    expect(step("第八条第二项的材料", ["材料"])).toBeNull();
  });
});

describe("itemAsked", () => {
  const candidate = (id: string, cover = 0.9) => {
    const some = fakeCandidate(placeOf(library, id), 1);
    return { ...some, features: { ...some.features, cover } };
  };

  it("is the item of that number in the list where the best candidate stands", () => {
    const found = itemAsked(library, [candidate("rule#art_1__point_1")], { unit: "point", n: 2 });
    expect([found?.list.eId, found?.item?.eId]).toEqual(["art_1", "art_1__point_2"]);
  });

  it("counts from the end, and tells a list that is too short", () => {
    expect(itemAsked(library, [candidate("rule#art_1__point_1")], { unit: "point", n: -1 })?.item?.eId).toBe(
      "art_1__point_2",
    );
    expect(itemAsked(library, [candidate("rule#art_1__point_1")], { unit: "point", n: 5 })?.item).toBeNull();
  });

  it("is none of a list that has little of the question's words", () => {
    expect(itemAsked(library, [candidate("rule#art_1__point_1", 0.2)], { unit: "point", n: 2 })).toBeNull();
  });

  it("takes 第二条 for an item only in a text without articles", () => {
    expect(itemAsked(library, [candidate("rule#art_1__point_1")], { unit: "article", n: 2 })).toBeNull();
    expect(itemAsked(library, [candidate("plan#sec_1__para_1")], { unit: "article", n: 2 })?.item?.eId).toBe(
      "sec_1__para_2",
    );
  });
});
