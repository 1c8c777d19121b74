import { describe, expect, it } from "vitest";
import { fakeCandidate } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { onlyNamesClass, onlyNamesSum, spellingFirst, spellsSum, sumsAsked } from "./summed-up.js";

describe("sumsAsked", () => {
  it.each([
    ['新"四区",四个区分别叫什么', "建成首都发展示范区、文化引领区、国际交往区、绿色宜居区。"],
    ['五个"小"是哪五个', '开展"小发明、小创造、小革新、小设计、小建议"等活动'],
    ["应急知识的五个进都有啥", "推动知识进企业、进农村、进社区、进学校、进家庭。"],
    ["面向哪三类人", "面向老年人、残疾人和外来人开展培训"],
    ["三大工程都叫什么", "实施强基工程、育苗工程、引智工程。"],
  ])("finds what %s sums up", (question, text) => {
    expect(sumsAsked(question).some((sum) => sum.test(text))).toBe(true);
  });

  it.each([
    ['新"四区",四个区分别叫什么', "发展示范区、文化引领区、国际交往区。", "too few"],
    ["哪三个区", "发展示范区、文化引领区、国际交往区、绿色宜居区。", "too many"],
    ["四个进是什么", "推动知识进企业、进农村、进社区、进学校、进家庭。", "too many"],
    ["去哪三类地方", "建设培训基地、孵化基地、合作基地。", "a part of the word"],
    ["四个区由谁管", "发展示范区、文化引领区、国际交往区、绿色宜居区。", "nothing to be spelt out"],
  ])("does not take for what %s sums up: %s (%s)", (question, text) => {
    expect(sumsAsked(question).some((sum) => sum.test(text))).toBe(false);
  });
});

describe("onlyNamesSum", () => {
  it.each([
    ['首都"四个中心"到底是哪四个', '聚焦首都"四个中心"定位'],
    ["要给两区出力,哪两区", '服务"两区"建设'],
    ['"五大示范工程"一个个叫什么名字', '实施"五大示范工程"'],
    ["三大行动分别指什么", '围绕"三大行动",丰富内涵'],
  ])("is so for %s where a place says %s", (question, passage) => {
    expect(onlyNamesSum(question, passage)).toBe(true);
  });

  it.each([
    ["两区建设由哪个部门负责", '服务"两区"建设'],
    ['"四区"建设有哪几项任务', '引领"四区"建设'],
    ["三下乡是哪三样", '提高文化科技卫生"三下乡"实际效果'],
    ['"四区"分别叫什么', '示范区、引领区、交往区、宜居区,引领"四区"建设'],
    ['"十三五"还有哪些短板', '在"十三五"期间'],
    ["实施哪五项行动", "实施以下5项行动。"],
  ])("is not so for %s where a place says %s", (question, passage) => {
    expect(onlyNamesSum(question, passage)).toBe(false);
  });
});

describe("onlyNamesClass", () => {
  it("is so where a place uses a name and tells nothing of whom it means", () => {
    const question = '"特殊家庭子女"具体算哪些孩子';
    expect(onlyNamesClass(question, "加强特殊家庭子女的教育。")).toBe(true);
    expect(onlyNamesClass(question, "特殊家庭子女包括孤儿。")).toBe(false);
    expect(onlyNamesClass('"特殊家庭子女"由谁帮助', "加强特殊家庭子女的教育。")).toBe(false);
    expect(onlyNamesClass('"承办单位"指谁', "相关部门作为承办单位，依法办理。")).toBe(false);
  });
});

describe("spellingFirst", () => {
  const library = createFakeLibrary({
    d: {
      places: [
        { eId: "art_1", own: "引领新“四区”建设。" },
        { eId: "art_2", own: "建成示范区、引领区、交往区、宜居区。" },
      ],
    },
  });
  const scored = [1, 2].map((n) => fakeCandidate(placeOf(library, `d#art_${n}`), 20 - 10 * n));

  it("puts the place that spells out what is summed up before one that only uses it", () => {
    const ranked = (question: string) =>
      spellingFirst(scored, spellsSum(question)).map(({ provision }) => provision.eId);
    expect(ranked('"四区"是哪四区')).toEqual(["art_2", "art_1"]);
    expect(ranked('"四区"建设谁引领')).toEqual(["art_1", "art_2"]);
    expect(ranked("五区是哪五区")).toEqual(["art_1", "art_2"]);
  });
});
