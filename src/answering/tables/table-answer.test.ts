import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { rowsOf } from "../places/place-tree.js";
import type { QuestionKind } from "../question/question-kind.js";
import { Draft } from "../writing/draft.js";
import { hasUnmetValue, onlyRow, rowsNamed, writeRow, writeRows } from "./table-answer.js";

const row = (n: number, name: string, department: string, date: string) => ({
  eId: `table_1__row_${n}`,
  own: "",
  cells: { 序号: String(n), 决策名称: name, 承办部门: department, 计划决策时间: date },
});
const library = createFakeLibrary({
  list: {
    places: [
      { eId: "table_1", own: "" },
      row(1, "朝阳区知识产权发展规划", "区市场监管局", "三季度"),
      row(2, "朝阳区区属粮食储备管理办法（修订）", "区发展改革委（区粮食和储备局）", "三季度"),
      row(3, "老旧小区改造工作计划", "区住房城乡建设委", "四季度"),
    ],
  },
});
const table = placeOf(library, "list#table_1");

function rowAnswer(n: number, kind: QuestionKind, words: readonly string[] = [], text = ""): Draft {
  const draft = new Draft(library);
  const terms = words.map((word) => fakeTerm(word));
  writeRow(draft, placeOf(library, `list#table_1__row_${n}`), { kind, terms, text });
  return draft;
}

function rowsAnswer(question: string): Draft {
  const draft = new Draft(library);
  writeRows(draft, rowsOf(library, table), question);
  return draft;
}
const citedRows = (draft: Draft) => draft.citations.map(({ label }) => label);

describe("writeRow", () => {
  it("answers with the cell of the column that the kind of question asks for", () => {
    expect(rowAnswer(2, "who").markdown).toBe(
      "“朝阳区区属粮食储备管理办法（修订）”，承办部门：区发展改革委（区粮食和储备局）。[1]",
    );
    expect(rowAnswer(3, "date").markdown).toBe("“老旧小区改造工作计划”，计划决策时间：四季度。[1]");
  });

  it("answers with every column that a clause of the question asks for", () => {
    expect(rowAnswer(3, "who", [], "老旧小区改造谁牵头,几季度上会").markdown).toBe(
      "“老旧小区改造工作计划”，承办部门：区住房城乡建设委；计划决策时间：四季度。[1]",
    );
  });

  it("answers with the organ too where two are named to choose from", () => {
    expect(rowAnswer(3, "liability", [], "是住建委弄还是民政局弄,哪个季度定").markdown).toContain(
      "，承办部门：区住房城乡建设委；计划决策时间：四季度。",
    );
  });

  it("answers with every column that words name, by head or by the form of its values", () => {
    expect(rowAnswer(3, "open", ["部门"], "老旧小区 部门 季度").markdown).toContain(
      "，承办部门：区住房城乡建设委；计划决策时间：四季度。",
    );
  });

  it("answers with the column that a word of the question names", () => {
    expect(rowAnswer(1, "open", ["部门"]).markdown).toContain("，承办部门：区市场监管局。");
  });

  it("answers with all facts but the ordinal where no column is asked for", () => {
    expect(rowAnswer(1, "open").markdown).toBe(
      "“朝阳区知识产权发展规划”，承办部门：区市场监管局；计划决策时间：三季度。[1]",
    );
  });

  it("quotes the row whole", () => {
    expect(rowAnswer(1, "who").citations[0]?.quote).toBe("1 朝阳区知识产权发展规划 区市场监管局 三季度");
  });
});

