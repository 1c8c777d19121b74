import { describe, expect, it } from "vitest";
import { isEnglish, toChineseTerms } from "./glossary.js";
import { GLOSSARY } from "./glossary-table.js";

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
    ["how long is the public comment period", "多长时间 公开征求意见 period"],
    ["which department handles archiving", "哪个部门 负责 归档 档案"],
    ["when does the regulation take effect", "什么时候 规定 施行"],
  ])("reads %s", (english, chinese) => {
    expect(toChineseTerms(english)).toBe(chinese);
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
  it("gives each English wording one meaning", () => {
    const wordings = GLOSSARY.flatMap(([english]) => english.split("|"));
    expect(wordings.filter((wording, i) => wordings.indexOf(wording) !== i)).toEqual([]);
  });

  it("is written in lower case letters, so that nothing in it needs escaping", () => {
    expect(
      GLOSSARY.flatMap(([english]) => english.split("|")).filter((wording) => !/^[a-z' -]+$/u.test(wording)),
    ).toEqual([]);
  });
});
