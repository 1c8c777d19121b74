import { describe, expect, it } from "vitest";
import { withoutOneByOne } from "./one-by-one.js";

describe("withoutOneByOne", () => {
  it.each([
    ["审查的内容逐项列出", "审查的内容有哪些"],
    ["要交哪些材料,一条一条说清楚", "要交哪些材料"],
    ["补贴的条件请逐条列一下。", "补贴的条件有哪些"],
    ["听取意见的方式,一样样给我数数", "听取意见的方式有哪些"],
    ["什么情况要回头评估?一条条说", "什么情况要回头评估"],
    ["要交哪些材料,一项也别漏", "要交哪些材料"],
  ])("reads %s as %s", (question, read) => {
    expect(withoutOneByOne(question)).toBe(read);
  });

  it.each([
    "材料要不要逐项列出",
    "逐条说",
    "第三条说什么",
    "意见是不是要逐一答复",
    "分项目列出预算",
  ])("leaves %s as it is", (question) => {
    expect(withoutOneByOne(question)).toBe(question);
  });
});
