import { describe, expect, it } from "vitest";
import { isEnglish, toChineseTerms } from "./glossary.js";
import themes from "./glossary.json" with { type: "json" };

describe("isEnglish", () => {
  it("tells an English question from a Chinese one with English words", () => {
    expect(isEnglish("who approves the budget?")).toBe(true);
    expect(isEnglish("app上能不能办理营业执照")).toBe(false);
    expect(isEnglish("wps 文件怎么交")).toBe(false);
  });
});

describe("toChineseTerms", () => {
  it.each([
    ["who is responsible for legality review?", "谁 负责 合法性审查 ?"],
    ["how long is the public comment period", "多长时间 公开征求意见 期限"],
    ["which department handles archiving", "哪个部门 负责 归档 档案"],
    ["when does the regulation take effect", "什么时候 规定 施行"],
    ["may they let the public in to the lab", "可以吗 面向社会开放 开放 实验室"],
    ["an expert with a financial interest", "专家 直接利害关系 利害关系"],
    ["put the decision on hold", "先决定中止执行 中止执行"],
    ["internal matters", "政府内部行政管理"],
  ])("reads %s", (english, chinese) => {
    expect(toChineseTerms(english)).toBe(chinese);
  });

  it.each([
    ["what does paragraph 3 of article 19 say", "什么 第19条第3款"],
    ["article 8, item 2", "第8条第2项"],
    ["notice no. 8 of 2022", "通知 〔2022〕8号"],
  ])("reads the place in %s", (english, chinese) => {
    expect(toChineseTerms(english)).toBe(chinese);
  });

  it("reads regions by their sound, and by a spelling of their own", () => {
    expect(toChineseTerms("credit repair in guizhou and shaanxi")).toBe("信用修复 贵州 陕西");
    expect(toChineseTerms("who inspects in beijing")).toBe("谁 检查 北京");
  });

  it("takes no word for a term with an ending", () => {
    expect(toChineseTerms("legal aid")).toBe("法律援助");
    expect(toChineseTerms("villagers' committees")).toBe("村民委员会");
  });

  it("takes a wording as it is written before those that share its stem", () => {
    expect(toChineseTerms("a park and parking")).toBe("公园 绿地 停车");
    expect(toChineseTerms("the 13th five-year plan")).toBe("十三五");
  });

  it("takes the longest term", () => {
    expect(toChineseTerms("social insurance")).toBe("社会保险");
    expect(toChineseTerms("science and technology")).toBe("科技");
  });

  it("knows plain endings", () => {
    expect(toChineseTerms("experts approved contracts")).toBe("专家 批准 同意 合同");
  });

  it("does not find a term inside another word", () => {
    expect(toChineseTerms("unitary landscape")).toBe("unitary landscape");
  });

  it("reads how can as a way and not as leave", () => {
    expect(toChineseTerms("how can i apply for a permit")).toBe("如何 申请 许可证");
  });
});

describe("the glossary", () => {
  const wordings = Object.values(themes)
    .flat()
    .flatMap(([english = ""]) => english.split("|"));

  it("gives each English wording one meaning", () => {
    expect(wordings.filter((wording, i) => wordings.indexOf(wording) !== i)).toEqual([]);
  });

  it("is written in lower case letters, so that nothing in it needs escaping", () => {
    expect(wordings.filter((wording) => !/^[a-z' -]+$/u.test(wording))).toEqual([]);
  });
});
