import { describe, expect, it } from "vitest";
import { asksWhoIsListed, lacksWhatIsAsked, quantityPattern, showsEvidence } from "./evidence.js";
import type { QuestionKind } from "./question-kind.js";

describe("showsEvidence", () => {
  it.each<[QuestionKind, string, string]>([
    ["deadline", "一般不少于7个工作日。", "应当进行合法性审查。"],
    ["deadline", "突发事件应当立即处置。", "应当妥善处置。"],
    ["money", "给予30万元奖励。", "给予30名人才奖励。"],
    ["money", "办理登记不收取费用。", "办理登记应当提交材料。"],
    ["percent", "比例超过24%。", "比例明显提高。"],
    ["contact", "咨询电话：65090000", "具体事项由承办单位解释。"],
    ["who", "由区司法局负责。", "应当公开征求意见。"],
    ["purpose", "为规范决策，制定本规定。", "本规定自印发之日起施行。"],
    ["liability", "依法追究责任。", "应当公开征求意见。"],
  ])("for %s is in “%s” and not in “%s”", (kind, shown, missing) => {
    expect(showsEvidence(kind, shown)).toBe(1);
    expect(showsEvidence(kind, missing)).toBe(0);
  });

  it("is asked for by no open question", () => {
    expect(showsEvidence("open", "任何文字")).toBeNull();
  });
});

describe("quantityPattern", () => {
  it.each([
    ["期限是几天", "不少于30日", "每2年一次"],
    ["多少个工作日", "７个工作日", "工作日内"],
    ["几年评估一次", "每三年", "30日"],
    ["哪一年实现", "到2035年", "三季度"],
    ["要请几位专家", "5名以上专家", "请专家论证"],
    ["有几个等级", "分为四个等级", "分为四个部分"],
    ["成立几年以内算新设立", "满3年的", "自2022年8月13日起"],
    ["几天内补齐", "在5日内补齐", "2022年9月13日印发"],
    ["几个月办完", "六个月内办结", "2022年9月印发"],
    ["规划管哪几年", "2021-2030年", "三季度"],
    ["档案保存多久", "保存十年", "及时归档"],
    ["几分钟内赶到", "30分钟内", "30日内"],
    ["在站里最多住几天", "不超过10日", "及时返回"],
    ["上头几天内得回话", "5日内答复", "及时答复"],
    ["满多少岁", "六十周岁以上", "六十日以上"],
    ["公章直径多大", "直径4.2厘米", "四个部门"],
    ["骗保的罚几倍", "处2倍以上5倍以下的罚款", "处2万元罚款"],
    ["夜里几点以后", "22时至次日6时", "22日"],
  ])("of %s finds “%s”, not “%s”", (question, shown, missing) => {
    const pattern = quantityPattern(question);
    expect([shown, missing].map((text) => pattern?.test(text))).toEqual([true, false]);
  });

  it.each([
    "由哪个部门负责",
    "包括几个方面",
    "有哪些材料",
    "走几道程序",
    "改的是第几条第几项",
    "几家怎么配合",
    "当兵那几年算工龄不",
    "想多占几天怎么办",
    "还贷差几天周转不开",
  ])("asks for no number in %s", (question) => {
    expect(quantityPattern(question)).toBeNull();
  });
});

describe("lacksWhatIsAsked", () => {
  it.each<[string, QuestionKind, string]>([
    ["区长叫什么", "person", "区长主持会议。"],
    ["咨询电话是多少", "contact", "应当公布受理单位。"],
    ["比例是多少", "percent", "比例逐年提高。"],
    ["专家劳务费给多少", "money", "组织专家论证。"],
    ["几个工作日内反馈", "deadline", "应当及时反馈。"],
    ["规定由谁负责解释", "who", "政务服务局做好政策解读。"],
    ["规定里有句话说不清,找谁解释", "who", "可以通过专家访谈进行解释说明。"],
    ["科学中心建多大面积", "open", "建设科学中心。"],
    ["专家要什么职称", "open", "专家应当具有代表性。"],
    ["机构要有什么资质证", "open", "承担论证工作的机构，取消评估资格。"],
    ["在哪个app注册", "channel", "推动志愿者注册。"],
  ])("sees that what %s asks for is not there", (question, kind, passage) => {
    expect(lacksWhatIsAsked(question, kind, passage)).toBe(true);
  });

  it.each<[string, QuestionKind, string]>([
    ["组长是谁", "person", "由区长担任组长。"],
    ["比例是多少", "percent", "比例达到30%左右。"],
    ["挖断管线罚多少", "money", "处合同金额千分之五的罚款。"],
    ["几个工作日内反馈", "deadline", "3个工作日内反馈。"],
    ["规定由谁负责解释", "who", "本规定由区司法局负责解释。"],
    ["规定里有句话说不清,找谁解释", "who", "本规定由区司法局负责解释。"],
    ["摊位面积要多大", "open", "面积不少于10平方米。"],
    ["要哪种执照", "open", "应当持有操纵员执照。"],
  ])("sees that what %s asks for is there", (question, kind, passage) => {
    expect(lacksWhatIsAsked(question, kind, passage)).toBe(false);
  });

  it.each<[string, QuestionKind, string]>([
    ["材料送到司法局哪个科室", "who", "应当报送区司法局。"],
    ["专家的劳务费按什么标准", "list", "专家应当署名。"],
    ["常务会表决要过半吗", "yesno", "由主要负责人作出决定。"],
  ])("misses in a passage what %s asks for by a word of its own", (question, kind, passage) => {
    expect(lacksWhatIsAsked(question, kind, passage)).toBe(true);
  });

  it.each<[string, QuestionKind, string]>([
    ["多久之内反馈", "deadline", "应当及时反馈。"],
    ["花多少钱由谁来算", "money", "由承办单位分析成本。"],
    ["谁来主持", "who", "应当召开会议。"],
  ])("leaves %s alone, which can be told in other words", (question, kind, passage) => {
    expect(lacksWhatIsAsked(question, kind, passage)).toBe(false);
  });
});

describe("asksWhoIsListed", () => {
  it.each([
    "红名单上有哪些机构",
    "黑名单有谁",
    "红名单现在有几家机构",
    "哪些机构上了黑名单",
    "哪家进了红名单",
  ])("is so for %s", (question) => {
    expect(asksWhoIsListed(question)).toBe(true);
  });

  it.each([
    "红名单有什么好处",
    "红名单制度改了什么",
    "哪些部门管黑名单",
    "名单由谁确定",
    "红名单机构有哪些优惠",
  ])("is not so for %s", (question) => {
    expect(asksWhoIsListed(question)).toBe(false);
  });
});
