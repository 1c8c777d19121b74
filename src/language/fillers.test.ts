import { describe, expect, it } from "vitest";
import { blankFillers, blankManner } from "./fillers.js";

const edgesOf = (words: readonly string[]) => {
  let at = 0;
  return new Set([0, ...words.map((word) => (at += word.length))]);
};
const blanked = (words: readonly string[]) => blankFillers(words.join(""), edgesOf(words));

describe("blankFillers", () => {
  it("blanks what says nothing, the longest wording first, and keeps the places of the rest", () => {
    expect(blanked(["说白了", "谁", "负责"])).toBe("   谁负责");
    expect(blanked(["念", "一遍", "第三条"])).toBe("   第三条");
  });

  it("leaves what only looks like it across two words", () => {
    expect(blanked(["分别", "管理"])).toBe("分别管理");
    expect(blanked(["系统", "统一"])).toBe("系统统一");
  });
});

describe("blankManner", () => {
  it.each([
    ["挂网几天,审查几天,两个数都告诉我", 10],
    ["什么情况要评估?一条一条说", 8],
    ["有哪四条原则,别落下", 7],
    ["谁领导、谁协调?两家都说一下", 8],
  ])("blanks how to answer in %s", (question, kept) => {
    expect(blankManner(question).trimEnd()).toHaveLength(kept);
    expect(blankManner(question)).toHaveLength(question.length);
  });

  it.each([
    "公开征求意见要多久",
    "会上没通过,还能再报吗",
    "专家该不该出来讲",
    "决策执行里出了问题,捂着不说",
  ])("leaves %s", (question) => {
    expect(blankManner(question)).toBe(question);
  });
});