describe("writeRows", () => {
  it("keeps the rows that have the value asked for and counts them", () => {
    const draft = rowsAnswer("三季度有哪些决策事项");
    expect(draft.markdown).toMatch(/^共2项：\n\n- 朝阳区知识产权发展规划（承办部门：区市场监管局；/u);
    expect(citedRows(draft)).toEqual(["附表第1行", "附表第2行"]);
  });

  it.each([
    "区发展改革委承办哪些事项",
    "区粮食和储备局承办哪些事项",
  ])("finds a cell by either side of its brackets: %s", (question) => {
    expect(citedRows(rowsAnswer(question))).toEqual(["附表第2行"]);
  });

  it("denies a false premise first and then shows what the table has", () => {
    const draft = rowsAnswer("一季度有哪些决策事项");
    expect(draft.markdown).toMatch(/^表中没有“一季度”的事项。\n\n共3项：/u);
    expect(draft.citations).toHaveLength(3);
  });

  it.each([
    ["有没有拖到年底才定的", /^共1项：\n\n- 老旧小区改造工作计划/u],
    ["有没有12月才定的", /^共1项：\n\n- 老旧小区改造工作计划/u],
    ["有没有年初就定的", /^表中没有“年初”的事项。\n\n共3项：/u],
    ["有没有2月就定的", /^表中没有“2月”的事项。\n\n共3项：/u],
  ])("reads a stretch of the year as its quarters: %s", (question, answer) => {
    expect(rowsAnswer(question).markdown).toMatch(answer);
  });

  it("denies what none of the rows has", () => {
    const draft = new Draft(library);
    writeRows(draft, rowsOf(library, table), "", "区教委");
    expect(draft.markdown).toMatch(/^表中没有“区教委”的事项。\n\n共3项：/u);
  });

  it("reads half a year as its quarters", () => {
    expect(rowsAnswer("上半年有哪些决策事项").markdown).toMatch(/^表中没有“上半年”的事项。\n\n共3项：/u);
    expect(rowsAnswer("下半年有哪些决策事项").markdown).toMatch(/^共3项：/u);
  });

  it("finds the rows of a level, and of the one that is meant where another is denied", () => {
    const mixed = createFakeLibrary({
      list: {
        places: [
          { eId: "table_1", own: "" },
          row(1, "规划", "区市场监管局", "三季度"),
          row(2, "细则", "市规划自然资源委分局", "三季度"),
        ],
      },
    });
    const draft = new Draft(mixed);
    writeRows(draft, rowsOf(mixed, placeOf(mixed, "list#table_1")), "哪一件不是区属部门,而是市里的分局承办的");
    expect(citedRows(draft)).toEqual(["附表第2行"]);
    const rows = rowsOf(mixed, placeOf(mixed, "list#table_1"));
    const only = (question: string) => onlyRow(rows, question)?.eId;
    expect(only("承办部门都是区属局吗")).toBe("table_1__row_2");
    expect(only('哪一件不是"区"字头单位办的')).toBe("table_1__row_2");
    expect(only("哪个挂的是市级单位的牌子")).toBe("table_1__row_2");
    expect(only("哪一件是区级部门承办的")).toBe("table_1__row_1");
  });

  it("shows all rows where the question names no value", () => {
    expect(rowsAnswer("目录里一共有几件事").markdown).toMatch(/^共3项：/u);
  });
});

describe("hasUnmetValue", () => {
  it("sees that no row has a value that the question names", () => {
    expect(hasUnmetValue(library, table, "一季度要决策的是哪些")).toBe(true);
  });

  it("is satisfied by a value of any row, and by a question that names none", () => {
    expect(hasUnmetValue(library, table, "四季度有哪些")).toBe(false);
    expect(hasUnmetValue(library, table, "老旧小区改造谁承办")).toBe(false);
  });
});

describe("rowsNamed", () => {
  const named = (text: string, words: readonly string[]) =>
    rowsNamed(library, table, { text, terms: words.map((word) => fakeTerm(word)) }).map(({ label }) => label);

  it("gives the rows that a question names beside each other", () => {
    const words = ["知识产权", "老旧小区", "部门"];
    expect(named("知识产权规划和老旧小区计划分别是哪个部门", words)).toEqual(
      citedRows(rowsAnswer("")).filter((_, at) => at !== 1),
    );
  });

  it("gives none where one row is named, or words that all rows share", () => {
    expect(named("知识产权规划和计划分别是谁的", ["知识产权"])).toEqual([]);
    expect(named("知识产权规划归谁", ["知识产权", "老旧小区"])).toEqual([]);
  });
});
