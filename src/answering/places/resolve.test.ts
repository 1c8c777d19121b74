import { describe, expect, it } from "vitest";
import { fakeProvision } from "../../corpus/fake-library.js";
import { normalise } from "../../language/normalise.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import type { DocumentMention } from "./document-mention.js";
import { parseReferences } from "./reference.js";
import { resolveDocuments, resolvePlace, unmarkDrafts } from "./resolve.js";

const library = createFakeLibrary({
  rules: {
    title: "重大决策程序规定（试行）",
    number: "朝政发〔2022〕9号",
    aliases: ["程序规定"],
    places: [
      { eId: "chp_1", own: "" },
      { eId: "art_3", own: "" },
      { eId: "art_3__para_1", own: "决策遵循下列原则：" },
      { eId: "art_3__point_1", own: "科学；", num: "（一）" },
      { eId: "art_3__point_2", own: "民主。", num: "（二）" },
      { eId: "art_4", own: "" },
      { eId: "art_4__para_1", own: "决策机关负责本规定的实施。" },
      { eId: "art_4__para_2", own: "下列事项不适用：" },
      { eId: "art_4__para_2__point_1", own: "财政政策；", num: "（一）" },
      { eId: "art_4__para_2__point_2", own: "货币政策。", num: "（二）" },
      { eId: "art_5", own: "公众可以提出意见。" },
      { eId: "art_5-1", own: "意见应当记录。" },
      { eId: "art_15", own: "另行规定。" },
    ],
  },
  plan: {
    title: "科学素质行动实施方案",
    number: "朝政办发〔2022〕19号",
    places: [
      { eId: "sec_2", own: "总体要求" },
      { eId: "sec_2__subsec_1", own: "基本原则", num: "（一）" },
      { eId: "sec_2__subsec_1__clause_2", own: "坚持协同。", num: "2." },
      { eId: "table_1", own: "" },
      { eId: "table_1__row_2", own: "2 规划 三季度" },
    ],
  },
});

const at = (documentId: string, question: string) =>
  resolvePlace(library.provisionsOf(documentId), parseReferences(normalise(question)).places[0] ?? [])?.eId ?? null;

describe("resolvePlace", () => {
  it.each([
    ["第三条第二项", "art_3__point_2"],
    ["第四条第二款第一项", "art_4__para_2__point_1"],
    ["第五条", "art_5"],
    ["第五条之一", "art_5-1"],
    ["第五条第一款", "art_5"],
    ["最后一条", "art_15"],
    ["倒数第二条", "art_5-1"],
    ["第三条最后一项", "art_3__point_2"],
    ["第四条的下一条", "art_5"],
    ["第五条的下一条", "art_5-1"],
    ["第十五条的上一条", "art_5-1"],
    ["第三条第一项的下一项", "art_3__point_2"],
    ["第一章第三条", "art_3"],
  ])("finds %s", (question, eId) => {
    expect(at("rules", question)).toBe(eId);
  });

  it("finds points that hang under a later paragraph when the paragraph is not named", () => {
    expect(at("rules", "第四条第二项")).toBe("art_4__para_2__point_2");
  });

  it("takes a paragraph for 第二条 below a place of a text without 条", () => {
    const { provisionsOf } = createFakeLibrary({
      plan: {
        places: [
          { eId: "sec_2", own: "" },
          { eId: "sec_2__para_1", own: "协同推进。" },
          { eId: "sec_2__para_2", own: "改革创新。" },
        ],
      },
    });
    const find = (n: number) =>
      resolvePlace(provisionsOf("plan"), [
        { unit: "part", n: 2 },
        { unit: "article", n },
      ])?.eId ?? null;
    expect([find(2), find(3)]).toEqual(["sec_2__para_2", null]);
  });

  it.each([
    "第六条",
    "第五条之二",
    "第五条第二款",
    "第三条第三项",
    "第十五条之一",
    "第十五条的下一条",
    "第三条的上一条",
  ])("finds no %s", (question) => {
    expect(at("rules", question)).toBeNull();
  });

  it("takes 第二条 for 二、 only where a document has no articles", () => {
    expect(at("plan", "第二条")).toBe("sec_2");
    expect(at("rules", "第二条")).toBeNull();
  });

  it.each([
    ["二（一）2", "sec_2__subsec_1__clause_2"],
    ["第二部分第一节第2点", "sec_2__subsec_1__clause_2"],
    ["第二章第一小节", "sec_2__subsec_1"],
    ["第二大块第一小块", "sec_2__subsec_1"],
    ["第二部分第一项", "sec_2__subsec_1"],
    ["附表第二行", "table_1__row_2"],
  ])("finds %s in a plan", (question, eId) => {
    expect(at("plan", question)).toBe(eId);
  });
});

it("finds a line of the 题注 by that name alone", () => {
  const provisions = [
    fakeProvision("law", "preface", "公布\n施行", { adoption: true, children: ["preface__para_1", "preface__para_2"] }),
    fakeProvision("law", "preface__para_1", "公布", { adoption: true }),
    fakeProvision("law", "preface__para_2", "施行", { adoption: true }),
    fakeProvision("law", "art_1", "甲。"),
  ];
  const found = (question: string) =>
    parseReferences(question).places.map((steps) => resolvePlace(provisions, steps)?.eId ?? null);
  expect(found("题注第二段")).toEqual(["preface__para_2"]);
  expect(found("引言第二段")).toEqual([null]);
});

