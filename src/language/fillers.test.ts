import { describe, expect, it } from "vitest";
import { blankFillers } from "./fillers.js";

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
