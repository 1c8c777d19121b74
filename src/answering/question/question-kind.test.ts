import { describe, expect, it } from "vitest";
import { isYesNo, questionKind, termsAskedAbout } from "./question-kind.js";

describe("questionKind", () => {
  it.each([
    ["公开征求意见要多少天", "deadline"],
    ["新机构的补贴最长多少个月", "deadline"],
    ["报告几年一次，最晚几天交", "deadline"],
    ["申请要交哪些材料", "materials"],
    ["合法性审查由哪个部门负责", "who"],
    ["这份文件的文号是多少", "document_number"],
    ["这个通知是谁印发的", "document_issuer"],
    ["规定从什么时候开始施行", "document_in_force"],
    ["程序规定 生效 哪天", "document_in_force"],
    ["那部规定的全名", "document_title"],
    ["修订通知啥时候起作用", "document_in_force"],
    ["办理要收费吗", "money"],
    ["收费标准是多少钱", "money"],
    ["联系电话是多少", "contact"],
    ["违反规定要承担什么责任", "liability"],
    ["什么是科学素质", "definition"],
    ["哪些情形要开听证会", "list"],
    ["规定共几条", "document_size"],
    ["目标比例是多少", "percent"],
    ["有科学素质的占几成", "percent"],
    ["一平米补多少", "money"],
    ["8号文改的是几号的老文件", "document_number"],
    ["通知抄发给谁", "document_addressees"],
    ["为什么要制定这个规定", "purpose"],
    ["怎么申报", "procedure"],
    ["能不能委托第三方", "yesno"],
    ["司法局已经回过函了，还用再送法审不", "yesno"],
    ["决策已经批下来了吗", "state"],
    ["区科协主席现在是谁", "person"],
    ["小学校长由谁来聘", "who"],
    ["把人家电话泄露出去怎么罚", "liability"],
    ["方案依的是哪几部法", "basis"],
    ["9号文落款上的年月日", "document_date"],
    ["那份通知落款盖的是谁", "document_issuer"],
    ["通知打哪天起作数", "document_in_force"],
    ["补贴那条,修订前后差在哪个字眼上", "amendment"],
    ["修订前后有什么不一样", "amendment"],
    ["这次动的是老意见的哪几条哪几项", "amendment"],
    ["8号文一共动了原意见的几个地方", "amendment"],
    ["意见哪几条被改了", "amendment"],
    ["还有一处改的是啥", "amendment"],
    ["推动科普的措施有哪几项", "count"],
    ["改善了环境的措施有哪些", "list"],
    ["修改了草案要重新走哪些步骤", "list"],
    ["论证和评估有什么区别", "difference"],
    ["方案从头到尾分哪几大部分", "document_size"],
    ["发文的时候街乡都发了吗,还有谁在收文之列", "document_addressees"],
    ["9号文是哪位领导签发的", "person"],
    ["科普方案是哪一天发下来的", "document_date"],
    ["印目录的通知落的是几月几号", "document_date"],
    ["档案规定是哪年哪月哪日印出来的", "document_date"],
    ["31号是谁家印的", "document_issuer"],
    ["健身方案是哪家单位印发的", "document_issuer"],
    ["档案规定是哪一级政府下的文", "document_issuer"],
    ["乡政府收不收得到这份通知", "document_addressees"],
    ["乡里在不在规定的发文对象里", "document_addressees"],
    ["31号文是怎么分块的", "document_size"],
    ["责任要落实到谁", "who"],
    ["征求意见稿什么时候公布", "date"],
    ["私自把公厕拆了罚几万", "money"],
    ["举报线索的给多少奖励", "money"],
    ["水费滞纳金一天收千分之几", "percent"],
    ["按几成给护理费", "percent"],
    ["出了亡人事故几小时内要上报", "deadline"],
    ["办演唱会要带啥证件", "materials"],
    ["改乡为镇最后哪级批", "who"],
    ["新设排污口要去哪备案", "who"],
    ["打骂同事给什么处分", "liability"],
    ["招牌坏了一直不修会咋样", "liability"],
    ["多大岁数算老年人", "count"],
    ["小区装修几点以后不许施工", "date"],
    ["法制审查主要审哪几点", "list"],
    ["监理要什么资质", "condition"],
    ["台账要记些什么", "list"],
    ["公园里飞无人机让不让", "yesno"],
    ["承包地里能建坟不", "yesno"],
    ["开挖之前先要干啥", "procedure"],
  ])("takes %s for %s", (question, kind) => {
    expect(questionKind(question)).toBe(kind);
  });

  it("leaves out the words that ask", () => {
    const terms = ["补贴", "删掉", "要求"].map((text) => ({ text }));
    expect(termsAskedAbout("补贴那条删掉了什么要求", terms).map(({ text }) => text)).toEqual(["补贴", "要求"]);
  });

  it("sees a yes/no question whatever else is asked", () => {
    expect(isYesNo("期限是30天吗")).toBe(true);
    expect(isYesNo("期限是多少天")).toBe(false);
  });
});
