import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../answer.js";
import { fluentCases } from "./fluent-prose.js";
import { checkProse } from "./prose-check.js";
import { takeApart } from "./prose-source.js";

const RULE =
  "决策承办单位应当通过政府网站公开征求意见。公开征求意见的期限一般不少于30日，因情况紧急等原因需要缩短期限的，应当予以说明。";
const LIST = "决策承办单位应当提供以下材料：\n1.决策草案；\n2.风险评估报告；\n3.其他材料。";

function answerOf(markdown: string, quotes: readonly string[], fields: Partial<Citation> = {}): Answer {
  const citations = quotes.map(
    (quote, at): Citation => ({
      index: at + 1,
      provisionId: `d#art_${at + 8}`,
      documentId: "d",
      number: "朝政发〔2022〕9号",
      title: "朝阳区重大行政决策程序规定",
      eId: `art_${at + 8}`,
      label: "第八条第（一）项",
      quote,
      quoteStart: 0,
      quoteEnd: quote.length,
      status: "in_force",
      url: "/documents/d#art_8",
      ...fields,
    }),
  );
  return {
    status: "answered",
    answer: markdown,
    citations,
    refusal: null,
    suggestions: [],
    mode: "extractive",
    confidence: 0.9,
    elapsedMs: 1,
  };
}

function check(
  prose: string,
  answer = answerOf(`${RULE}[1]`, [RULE]),
  question = "公开征求意见期限多长",
): string | null {
  const parts = takeApart(answer);
  return parts && (checkProse(question, parts, prose)?.markdown ?? null);
}

const GOOD = "公开征求意见的期限一般不少于30日；因情况紧急等原因需要缩短期限的，应当予以说明。[1]";

describe("prose that stands", () => {
  it.each([
    GOOD,
    "公开征求意见的期限一般不少于30日。[1]因情况紧急等原因需要缩短期限的，应当予以说明。[1]",
    "根据《朝阳区重大行政决策程序规定》（朝政发〔2022〕9号）第八条规定，公开征求意见期限一般不少于 30 日，但因情况紧急等原因需要缩短期限的，应当予以说明。[1]",
    "关于公开征求意见期限，公开征求意见的期限一般不少于30日，因情况紧急等原因需要缩短期限的，应当予以说明。[1]",
  ])("keeps %s", (prose) => {
    expect(check(prose)).toBe(prose);
  });

  it("drops a sentence that fails and keeps the rest", () => {
    expect(check(`${GOOD}相关材料可以补交。[1]`)).toBe(GOOD);
    expect(check(`答复如下：\n${GOOD}\n希望对您有帮助！`)).toBe(GOOD);
  });

  it("keeps the verdict that stands before the quotation", () => {
    expect(check(GOOD, answerOf(`**应当。**\n\n${RULE}[1]`, [RULE]))).toBe(`**应当。**\n\n${GOOD}`);
  });

  it("drops places that it does not need and renumbers the others", () => {
    const other = "区审计局负责监督。";
    const parts = takeApart(
      answerOf(`${RULE}[1]\n\n${other}[2]\n\n区司法局负责审查。[3]`, [RULE, other, "区司法局负责审查。"]),
    );
    const prose = parts && checkProse("公开征求意见期限多长", parts, `${GOOD}区司法局负责审查。[3]`);
    expect(prose).toEqual({ markdown: `${GOOD}区司法局负责审查。[2]`, used: [1, 3] });
  });

  it("gives items the numbers that the rule gives them", () => {
    const prose = "决策承办单位应当提供以下材料：[1]\n7. 决策草案；[1]\n- 2.风险评估报告；[1]\n其他材料。[1]";
    expect(check(prose, answerOf(`${LIST}[1]`, [LIST]), "提供哪些材料")).toBe(
      "决策承办单位应当提供以下材料：[1]\n\n- 1.决策草案；[1]\n- 2.风险评估报告；[1]\n\n其他材料。[1]",
    );
  });
});

