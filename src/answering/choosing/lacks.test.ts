import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { type QuestionKind, questionKind } from "../question/question-kind.js";
import type { Term } from "../words/terms.js";
import { lacksAnswer } from "./lacks.js";

const base = createFakeLibrary({
  list: {
    title: "2022年朝阳区重大决策目录",
    places: [
      { eId: "table_1", own: "决策名称\t承办部门\t决策时间" },
      {
        eId: "table_1__row_1",
        own: "",
        cells: { 决策名称: "农田建设规划", 承办部门: "区农业农村局", 决策时间: "三季度" },
      },
      { eId: "table_1__row_2", own: "", cells: { 决策名称: "广告方案", 承办部门: "区城管委", 决策时间: "三季度" } },
    ],
  },
  rules: {
    title: "朝阳区决策规定",
    places: [
      { eId: "art_1", own: "应当公开征求意见，不少于30日。" },
      { eId: "art_2", own: "由房地产管理部门登记。" },
      { eId: "art_3", own: "有下列行为之一的，处200元罚款：" },
      { eId: "art_3__point_1", own: "在水库洗车的；" },
    ],
  },
  notice: { places: [{ eId: "sec_1", own: "将“由部门评定”修订为“加大对红名单机构的表彰力度”。" }] },
});
const amendment = fakeAmendment(placeOf(base, "notice#sec_1"), {
  oldText: "由部门评定",
  newText: "加大对红名单机构的表彰力度",
});
const library = createFakeLibrary({
  list: { title: "2022年朝阳区重大决策目录", places: placesOf("list") },
  rules: { title: "朝阳区决策规定", places: placesOf("rules") },
  notice: { amendments: [amendment], places: placesOf("notice") },
});

function placesOf(documentId: string) {
  return base.provisionsOf(documentId).map(({ eId, text, ownLength, cells }) => ({
    eId,
    own: text.slice(0, ownLength),
    ...(cells && { cells: Object.fromEntries(cells.map(({ column, text: value }) => [column, value])) }),
  }));
}

function lacks(id: string, text: string, words: readonly Term[] = [], kind: QuestionKind = questionKind(text)) {
  return lacksAnswer(library, fakeCandidate(placeOf(library, id), 1), { text, kind, terms: words });
}

describe("lacksAnswer", () => {
  it("asks of a row only what its columns are headed", () => {
    const row = "list#table_1__row_1";
    const farmland = fakeTerm("农田", { weight: 4 });
    expect(lacks(row, "农田规划的钱从哪级财政出", [farmland, fakeTerm("财政", { weight: 4 })])).toBe(true);
    expect(lacks(row, "农田规划里头具体写了啥", [farmland])).toBe(true);
    expect(lacks(row, "农田规划的上位法是哪部", [farmland])).toBe(true);
    expect(lacks(row, "农田规划适用于哪些村", [farmland])).toBe(true);
    expect(lacks(row, "农田规划里亩数怎么限的", [farmland])).toBe(true);
    expect(lacks(row, "农田规划谁承办", [farmland, fakeTerm("承办", { weight: 4 })])).toBe(false);
    // Everyday words are no matter of their own, and a value that no row has is denied by the table.
    expect(lacks(row, "农田规划谁扛活", [farmland, fakeTerm("扛活", { weight: 6, drafted: 0 })])).toBe(false);
    expect(lacks(row, "农田规划四季度定吗", [farmland, fakeTerm("四季度", { weight: 2.5 })])).toBe(false);
    // What the turn before was about is not asked.
    expect(lacks(row, "谁承办", [fakeTerm("预算", { weight: 4 })])).toBe(false);
  });

  it("takes another row's organ and the time for matters of the table", () => {
    const row = "list#table_1__row_1";
    expect(lacks(row, "农田规划的年限到哪年", [fakeTerm("年限", { weight: 6 })])).toBe(false);
    expect(lacks(row, "农田规划是区城管委办的吧", [fakeTerm("城管委", { weight: 6 })], "open")).toBe(false);
    expect(lacks(row, "农田规划是区卫健委办的吧", [fakeTerm("卫健委", { weight: 6 })], "open")).toBe(true);
  });

  it("finds no day in a row that tells a quarter", () => {
    expect(lacks("list#table_1__row_1", "农田规划几月几号上会", [], "date")).toBe(true);
    expect(lacks("list#table_1__row_1", "农田规划什么时候上会", [], "date")).toBe(false);
  });

  it("finds no organ and no way in wording that names none", () => {
    expect(lacks("notice#sec_1", "红名单由哪个部门评")).toBe(true);
    expect(lacks("notice#sec_1", "红名单在哪里查")).toBe(true);
    expect(lacks("notice#sec_1", "红名单有什么好处")).toBe(false);
  });

  it("finds no meaning in wording that defines nothing", () => {
    expect(lacks("notice#sec_1", "红名单究竟是什么意思")).toBe(true);
    expect(lacks("notice#sec_1", "红名单图的是什么", [], "definition")).toBe(false);
  });

  it("knows nothing of an organ that a local text never names", () => {
    const bureau = (text: string) => fakeTerm(text, { weight: 6 });
    expect(lacks("rules#art_1", "区卫健委负责什么", [bureau("卫健委")])).toBe(true);
    expect(lacks("rules#art_2", "房管局负责什么", [bureau("房管局")])).toBe(false);
    expect(lacks("rules#art_1", "卫健委的决策也要公开吗", [bureau("卫健委")])).toBe(false);
    expect(lacks("rules#art_1", "找卫健委还是找承办单位", [bureau("卫健委")])).toBe(false);
  });

  it("takes an item's amount from its lead-in", () => {
    expect(lacks("rules#art_3__point_1", "水库里洗车罚多少钱")).toBe(false);
    expect(lacks("rules#art_1", "水库里洗车罚多少钱")).toBe(true);
  });
});
