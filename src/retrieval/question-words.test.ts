import { expect, it } from "vitest";
import { withoutQuestionWords } from "./question-words.js";

it.each([
  ["承租国有用房的企业有哪些优惠政策？", "承租国有用房 企业有 优惠政策？"],
  ["补贴多少钱", "补贴 钱"],
  ["吗啡能开吗？", "吗啡能开 ？"],
  ["由谁负责合法性审查", "由 负责合法性审查"],
])("leaves of %s what is asked about", (question, rest) => {
  expect(withoutQuestionWords(question)).toBe(rest);
});

it("keeps a question that only asks", () => {
  expect(withoutQuestionWords("是什么？")).toBe("是 ？");
  expect(withoutQuestionWords("为什么？")).toBe("为什么？");
});