describe("a sentence that does not stand", () => {
  it.each([
    ["a changed figure", GOOD.replace("30", "20")],
    ["a torn figure", GOOD.replace("30", "3.0")],
    ["another unit", GOOD.replace("30日", "30个工作日")],
    ["another bound", GOOD.replace("不少于", "不超过")],
    ["a qualification left out", GOOD.replace("一般", "")],
    ["another modal", GOOD.replace("应当", "可以")],
    ["a negation put in", GOOD.replace("应当予以", "不予")],
    ["another organ", "区财政局应当通过政府网站公开征求意见。[1]"],
    ["an article of another place", `根据第九条规定，${GOOD}`],
    ["another document", `根据《行政许可法》规定，${GOOD}`],
    ["no mark", "决策承办单位应当通过政府网站公开征求意见。"],
    ["a mark of no citation", "决策承办单位应当通过政府网站公开征求意见。[4]"],
    ["two marks", "决策承办单位应当通过政府网站公开征求意见。[1][2]"],
    ["a mark in its middle", "决策承办单位[1]应当通过政府网站公开征求意见。"],
    ["a condition left out", "公开征求意见的期限一般不少于30日，应当予以说明。[1]"],
    ["a condition and no more", "因情况紧急等原因需要缩短期限的。[1]"],
    ["a claim without figures", "有关意见由区司法局汇总。[1]"],
    ["a claim in the question's words", "公开征求意见期限多长由区政府决定。[1]"],
    ["a quotation that is none", "规定要求“期限不少于30日”。[1]"],
    ["words taken for a quotation", "公开征求意见的期限“不少于一般30日”。[1]"],
    ["markup", GOOD.replace("30日", "<b>30日</b>")],
    ["a link", GOOD.replace("30日", "[30日](https://evil.example)")],
    ["words without end", `${"同时".repeat(2_000)}[1]`],
    ["combining characters", GOOD.replace("不少于", "不\u0336少于")],
  ])("falls out for %s, and the rest stays", (_, bad) => {
    expect(check(bad)).toBeNull();
    expect(check(`${bad}\n${GOOD}`)).toBe(GOOD);
  });
});

describe("prose that does not stand", () => {
  it.each([
    ["an exception left out", "公开征求意见的期限一般不少于30日。[1]"],
    ["another question's answer", "决策承办单位应当通过政府网站公开征求意见。[1]"],
    ["nothing", ""],
  ])("is refused for %s", (_, prose) => {
    expect(check(prose)).toBeNull();
  });

  it("does not join the clauses of two sentences", () => {
    const rule = "区司法局应当审查，区政府可以退回。区审计局应当监督，不得公开。";
    const answer = answerOf(`${rule}[1]`, [rule]);
    expect(check("区司法局应当审查，不得公开。[1]", answer, "审查")).toBeNull();
    expect(check("区司法局应当审查，区政府可以退回。[1]", answer, "审查")).not.toBeNull();
  });

  it.each([
    ["an item", "决策承办单位应当提供以下材料：[1]\n- 决策草案；[1]\n- 风险评估报告。[1]"],
    ["the words that introduce it", "- 决策草案；[1]\n- 风险评估报告；[1]\n- 其他材料。[1]"],
  ])("refuses a list without %s", (_, prose) => {
    expect(check(prose, answerOf(`${LIST}[1]`, [LIST]), "提供哪些材料")).toBeNull();
  });

  it("refuses a list of several places that lacks one", () => {
    const answer = answerOf("任务包括：[1]\n\n- 宣传培训。[2]\n- 检查督导。[3]", [
      "任务包括：",
      "宣传培训。",
      "检查督导。",
    ]);
    expect(check("任务包括：[1]\n- 宣传培训。[2]", answer, "任务")).toBeNull();
    expect(check("任务包括：[1]\n- 宣传培训。[2]\n- 检查督导。[3]", answer, "任务")).not.toBeNull();
  });

  it("does not turn alternatives into things that go together", () => {
    const rule = "有下列情形之一的，可以缩短：情况紧急；区长同意。";
    const answer = answerOf(`${rule}[1]`, [rule]);
    expect(check("有下列情形之一的，可以缩短：情况紧急，并且区长同意。[1]", answer, "缩短")).toBeNull();
    expect(check("有下列情形之一的，可以缩短：情况紧急；区长同意。[1]", answer, "缩短")).not.toBeNull();
  });
});

describe("takeApart", () => {
  it.each([
    ["a refusal", { ...answerOf("不能作答。", []), status: "refused" as const }],
    ["amended wording", answerOf("现行表述为：“甲”[1]", ["甲"], { status: "superseded" })],
    ["places under headings", answerOf("**第五条**\n\n甲。[1]\n\n**第六条**\n\n乙。[2]", ["甲。", "乙。"])],
    ["a finding without a mark", answerOf("表中没有“一季度”的事项。\n\n共1项：\n\n- 甲[1]", ["甲"])],
  ])("leaves %s as it is", (_, answer) => {
    expect(takeApart(answer)).toBeNull();
  });
});

describe("prose by a chat model over the seed corpus", () => {
  const keeps = (question: string, answer: Answer, prose: string) => check(prose, answer, question) !== null;

  it("stands in four of five answers where the model keeps to its instructions", () => {
    const kept = fluentCases.filter(({ question, extractive, close }) => keeps(question, extractive, close));
    console.log(`prose that keeps to the instructions: ${kept.length} of ${fluentCases.length} answers stand`);
    expect(kept.length / fluentCases.length).toBeGreaterThan(0.8);
  });

  it("never stands where the model words the rule in its own way", () => {
    const free = fluentCases.flatMap(({ question, extractive, free }) =>
      free ? [keeps(question, extractive, free)] : [],
    );
    expect(free.length).toBeGreaterThan(10);
    expect(free).not.toContain(true);
  });
});
