import { describe, expect, it } from "vitest";
import { createJieba } from "../../language/jieba.js";
import { markTitles } from "./title-marks.js";

const segmenter = createJieba({ dictionaryDir: "models/jieba" });

describe("markTitles", () => {
  it.each([
    ["治安管理处罚法拘留最长几天", "《治安管理处罚法》拘留最长几天"],
    ["科学技术进步法第二条内容", "《科学技术进步法》第二条内容"],
    ["民法典第二百零七条", "《民法典》第二百零七条"],
    ["公司法第十五条怎么规定", "《公司法》第十五条怎么规定"],
    ["2017年那版行政复议法第三条", "2017年那版《行政复议法》第三条"],
    ["那个信访工作条例里多少天要答复", "那个《信访工作条例》里多少天要答复"],
    ["2014年的保密法实施条例要求几年", "2014年的《保密法实施条例》要求几年"],
    ["科普法第十六条原文", "《科普法》第十六条原文"],
    ["土地管理法规定一户几块", "《土地管理法》规定一户几块"],
    ["请问行政处罚法听证几天内提出", "请问《行政处罚法》听证几天内提出"],
    ["您好,我想了解一下治安管理处罚法拘留几天", "您好,我想了解一下《治安管理处罚法》拘留几天"],
  ])("marks the law that %s asks about", (question, marked) => {
    expect(markTitles(question, segmenter)).toBe(marked);
  });

  it.each([
    "有什么办法可以加快",
    "重大决策要按照哪部条例办",
    "方案依据科学技术普及法吗",
    "合法性审查谁来做",
    "申请法援几天给答复",
    "骗到法援的人怎么罚",
    "司法局法审到底审哪几样",
    "银行利率归价格法管吗",
    "全民普法第几年",
    "保姆变着法要红包算违规吗",
    "料堆没法封闭,围挡要多高",
    "这个规定和国务院条例不一致听谁的",
    "民法典总则编解释第三条",
    "《信访工作条例》里多少天要答复",
  ])("leaves %s as it is", (question) => {
    expect(markTitles(question, segmenter)).toBe(question);
  });
});
