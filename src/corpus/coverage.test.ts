import { describe, expect, it } from "vitest";
import { checkCoverage } from "./coverage.js";
import { parseFile } from "./parse.js";
import { CorpusParseError } from "./problem.js";

const text = "# 某规定\n\n第一条 甲乙丙。\n\n- （一）丁戊；\n";
const parsed = parseFile({ file: "某规定.md", text });

describe("checkCoverage", () => {
  it("counts every printed character once", () => {
    const { printed, byKind } = checkCoverage(parsed);
    // # 某规定 | 第一条 甲乙丙。 | - （一）丁戊；
    expect(byKind).toEqual({ heading_mark: 1, title: 3, number_mark: 6, text: 7, list_mark: 1 });
    expect(printed).toBe(18);
  });

  it("names file and line of text that has no place", () => {
    const spans = parsed.spans.filter(({ start }) => text.slice(start, start + 2) !== "丁戊");
    const lost = () => checkCoverage({ ...parsed, spans });
    expect(lost).toThrow(CorpusParseError);
    expect(lost).toThrow("某规定.md 第 5 行：“丁戊；”未能归入任何条款。");
  });

  it("refuses a provision that does not repeat its source", () => {
    const [document] = parsed.documents;
    if (!document) throw new Error("no document");
    const provisions = document.provisions.map((p) => (p.eId === "art_1__point_1" ? { ...p, text: "丁己；" } : p));
    expect(() => checkCoverage({ ...parsed, documents: [{ ...document, provisions }] })).toThrow("与原文不一致");
  });

  it("refuses a stretch that is used twice", () => {
    const [first] = parsed.spans;
    const spans = first ? [first, ...parsed.spans] : [];
    expect(() => checkCoverage({ ...parsed, spans })).toThrow("被重复归类");
  });
});
