import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { collectCandidates } from "../ranking/candidates.js";
import { isAskedByName, sectionsAsked } from "./named-list.js";

const library = createFakeLibrary({
  plan: {
    places: [
      { eId: "sec_1", own: "", heading: "工作原则" },
      { eId: "sec_1__para_1", own: "——统筹协调，开放协作。" },
      { eId: "sec_1__para_2", own: "——以人为本，数字赋能。" },
      { eId: "sec_2", own: "", heading: "主要工作" },
      { eId: "sec_2__subsec_1", own: "开展科学教育。", num: "（一）", heading: "青少年科学素质提升行动" },
      { eId: "sec_2__subsec_2", own: "推广实用技术。", num: "（二）", heading: "农民科学素质提升行动" },
      { eId: "sec_2__subsec_3", own: "开展技能竞赛。", num: "（三）", heading: "老年人科学素质提升行动" },
      { eId: "sec_3", own: "", heading: "机制保障" },
      { eId: "sec_3__para_1", own: "开展监测评估。" },
      { eId: "sec_3__para_2", own: "加强典型宣传。" },
      { eId: "sec_5", own: "", heading: "重点任务" },
      { eId: "sec_5__subsec_1", own: "推进信息化。", num: "（一）", heading: "拓展数字优势，实施智慧科普工程" },
      { eId: "sec_5__subsec_2", own: "促进交流。", num: "（二）", heading: "拓展国际优势，实施国际交流工程" },
      { eId: "chp_5", own: "考核", heading: "考核" },
      { eId: "sec_4", own: "到2025年，比例达到30%左右。", heading: "工作目标" },
    ],
  },
});
const place = (eId: string) => placeOf(library, `plan#${eId}`);
const whole = (eId: string) =>
  ({ provision: place(eId), shape: "whole", text: place(eId).text, retrieval: 0, dense: 0, lexical: 0 }) as const;
const asks = (eId: string, question: string, shape: "own" | "whole" = "whole") =>
  isAskedByName(
    library,
    { provision: place(eId), shape, text: "", retrieval: 0, dense: 0, lexical: 0 },
    { text: question, terms: [] },
  );

describe("isAskedByName", () => {
  it.each([
    ["sec_1", "科学素质工作有哪两条原则"],
    ["sec_1", "基本原则是什么"],
    ["sec_2", "提升行动有哪几项"],
    ["sec_2", "三项提升行动分别是什么"],
    ["sec_1", "工作原则讲了哪些"],
    ["sec_1", '"工作原则"有哪两条'],
    ["sec_1", "两条原则各是哪八个字"],
    ["sec_2", "提升行动有几个,都叫啥名"],
    ["sec_2", "要搞几个提升行动,分别冲着哪些人"],
    ["sec_2", '"三大重点人群"是哪三拨人'],
    ["sec_2", "提升行动都有哪些"],
    ["sec_2", "提升行动分别针对哪几拨人"],
    ["sec_2", "重点抓哪三类人群"],
    ["sec_2__subsec_1", "青少年那块一共列了几条"],
    ["sec_2__subsec_1", "青少年和老年人这两块,各自分了哪几个小行动"],
    ["sec_2__subsec_3", "青少年和老年人这两块,各自分了哪几个小行动"],
    ["sec_3", "机制保障这一块讲了哪两件事"],
    ["sec_5__subsec_1", "智慧科普这块要做哪几件"],
    ["sec_5__subsec_1", "智慧科普那个展开讲讲"],
    ["sec_1", "工作原则是哪两句"],
    ["sec_1", "两条原则有什么不同"],
  ])("finds %s asked for by its heading or the names of its items in %s", (eId, question) => {
    expect(asks(eId, question)).toBe(true);
  });

  it.each([
    ["chp_5", "考核分几种,分别是什么", "a chapter that is its heading alone"],
    ["sec_2", "五项提升行动分别是什么", "another number"],
    ["sec_2", "青少年提升行动有哪些内容", "one item alone"],
    ["sec_2", "提升行动的经费谁出", "something about them"],
    ["sec_2", "提升行动有哪些承办单位", "something about them"],
    ["sec_2__subsec_1", "青少年那块有哪几所学校", "something in it"],
    ["sec_2", "区司法局有哪些工作", "a word too common to name a list"],
    ["sec_1", "违反原则怎么处理", "another matter"],
    ["sec_1", "工作原则有哪四条", "another number"],
    ["sec_2", "提升行动分别针对哪五拨人", "another number"],
    ["sec_5", "重点工程分别面向哪些人", "headings that name no people"],
    ["sec_2__subsec_1", "青少年那块谁负责", "something about it"],
    ["sec_2__subsec_1", "残疾人那块列了几条", "another part"],
    ["sec_3", "机制保障这一块讲了哪三件事", "another number"],
  ])("does not take %s for what %s asks: %s", (eId, question) => {
    expect(asks(eId, question)).toBe(false);
  });

  it("takes the other words of a question for its place, or not at all", () => {
    const rest = (text: string) =>
      isAskedByName(library, whole("sec_1"), { text: `${text}工作的原则有哪些`, terms: [fakeTerm(text)] });
    expect(rest("统筹协调")).toBe(true);
    expect(rest("体育")).toBe(false);
  });

  it("knows a part of a heading by another word for it", () => {
    const terms = [fakeTerm("娃娃", { alternatives: ["青少年"] })];
    expect(isAskedByName(library, whole("sec_2__subsec_1"), { text: "娃娃那块讲了几条", terms })).toBe(true);
  });

  it("takes a place without parts for the whole that its heading names", () => {
    expect(asks("sec_4", "工作目标是什么", "own")).toBe(true);
    expect(asks("sec_1", "工作原则是什么", "own")).toBe(false);
  });
});

describe("sectionsAsked", () => {
  it("gives a section of paragraphs whole where its heading is asked for", () => {
    const hits = [{ provisionId: "plan#sec_3__para_2", score: 1, lexicalScore: 1, denseScore: 0 }];
    const candidates = collectCandidates(library, hits);
    const found = sectionsAsked(library, candidates, { text: "机制保障有哪些", terms: [] });
    expect(found.map(({ provision, text }) => [provision.eId, text])).toEqual([["sec_3", place("sec_3").text]]);
    expect(sectionsAsked(library, candidates, { text: "机制保障由谁负责", terms: [] })).toEqual([]);
  });
});
