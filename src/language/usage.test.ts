import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { draftedFor, spokenIn, USAGE } from "./usage.js";

describe("draftedFor", () => {
  it("gives the drafted wordings, the closest first", () => {
    expect(draftedFor("打官司")[0]).toBe("提起诉讼");
    expect(draftedFor("归卷")).toContain("归档");
  });

  it("gives near-synonyms in drafting for one another", () => {
    expect(draftedFor("时限")).toContain("期限");
    expect(draftedFor("期限")).toContain("时限");
  });

  it.each([
    ["拍板", "作出决定"],
    ["走流程", "履行程序"],
    ["牵头", "负责组织"],
    ["多久", "工作日"],
    ["谁挂帅", "统一领导"],
    ["白纸黑字", "书面"],
    ["别的法律", "另有规定"],
    ["图啥", "为规范"],
    ["拖欠", "逾期支付"],
    ["掏腰包", "经费"],
    ["写个意见寄来", "书面咨询"],
    ["一个鼻孔出气", "持不同意见"],
    ["亮红灯", "高风险"],
    ["回头验一验", "后评估"],
    ["让民众知道", "公布"],
    ["权力机关", "人民代表大会及其常务委员会"],
    ["裁量余地", "可以"],
    ["前序程序", "履行相关法定程序"],
    ["兜底条款", "其他情形"],
  ])("gives for %s the words that rules use: %s", (spoken, written) => {
    expect(draftedFor(spoken)).toContain(written);
  });

  it("never gives a word for itself", () => {
    expect(draftedFor("移送")).not.toContain("移送");
  });

  it("gives nothing for a word that it does not list", () => {
    expect(draftedFor("决策")).toEqual([]);
  });
});

describe("spokenIn", () => {
  it("takes the longest wording at each place", () => {
    expect(spokenIn("要上会讨论")).toEqual([{ word: "上会讨论", start: 1 }]);
  });

  it("finds one wording after the other", () => {
    expect(spokenIn("先走流程再盖公章")).toEqual([
      { word: "走流程", start: 1 },
      { word: "盖公章", start: 5 },
    ]);
  });

  it("finds nothing where nothing is spoken", () => {
    expect(spokenIn("第八条第二款")).toEqual([]);
  });
});

describe("the table", () => {
  const spoken = USAGE.flatMap(([words]) => words.split(" "));
  const drafted = USAGE.flatMap(([, words]) => words.split(" "));

  it("lists a spoken wording once", () => {
    expect(spoken.filter((word, i) => spoken.indexOf(word) !== i)).toEqual([]);
  });

  it("has a drafted wording other than itself for each", () => {
    expect(spoken.filter((word) => draftedFor(word).length === 0)).toEqual([]);
  });

  it("is normalised, parted by single spaces, and lists no single characters", () => {
    expect([...spoken, ...drafted].filter((word) => word !== normalise(word))).toEqual([]);
    expect([...spoken, ...drafted.filter((word) => word !== "%")].filter((word) => word.length < 2)).toEqual([]);
  });

  it("gives no wording that every rule is full of", () => {
    const everywhere = new Set("应当 说明 要求 问题 负责 有关 相关 工作 规定 部门 单位 进行 情况 内容 管理".split(" "));
    expect(drafted.filter((word) => everywhere.has(word))).toEqual([]);
  });
});
