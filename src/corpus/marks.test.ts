import { describe, expect, it } from "vitest";
import { markNumber, parseMark } from "./marks.js";

describe("parseMark", () => {
  it.each([
    ["第三条 规定所称", "article", "3", "第三条"],
    ["第五条之一 省级", "article", "5-1", "第五条之一"],
    ["第１２条 应当", "article", "12", "第１２条"],
    ["第七十五 条体育运动", "article", "75", "第七十五 条"],
    ["第二十条项目建设单位", "article", "20", "第二十条"],
    ["第三条中央和地方", "article", "3", "第三条"],
    ["第四条以数据为基础", "article", "4", "第四条"],
    ["第一章 总则", "chapter", "1", "第一章"],
    ["第二节 质量", "division", "2", "第二节"],
    ["第一分编 通则", "subbook", "1", "第一分编"],
    ["一、前言", "comma", "1", "一、"],
    ["（一）指导思想", "bracket", "1", "（一）"],
    ["（二）目标", "bracket", "2", "（二）"],
    ["（三）项目建设", "bracket", "3", "（三）"],
    ["(二)决策承办单位", "bracket", "2", "(二)"],
    ["1. 传播科学思想", "dot", "1", "1."],
    ["2．传感器", "dot", "2", "2．"],
    ["3、查处超速", "dot", "3", "3、"],
    ["（1）最大压力", "digitBracket", "1", "（1）"],
  ])("%s opens a place", (text, kind, number, printed) => {
    const mark = parseMark(text);
    expect(mark?.kind).toBe(kind);
    expect(mark && markNumber(mark)).toBe(number);
    expect(mark?.printed).toBe(printed);
  });

  it.each([
    "第三十条第一款所列情形",
    "第十二条的规定",
    "第八条、第九条规定的",
    "第五条项的规定",
    "第五条以外的情形",
    "第五条所列情形",
    "第二章、第三章的规定",
    "（三）项规定的材料",
    "1.5万元以下",
    "5.2.3 轻伤一级",
    "2022年8月11日",
    "——科学精神，引领创新。",
    "",
  ])("%s opens none", (text) => {
    expect(parseMark(text)).toBeNull();
  });
});
