import { expect, it } from "vitest";
import { fakeDocument, fakeProvision } from "../corpus/fake-library.js";
import { toSearchableRows } from "./searchable-rows.js";

const leadIn = "应当提交以下材料：";
const list = `${leadIn}\n（一）决策草案；\n（二）法律依据。`;
const rule = fakeDocument("规定", [], {
  title: "重大行政决策程序规定",
  provisions: [
    fakeProvision("规定", "chp_1", "决策程序", { level: "chapter", heading: "决策程序", children: ["art_12"] }),
    fakeProvision("规定", "art_12", list, {
      ownLength: leadIn.length,
      parent: "chp_1",
      children: ["art_12__point_1", "art_12__point_2"],
    }),
    fakeProvision("规定", "art_12__point_1", "决策草案；", { level: "point", parent: "art_12" }),
    fakeProvision("规定", "art_12__point_2", "法律依据。", { level: "point", parent: "art_12" }),
  ],
});

it("finds a place by title, headings and its words, and a short list by the whole of it", () => {
  const rows = toSearchableRows([rule]);
  expect(rows.map(({ provision }) => provision.eId)).toEqual(["art_12", "art_12__point_1", "art_12__point_2"]);
  expect(rows[0]?.searchText).toBe(`重大行政决策程序规定\n决策程序\n${list}`);
  expect(rows[1]?.searchText).toBe("重大行政决策程序规定\n决策程序\n决策草案；");
});

it("finds a long list by its own words and its items", () => {
  const long = `${leadIn}\n${"（一）材料；".repeat(100)}`;
  const article = fakeProvision("规定", "art_1", long, { ownLength: leadIn.length, children: ["art_1__point_1"] });
  const item = fakeProvision("规定", "art_1__point_1", "材料；".repeat(100), { parent: "art_1" });
  const rows = toSearchableRows([fakeDocument("规定", [], { provisions: [article, item] })]);
  expect(rows.map(({ searchText }) => searchText.length)).toEqual([3 + leadIn.length, 3 + 300]);
});

it("finds a section with a heading by heading and words", () => {
  const section = fakeProvision("方案", "sec_1", "区政府负责领导。", { level: "section", heading: "组织保障" });
  const [row] = toSearchableRows([fakeDocument("方案", [], { provisions: [section] })]);
  expect(row?.searchText).toBe("方案\n组织保障\n区政府负责领导。");
});

it("has no rows for the second source of a document", () => {
  expect(toSearchableRows([fakeDocument("抄本", ["审查。"], { duplicateOf: "规定" })])).toEqual([]);
});

it("leaves a 题注 out, which says the like of every law", () => {
  const note = fakeProvision("条例", "preface", "2019年4月20日 国务院令第713号公布", { adoption: true });
  const article = fakeProvision("条例", "art_1", "决策应当公布。");
  const rows = toSearchableRows([fakeDocument("条例", [], { provisions: [note, article] })]);
  expect(rows.map(({ provision }) => provision.eId)).toEqual(["art_1"]);
});
