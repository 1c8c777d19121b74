import { describe, expect, it } from "vitest";
import { fakeTerm } from "./fake-candidate.js";
import { createFakeLibrary } from "./fake-library.js";
import { questionKind } from "./question-kind.js";
import { askedOfTable, columnsAsked, rowCalled } from "./table-question.js";

const cells = (n: number, name: string) => ({ 序号: String(n), 决策名称: name, 承办部门: "区民政局" });
const library = createFakeLibrary({
  d: {
    title: "2022年重大行政决策事项目录",
    places: [
      { eId: "table_1", own: "序号\t决策名称\t承办部门" },
      { eId: "table_1__row_1", own: "", cells: cells(1, "知识产权发展规划") },
      { eId: "table_1__row_2", own: "", cells: cells(2, "户外广告实施方案") },
      { eId: "table_1__row_3", own: "", cells: cells(3, "农田建设规划") },
    ],
  },
});
const ask = (text: string, words: readonly string[] = []) => {
  const asked = askedOfTable(library, { text, kind: questionKind(text), terms: words.map((word) => fakeTerm(word)) });
  return asked && { rows: asked.rows.map((row) => row.eId), missing: asked.missingRow };
};

describe("askedOfTable", () => {
  it.each([
    ["目录第二项是什么", ["table_1__row_2"]],
    ["目录里排第3的是哪件", ["table_1__row_3"]],
    ["目录序号3写的啥", ["table_1__row_3"]],
    ["目录序号三的决策谁承办", ["table_1__row_3"]],
    ["目录最后一行写的啥", ["table_1__row_3"]],
    ['目录里叫"规划"的有哪两个', ["table_1__row_1", "table_1__row_3"]],
    ["目录里名字叫规划的是哪两项", ["table_1__row_1", "table_1__row_3"]],
    ["目录一共列了几项", ["table_1__row_1", "table_1__row_2", "table_1__row_3"]],
  ])("finds the rows that %s asks for", (question, rows) => {
    expect(ask(question)).toEqual({ rows, missing: null });
  });

  it("finds the rows that share a value which the question names", () => {
    expect(ask("目录里几项归区民政局", ["目录", "区民政局"])?.rows).toEqual([
      "table_1__row_1",
      "table_1__row_2",
      "table_1__row_3",
    ]);
    expect(ask("目录里几项归区司法局", ["目录", "区司法局"])).toBeNull();
    expect(ask("目录里几项归区民政局，要听证吗", ["目录", "区民政局", "听证"])).toBeNull();
  });

  it("means the only list there is where rows are asked for by a value of its own", () => {
    expect(ask("区民政局有哪些事项要定", ["区民政局", "定"])?.rows).toHaveLength(3);
    expect(ask("区民政局有哪些事项要听证", ["区民政局", "听证"])).toBeNull();
    expect(ask("区民政局负责什么", ["区民政局"])).toBeNull();
  });

  it("means it where rows are asked for by the head of a column and nothing else", () => {
    expect(ask("哪些事项由部门承办", ["事项", "部门", "承办"])?.rows).toHaveLength(3);
    expect(ask("哪些事项由部门听证", ["事项", "部门", "听证"])).toBeNull();
    expect(ask("听证由谁承办", ["听证", "承办"])).toBeNull();
  });

  it("knows an organ without its level", () => {
    expect(ask("目录里民政局承办的是哪一件", ["目录", "民政局", "承办"])?.rows).toHaveLength(3);
    expect(ask("目录里民政局批的预算是哪一件", ["目录", "民政局", "预算"])).toBeNull();
  });

  it("knows an organ by a shortening that fits one row alone", () => {
    const branch = createFakeLibrary({
      d: {
        title: "决策事项目录",
        places: [
          { eId: "table_1", own: "" },
          { eId: "table_1__row_1", own: "", cells: cells(1, "发展规划") },
          { eId: "table_1__row_2", own: "", cells: { ...cells(2, "处置细则"), 承办部门: "市规划自然资源委朝阳分局" } },
        ],
      },
    });
    const terms = [fakeTerm("规自分局"), fakeTerm("手上")];
    const asked = askedOfTable(branch, { text: "规自分局手上那一项叫什么", kind: "open", terms });
    expect(asked?.rows.map(({ eId }) => eId)).toEqual(["table_1__row_2"]);
  });

  it("takes another word for a list for the only one there is", () => {
    expect(ask("清单上总共多少个决策", ["清单", "决策"])?.rows).toHaveLength(3);
    expect(ask("重点企业名单上有几家", ["重点", "企业", "名单"])).toBeNull();
    expect(ask("黑名单排第二的是谁", ["黑名单"])).toBeNull();
  });

  it("finds rows by the kind of text that they are", () => {
    expect(ask("目录中那两份规划分别由谁承办", ["目录", "规划"])?.rows).toEqual(["table_1__row_1", "table_1__row_3"]);
    expect(ask('叫"实施方案"的决策事项有哪两个', ["实施方案", "决策", "事项"])?.rows).toEqual(["table_1__row_2"]);
    expect(ask("哪个规划要听证", ["规划", "听证"])).toBeNull();
  });

  it("says which row the table does not reach", () => {
    expect(ask("目录第七项谁承办")).toEqual({ rows: [], missing: 7 });
  });

  it("leaves questions on another matter, or that name no list, to the search", () => {
    expect(ask("目录里有几项涉及拆迁", ["拆迁"])).toBeNull();
    expect(ask("目录里民政局那项的联系电话", ["目录", "民政局", "联系电话"])).toBeNull();
    expect(ask("决策程序一共几项")).toBeNull();
    expect(ask("目录里第一个季度的事", ["季度"])).toBeNull();
    expect(ask("进目录的事由谁催办")).toBeNull();
  });
});

describe("columnsAsked", () => {
  it("finds the list whose columns are asked for", () => {
    expect(columnsAsked(library, "附表都设了哪些栏目")?.eId).toBe("table_1");
    expect(columnsAsked(library, "目录有几栏")?.eId).toBe("table_1");
    expect(columnsAsked(library, "目录列了哪些事项")).toBeNull();
    expect(columnsAsked(library, "科普栏目有哪些")).toBeNull();
    expect(columnsAsked(library, "代表们爱看什么栏目")).toBeNull();
    expect(columnsAsked(library, "名单有几栏")).toBeNull();
  });
});

describe("rowCalled", () => {
  const called = (text: string, words: readonly string[] = []) =>
    rowCalled(library, "户外广告实施方案", {
      text,
      kind: questionKind(text),
      terms: words.map((word) => fakeTerm(word)),
    })?.eId ?? null;

  it("finds the row whose name is a title that no document bears, where a column is asked for", () => {
    expect(called("《户外广告实施方案》由谁牵头")).toBe("table_1__row_2");
  });

  it("leaves what is asked of the text itself", () => {
    expect(called("《户外广告实施方案》由谁验收", ["验收"])).toBeNull();
    expect(called("《户外广告实施方案》怎么规定的")).toBeNull();
  });
});
