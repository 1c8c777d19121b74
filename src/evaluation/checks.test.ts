import { describe, expect, it } from "vitest";
import type { Answer } from "../answering/answer.js";
import { type Checks, checkAnswer, failureReasons, isRight } from "./checks.js";
import { parseDataset } from "./dataset.js";
import { createFakeLibrary, fakeAnswer, fakeRefusal } from "./fake-library.js";
import { createGoldResolver } from "./gold.js";

const library = createFakeLibrary(
  { d: { art_1: "甲", art_1__point_1: "乙", art_1__point_2: "丙", art_2: "丁" }, e: { art_1: "戊" } },
  { d: { title: "程序规定", number: "朝政发〔2022〕9号" } },
);

function check(fields: object, answer: Answer): Checks {
  const line = JSON.stringify({ id: "q", question: "？", answerable: true, ...fields });
  const [question] = parseDataset(line, "a.jsonl").questions;
  if (question === undefined) throw new Error("no question");
  return checkAnswer(question, answer, library, createGoldResolver(library));
}

const gold = (...eIds: string[]) => ({ citations: eIds.map((eId) => ({ document: "朝政发〔2022〕9号", eId })) });
const cite = (...ids: string[]) => fakeAnswer(library, "甲[1]", ids);

describe("citation checks", () => {
  it.each([
    ["the gold place", "d#art_1__point_1", true, true],
    ["the article above it", "d#art_1", false, true],
    ["another point of the article", "d#art_1__point_2", false, true],
    ["another article", "d#art_2", false, false],
    ["the same eId of another document", "e#art_1__point_1", false, false],
  ])("judges %s cited first", (_, cited, exact, article) => {
    const checks = check(gold("art_1__point_1"), cite(cited));
    expect([checks.citationExact?.pass, checks.citationArticle?.pass]).toEqual([exact, article]);
  });

  it("accepts a place below the gold one", () => {
    expect(check(gold("art_1"), cite("d#art_1__point_2")).citationExact?.pass).toBe(true);
  });

  it("looks at the first citation only when any place will do", () => {
    expect(check(gold("art_2", "art_1"), cite("d#art_1")).citationExact?.pass).toBe(true);
    expect(check(gold("art_1"), cite("d#art_2", "d#art_1")).citationExact).toEqual({
      pass: false,
      reason: "首条依据为《程序规定》第二条，应为朝政发〔2022〕9号 第一条",
    });
  });

  it("wants every place when all are asked for, in any order", () => {
    const all = { ...gold("art_1__point_1", "art_2"), match: "all" };
    expect(check(all, cite("d#art_2", "d#art_1__point_1")).citationExact?.pass).toBe(true);
    const partial = check(all, cite("d#art_2", "d#art_1"));
    expect(partial.citationExact?.reason).toBe("漏引朝政发〔2022〕9号 第一条第（一）项");
    expect(partial.citationArticle?.pass).toBe(true);
  });

  it("takes * for any place of the document", () => {
    expect(check(gold("*"), cite("d#art_2")).citationExact?.pass).toBe(true);
    expect(check(gold("*"), cite("e#art_1")).citationExact?.pass).toBe(false);
  });

  it("does not apply where the set names no place", () => {
    expect(check({}, cite("d#art_2")).citationExact).toBeNull();
  });
});

describe("fact checks", () => {
  const answer = fakeAnswer(library, "不得少于３０ 日（含）。[1]", ["d#art_1"]);

  it.each([
    [["30日(含)"], true],
    [["三十日|30 日"], true],
    [["30日", "工作日"], false],
    [["工作日|月"], false],
  ])("wants each of %j, width and white space aside", (mustContain, pass) => {
    expect(check({ mustContain }, answer).contains?.pass).toBe(pass);
  });

  it("names what is missing and what must not be there", () => {
    expect(check({ mustContain: ["30日", "月|年"] }, answer).contains?.reason).toBe("答案缺少：月|年");
    expect(check({ mustNotContain: ["20日", "30日"] }, answer).notContains?.reason).toBe("答案不应出现：30日");
    expect(check({ mustNotContain: ["20日"] }, answer).notContains?.pass).toBe(true);
  });
});

describe("refusal checks", () => {
  it("finds a false refusal and gives one reason for it", () => {
    const checks = check({ ...gold("art_1"), mustContain: ["甲"] }, fakeRefusal("no_basis"));
    expect(failureReasons(checks)).toEqual(["误拒（no_basis）"]);
    expect([checks.citationExact?.pass, checks.contains?.pass, checks.verbatim]).toEqual([false, false, null]);
  });

  it("wants a question without an answer refused, for an accepted reason", () => {
    const question = { answerable: false, reason: ["no_basis", "not_in_corpus"] };
    expect(isRight(check(question, fakeRefusal("not_in_corpus")))).toBe(true);
    expect(failureReasons(check(question, fakeRefusal("off_topic")))).toEqual([
      "拒答理由为 off_topic，应为 no_basis 或 not_in_corpus",
    ]);
    expect(failureReasons(check(question, cite("d#art_1")))).toEqual(["应当拒答，却依据第一条作答"]);
  });

  it("accepts any reason where the set names none", () => {
    const checks = check({ answerable: false }, fakeRefusal("unsafe"));
    expect([checks.refusedRight?.pass, checks.reasonRight]).toEqual([true, null]);
  });
});

describe("verbatim check", () => {
  const right = cite("d#art_1");
  const [citation] = right.citations;
  if (citation === undefined) throw new Error("no citation");

  it.each([
    ["a quotation that is not the text", { ...citation, quote: "乙" }, "甲[1]", /引文与 d#art_1 原文不符/],
    ["an offset that is off by one", { ...citation, quoteEnd: 2, quoteStart: 1 }, "甲[1]", /不符/],
    ["an empty quotation", { ...citation, quote: "", quoteEnd: 0 }, "甲[1]", /不符/],
    ["a place that does not exist", { ...citation, provisionId: "d#art_9" }, "甲[1]", /不存在的条款 d#art_9/],
    ["a marker without its citation", citation, "甲[1][2]", /\[2\]没有对应/],
  ])("refuses %s", (_, bad, text, reason) => {
    const checks = check({}, { ...right, answer: text, citations: [bad] });
    expect(checks.verbatim?.reason).toMatch(reason);
    expect(isRight(checks)).toBe(false);
  });

  it("refuses an answer without citations", () => {
    expect(check({}, { ...right, citations: [] }).verbatim?.pass).toBe(false);
  });

  it("passes exact quotations and takes no year for a marker", () => {
    expect(check({}, { ...right, answer: "见京政发[2022]9号[1]" }).verbatim?.pass).toBe(true);
  });
});
