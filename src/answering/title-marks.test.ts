import { describe, expect, it } from "vitest";
import { createJieba } from "../language/jieba.js";
import { markTitles } from "./title-marks.js";

const segmenter = createJieba({ dictionaryDir: "models/jieba" });

describe("markTitles", () => {
  it.each([
    ["治安管理处罚法拘留最长几天", "《治安管理处罚法》拘留最长几天"],
    ["科学技术进步法第二条内容", "《科学技术进步法》第二条内容"],
    ["那个信访工作条例里多少天要答复", "那个《信访工作条例》里多少天要答复"],
  ])("marks the law that %s asks about", (question, marked) => {
    expect(markTitles(question, segmenter)).toBe(marked);
  });

  it.each([
    "有什么办法可以加快",
    "重大决策要按照哪部条例办",
    "方案依据科学技术普及法吗",
    "合法性审查谁来做",
    "这个规定和国务院条例不一致听谁的",
    "《信访工作条例》里多少天要答复",
  ])("leaves %s as it is", (question) => {
    expect(markTitles(question, segmenter)).toBe(question);
  });
});
