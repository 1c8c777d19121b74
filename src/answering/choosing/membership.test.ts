import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { membersFirst, tellsMembers } from "./membership.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_1", own: "为规范重大决策，制定本规定。" },
      { eId: "art_3", own: "重大决策事项包括：" },
      { eId: "art_3__point_1", own: "经济社会发展规划；" },
      { eId: "art_3__point_2", own: "公共建设项目。" },
      { eId: "art_9", own: "重大决策有下列情形之一的，可以评估：" },
      { eId: "art_9__point_1", own: "效果不好的；" },
      { eId: "art_9__point_2", own: "意见较多的。" },
    ],
  },
});
const place = (eId: string, score: number, shape: "own" | "whole" = "own") =>
  fakeCandidate(placeOf(library, `d#${eId}`), score, shape);
const scored = [
  place("art_1", 5),
  place("art_9", 4, "whole"),
  place("art_3", 3, "whole"),
  place("art_3__point_2", 2),
  place("art_3__point_1", 1),
];
const asked = (text: string, ...words: string[]) => ({ text, terms: words.map((word) => fakeTerm(word)) });
const order = (text: string, ...words: string[]) =>
  membersFirst(library, scored, asked(text, ...words)).map(({ provision }) => provision.eId);

describe("membersFirst", () => {
  it("puts the item that speaks of the matter first, then the list that defines the class", () => {
    const [item, list] = ["art_3__point_1", "art_3"];
    expect(order("编发展规划算不算重大决策", "发展规划", "重大决策").slice(0, 2)).toEqual([item, list]);
    expect(order("发展规划对应重大决策范围里的哪一类", "发展规划", "重大决策").slice(0, 2)).toEqual([item, list]);
    expect(order("发展规划落在重大决策的哪一项", "发展规划", "重大决策").slice(0, 2)).toEqual([item, list]);
  });

  it("hears no question for all of them in why one of them is", () => {
    expect(order("发展规划为什么算重大决策", "发展规划", "重大决策")[0]).toBe("art_3__point_1");
    expect(order("发展规划怎么就算重大决策", "发展规划", "重大决策")[0]).toBe("art_3__point_1");
  });

  it("puts the list first where no item speaks of the matter", () => {
    expect(order("建体育馆属于重大决策吗", "体育馆", "重大决策")[0]).toBe("art_3");
  });

  it.each([
    "重大决策总共分几类",
    "重大决策事项有哪几种",
    "重大决策包括哪五大类",
    "两类重大决策我只记得规划,剩下几类是啥",
    "到底什么样的项目算重大决策",
    "怎样的项目才算重大决策",
  ])("puts the list first for %s", (text) => {
    expect(order(text, "重大决策", "项目")[0]).toBe("art_3");
  });

  it("leaves a list of the class before the one that defines it", () => {
    const used = [place("art_9", 5, "whole"), place("art_3", 4, "whole")];
    const first = membersFirst(library, used, asked("重大决策有哪几种", "重大决策"));
    expect(first.map(({ provision }) => provision.eId)).toEqual(["art_9", "art_3"]);
  });

  it("leaves other questions, and classes that no list defines, as they are", () => {
    const same = scored.map(({ provision }) => provision.eId);
    expect(order("重大决策谁定", "重大决策")).toEqual(same);
    expect(order("打算哪个季度定重大决策", "重大决策")).toEqual(same);
    expect(order("投资多少亿算重大决策", "重大决策")).toEqual(same);
    expect(order("这算不算重大违法", "重大违法")).toEqual(same);
    expect(order("生活垃圾分几类", "生活垃圾")).toEqual(same);
  });
});

describe("tellsMembers", () => {
  it("is so for the list and its items only", () => {
    const question = asked("建体育馆属于重大决策吗", "体育馆", "重大决策");
    expect(scored.map((candidate) => tellsMembers(library, candidate, question))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