const mention = (fields: Partial<DocumentMention>): DocumentMention => ({
  number: null,
  shortNumber: null,
  isDecree: false,
  names: [],
  ...fields,
});
const named = (fields: Partial<DocumentMention>, from = library) => {
  const { documents, missing } = resolveDocuments(from, mention(fields));
  return [documents.map(({ documentId }) => documentId), missing];
};

describe("resolveDocuments", () => {
  it("knows a document by number in any brackets, by the end of its number, by title and by alias", () => {
    expect(named({ number: "朝政发[2022]9号" })).toEqual([["rules"], null]);
    expect(named({ shortNumber: 19 })).toEqual([["plan"], null]);
    expect(named({ names: ["科学素质行动实施方案"] })).toEqual([["plan"], null]);
    expect(named({ names: ["程序规定"] })).toEqual([["rules"], null]);
  });

  it("does not take 9号 for 19号, nor one issuer's number for another's", () => {
    expect(named({ shortNumber: 9 })).toEqual([["rules"], null]);
    expect(named({ number: "朝政办发〔2022〕9号" })).toEqual([[], "朝政办发〔2022〕9号"]);
  });

  it("knows a text that is not here by what amends it, and says so", () => {
    const amending = createFakeLibrary({
      notice: { title: "修订通知", number: "朝政发〔2022〕8号", places: [{ eId: "sec_1", own: "将“甲”修订为“乙”。" }] },
    });
    const order = placeOf(amending, "notice#sec_1");
    const target = { targetNumber: "朝政发〔2021〕2号", targetTitle: "促进发展的意见", oldText: "甲", newText: "乙" };
    const library = createFakeLibrary({
      notice: {
        title: "修订通知",
        number: "朝政发〔2022〕8号",
        places: [{ eId: "sec_1", own: "将“甲”修订为“乙”。" }],
        amendments: [fakeAmendment(order, target)],
      },
    });
    const amended = (fields: Partial<DocumentMention>) => resolveDocuments(library, mention(fields)).amended;
    expect(named({ number: "朝政发〔2021〕2号" }, library)).toEqual([["notice"], null]);
    expect(amended({ number: "朝政发〔2021〕2号" })).toBe("朝政发〔2021〕2号");
    expect(amended({ names: ["促进发展的意见"] })).toBe("《促进发展的意见》");
    expect(amended({ number: "朝政发〔2022〕8号" })).toBeNull();
  });

  it("knows an order by 令 alone, which no 文 is", () => {
    const laws = createFakeLibrary({ law: { title: "条例", number: "国务院令第713号", places: [] } });
    expect(named({ shortNumber: 713, isDecree: true }, laws)).toEqual([["law"], null]);
    expect(named({ shortNumber: 713 }, laws)).toEqual([[], "713号文"]);
  });

  it("says what is named and not here", () => {
    expect(named({ shortNumber: 7 })).toEqual([[], "7号文"]);
    expect(named({ names: ["数据安全法"] })).toEqual([[], "《数据安全法》"]);
  });

  const versions = createFakeLibrary({
    old: { title: "采购办法", status: "superseded", places: [] },
    copy: { title: "采购办法", duplicateOf: "new", places: [] },
    new: { title: "采购办法", places: [] },
  });

  const code = createFakeLibrary({
    reading: { title: "最高人民法院关于适用《中华人民共和国民法典》物权编的解释（一）", places: [] },
    things: { title: "中华人民共和国民法典", places: [] },
    heirs: { title: "中华人民共和国民法典", places: [] },
  });

  it("knows a law without the state's name, and takes no text about it for it", () => {
    expect(named({ names: ["民法典"] }, code)).toEqual([["things", "heirs"], null]);
    expect(named({ names: ["中华人民共和国民法典"] }, code)).toEqual([["things", "heirs"], null]);
    expect(named({ names: ["物权编的解释"] }, code)).toEqual([["reading"], null]);
    const about = createFakeLibrary({ reading: { title: "关于适用《公司法》若干问题的规定", places: [] } });
    expect(named({ names: ["公司法"] }, about)).toEqual([[], "《公司法》"]);
  });

  it("puts the version in force first and leaves second sources out", () => {
    expect(named({ names: ["采购办法"] }, versions)).toEqual([["new", "old"], null]);
  });

  it("knows a text that is not here by the document that amends it", () => {
    const target = { targetNumber: "朝政发〔2021〕2号", targetTitle: "人力资源市场若干意见" };
    const words = { oldText: "1年", newText: "2年", oldStart: 0, oldEnd: 2, newStart: 2, newEnd: 4 };
    const rest = { provisionId: "notice#sec_1", targetPlace: "第三条", targetSubject: null, inForceFrom: null };
    const amending = createFakeLibrary({
      notice: { title: "修订通知", amendments: [{ ...target, ...words, ...rest }], places: [] },
    });
    expect(named({ number: "朝政发〔2021〕2号" }, amending)).toEqual([["notice"], null]);
    expect(named({ names: ["人力资源市场若干意见"] }, amending)).toEqual([["notice"], null]);
  });
});

describe("unmarkDrafts", () => {
  const lists = createFakeLibrary({ list: { title: "采购事项目录", places: [] } });

  it("takes the marks from a draft of a text that is here", () => {
    expect(unmarkDrafts(lists, "《目录(草案)》由谁报送")).toBe("目录(草案)由谁报送");
    expect(unmarkDrafts(lists, "《采购事项目录(征求意见稿)》由谁报送")).toBe("采购事项目录(征求意见稿)由谁报送");
    expect(unmarkDrafts(lists, "《档案法(草案)》由谁报送")).toBe("《档案法(草案)》由谁报送");
  });
});
