import { describe, expect, it } from "vitest";
import { fakeDocument } from "../corpus/fake-library.js";
import { userDictionary } from "./user-dictionary.js";

const termsOf = (text: string): string[] => userDictionary([fakeDocument("无", [text])]);

describe("userDictionary", () => {
  it.each([
    ["决策草案须经区司法局进行合法性审查。", "区司法局"],
    ["由区政府办公室审核", "区政府办公室"],
    ["责任部门\n市规划自然资源委朝阳分局", "市规划自然资源委朝阳分局"],
    ["重大行政决策（以下简称“决策”）", "决策"],
    ["以下统称为“红黑名单”", "红黑名单"],
    ["根据《重大行政决策程序暂行条例》", "重大行政决策程序暂行条例"],
    ["《通知》（国发〔2021〕9号）", "国发〔2021〕9号"],
    ["《通知》(国发[2021]9号)", "国发〔2021〕9号"],
  ])("reads a term in %s", (text, term) => {
    expect(termsOf(text)).toContain(term);
  });

  it("takes no part of a sentence for an organ", () => {
    const text = "报区政府按程序报区财政局备案，由市人民政府和有关部门的办公室负责";
    expect(termsOf(text).filter((term) => /[按报和的]/.test(term))).toEqual([]);
  });

  it("takes number, issuer, title and short names of the documents", () => {
    const head = {
      title: "程序规定（试行）",
      number: "朝政发〔2022〕9号",
      issuer: "朝阳区人民政府",
      aliases: ["《规定》"],
    };
    expect(userDictionary([fakeDocument("甲", [], head)])).toEqual(
      ["程序规定(试行)", "朝政发〔2022〕9号", "朝阳区人民政府", "《规定》"].sort(),
    );
  });

  it("gives each term once, whatever the order of the documents", () => {
    const one = fakeDocument("甲文", ["须经区司法局审查"]);
    const other = fakeDocument("乙文", ["须经区审计局、区司法局审查"]);
    expect(userDictionary([one, other])).toEqual(userDictionary([other, one]));
    expect(new Set(userDictionary([one, other])).size).toBe(userDictionary([one, other]).length);
  });
});
