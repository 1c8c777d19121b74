import { describe, expect, it } from "vitest";
import { parseDataset } from "./dataset.js";
import { createFakeLibrary } from "./fake-library.js";
import { createGoldResolver, findUnknownPlaces, isCovered, isSameTopPlace, topPlace } from "./gold.js";

const library = createFakeLibrary(
  {
    "g/1": { chp_1: "总则", art_1: "一", art_1__point_2: "二", chp_2: "附则", art_2: "三", art_11: "四" },
    "g/2": { sec_1: "五" },
  },
  {
    "g/1": {
      number: "朝政发〔2022〕9号",
      title: "程序规定（试行）",
      noticeTitle: "关于印发《程序规定（试行）》的通知",
    },
    "g/2": { title: "方案" },
  },
);
const resolve = createGoldResolver(library);

describe("createGoldResolver", () => {
  it.each([
    "g/1",
    "朝政发〔2022〕9号",
    "朝政发[2022]9号",
    "朝政发（2022）9 号",
    "《程序规定(试行)》",
    "关于印发《程序规定（试行）》的通知",
  ])("finds the document that %s names", (document) => {
    expect(resolve({ document, eId: "*" }).documentIds).toEqual(["g/1"]);
  });

  it("finds no document for an unknown name", () => {
    expect(resolve({ document: "朝政发〔2022〕8号", eId: "*" }).documentIds).toEqual([]);
  });
});

describe("isCovered", () => {
  const gold = (eId: string) => resolve({ document: "g/1", eId });

  it("covers the place and what is below it, not above, not beside", () => {
    expect(isCovered(library, "g/1", "art_1", gold("art_1"))).toBe(true);
    expect(isCovered(library, "g/1", "art_1__point_2", gold("art_1"))).toBe(true);
    expect(isCovered(library, "g/1", "art_1", gold("art_1__point_2"))).toBe(false);
    expect(isCovered(library, "g/1", "art_11", gold("art_1"))).toBe(false);
  });

  it("covers the articles of a chapter, whose ids do not begin with it", () => {
    expect(isCovered(library, "g/1", "art_1__point_2", gold("chp_1"))).toBe(true);
    expect(isCovered(library, "g/1", "art_2", gold("chp_1"))).toBe(false);
  });

  it("keeps to the document, and takes * for any place in it", () => {
    expect(isCovered(library, "g/2", "sec_1", gold("*"))).toBe(false);
    expect(isCovered(library, "g/1", "art_11", gold("*"))).toBe(true);
  });
});

describe("topPlace", () => {
  it.each([
    ["art_11__point_2__indent_3", "art_11"],
    ["preface", "preface"],
    ["table_1__row_2", "table_1"],
    ["annex_1__sec_2__subsec_1", "annex_1__sec_2"],
    ["annex_1", "annex_1"],
  ])("of %s is %s", (eId, top) => {
    expect(topPlace(eId)).toBe(top);
  });

  it("decides the right article", () => {
    expect(isSameTopPlace("g/1", "art_1", resolve({ document: "g/1", eId: "art_1__point_2" }))).toBe(true);
    expect(isSameTopPlace("g/1", "art_11", resolve({ document: "g/1", eId: "art_1" }))).toBe(false);
    expect(isSameTopPlace("g/2", "art_1", resolve({ document: "g/1", eId: "art_1" }))).toBe(false);
  });
});

describe("findUnknownPlaces", () => {
  it("names the gold places that the library lacks", () => {
    const citations = [
      { document: "g/1", eId: "art_1" },
      { document: "g/1", eId: "art_99" },
      { document: "g/1", eId: "*" },
      { document: "没有的文件", eId: "*" },
    ];
    const line = JSON.stringify({ id: "q", question: "？", answerable: true, citations });
    expect(findUnknownPlaces(parseDataset(line, "a.jsonl").questions, library)).toEqual([
      "q: g/1 art_99",
      "q: 没有的文件 *",
    ]);
  });
});
