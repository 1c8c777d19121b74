import { describe, expect, it } from "vitest";
import { splitClauses, toBare } from "./prose-text.js";

describe("toBare", () => {
  it("leaves out width, punctuation, white space and 的", () => {
    expect(toBare("公开征求意见的期限，一般不少于 ３０ 日。")).toBe("公开征求意见期限一般不少于30日");
  });

  it.each([
    ["3.5", "35"],
    ["3、5", "35"],
    ["3 0日", "30日"],
    ["三、五年", "三五年"],
  ])("keeps %s apart from %s", (torn, whole) => {
    expect(toBare(torn)).not.toBe(toBare(whole));
  });

  it("keeps markup and hidden letters, which no rule holds", () => {
    expect(toBare("<b>30日</b>[x]")).toBe("<b>30日</b>[x]");
  });
});

describe("splitClauses", () => {
  it("cuts at commas, semicolons, colons, stops and line ends, and counts sentences and lines", () => {
    const clauses = splitClauses("甲应当公开，乙除外。丙负责；丁配合\n戊");
    expect(clauses.map(({ text, end, sentence, line }) => [text, end, sentence, line])).toEqual([
      ["甲应当公开", ",", 0, 0],
      ["乙除外", "。", 0, 0],
      ["丙负责", ";", 1, 0],
      ["丁配合", "", 2, 0],
      ["戊", "", 3, 1],
    ]);
  });

  it("puts the lines below a colon under it", () => {
    const clauses = splitClauses("应当提供以下材料：\n1.草案，附说明；\n2.依据。");
    expect(clauses.map(({ text, leadIn }) => [text, leadIn])).toEqual([
      ["应当提供以下材料", null],
      ["1.草案", 0],
      ["附说明", 0],
      ["2.依据", 0],
    ]);
  });

  it("puts each value of a row under its own label", () => {
    const clauses = splitClauses("“某方案”，承办部门：区城管委；时间：三季度。");
    expect(clauses.map(({ bare, leadIn }) => [bare, leadIn])).toEqual([
      ["某方案", null],
      ["承办部门", null],
      ["区城管委", 1],
      ["时间", null],
      ["三季度", 3],
    ]);
  });

  it("cuts no figure", () => {
    expect(splitClauses("补助1,000元").map(({ text }) => text)).toEqual(["补助1,000元"]);
  });
});
