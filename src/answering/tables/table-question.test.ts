import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary } from "../fake-library.js";
import { questionKind } from "../question/question-kind.js";
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
const quartered = createFakeLibrary({
  d: {
    title: "2022年重大行政决策事项目录",
    places: [
      { eId: "table_1", own: "序号\t决策名称\t承办部门\t决策时间" },
      {
        eId: "table_1__row_1",
        own: "",
        cells: { 序号: "1", 决策名称: "产业规划", 承办部门: "区科委 (区外专局)", 决策时间: "三季度" },
      },
      {
        eId: "table_1__row_2",
        own: "",
        cells: { 序号: "2", 决策名称: "农田建设规划 (2021-2030年)", 承办部门: "区民政局", 决策时间: "三季度" },
      },
    ],
  },
});
const ask = (text: string, words: readonly string[] = []) => {
  const asked = askedOfTable(library, { text, kind: questionKind(text), terms: words.map((word) => fakeTerm(word)) });
  return asked && { rows: asked.rows.map((row) => row.eId), missing: asked.missing };
};
const ROWS = ["table_1__row_1", "table_1__row_2", "table_1__row_3"];

describe("askedOfTable", () => {
  it.each([
    ["目录第二项是什么", ["table_1__row_2"]],
    ["目录第二项下面一行是什么", ["table_1__row_3"]],
    ["目录第二项的前一项归谁", ["table_1__row_1"]],
    ["把目录里的事项逐项列一下,注明承办部门", ROWS],
    ["目录的三件事各是哪家牵头", ROWS],
    ["目录里排第3的是哪件", ["table_1__row_3"]],
    ["目录序号3写的啥", ["table_1__row_3"]],
    ["目录序号三的决策谁承办", ["table_1__row_3"]],
    ["目录最后一行写的啥", ["table_1__row_3"]],
    ["目录最末一行,事项和承办的各是什么", ["table_1__row_3"]],
    ["目录倒数第二行是什么", ["table_1__row_2"]],
    ["目录里最后两项分别是什么", ["table_1__row_2", "table_1__row_3"]],
    ["目录前两项是谁承办", ["table_1__row_1", "table_1__row_2"]],
    ["序号1和序号3分别归谁办", ["table_1__row_1", "table_1__row_3"]],
    ["目录第1、3项归谁", ["table_1__row_1", "table_1__row_3"]],
    ["目录里排第2的那项全名叫什么", ["table_1__row_2"]],
    ["目录里哪些本身就是规划?实施方案不算", ["table_1__row_1", "table_1__row_3"]],
    ["目录里规划有几个,实施方案有几个", ROWS],
    ["目录里属于发展规划、建设规划一类的是哪两件", ["table_1__row_1", "table_1__row_3"]],
    ["目录里名字落脚在实施方案的是哪些", ["table_1__row_2"]],
    ["附表承办部门那一列从上到下念一遍", ROWS],
    ["附表三件事连同各自承办部门,一一列给我", ROWS],
    ["有没有一个部门同时承办两项的", ROWS],
    ["目录里哪家一口气扛两件", ROWS],
    ['目录里叫"规划"的有哪两个', ["table_1__row_1", "table_1__row_3"]],
    ["目录里名字叫规划的是哪两项", ["table_1__row_1", "table_1__row_3"]],
    ["给新领导做简报,目录里那几件大事一件件列出来,后面跟上负责单位", ROWS],
    ["帮数数,目录总共列了几个事项", ROWS],
    ['目录里名字带"规划"的好像有两个,都是啥,分别归谁', ["table_1__row_1", "table_1__row_3"]],
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
    expect(ask("目录里几项归区司法局", ["目录", "区司法局"])?.missing).toEqual({ what: "value", name: "区司法局" });
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
    expect(ask("目录第七项谁承办")?.missing).toEqual({ what: "row", name: "第7行" });
    expect(ask("目录倒数第五项谁承办")?.missing).toEqual({ what: "row", name: "倒数第5行" });
  });

  it("finds a row by its place after a turn that named the list", () => {
    expect(ask("第三个呢", ["第三个", "目录"])?.rows).toEqual(["table_1__row_3"]);
    expect(ask("第三个呢", ["第三个", "程序"])).toBeNull();
  });

  it.each([
    ['附表里"分管领导"那一栏填的是哪位', "分管领导"],
    ["目录里每项的起草人是谁", "起草人"],
    ["目录这三项里面,花钱最多的是哪一项", ""],
    ["目录第二项的预算是多少钱", ""],
    ["目录第二项户外广告的方案,预算批了多少", ""],
    ["目录里的事分别是哪位副区长管", "副区长"],
  ])("says what the table does not tell: %s", (question, name) => {
    expect(ask(question)?.missing).toEqual({ what: "column", name });
  });

  it.each([
    ["目录里有没有区教委承办的", ["目录", "教委", "承办"], "教委"],
    ["区卫健委有没有事项列进那个目录", ["卫健委", "目录"], "卫健委"],
    ["目录里区发展改革委承办哪一项", ["发展", "改革", "目录", "承办"], "发展改革委"],
    ["轨道交通建设也在目录上,没错吧", ["轨道交通", "目录"], "轨道交通建设"],
  ])("denies what no row has, and shows them all: %s", (question, words, name) => {
    const terms = words.map((word) => fakeTerm(word, { weight: 4 }));
    const asked = askedOfTable(library, { text: question, kind: questionKind(question), terms });
    expect(asked?.missing).toEqual({ what: "value", name });
    expect(asked?.rows).toHaveLength(3);
  });

  it.each([
    ["农田那个规划要到四季度才定,对不对", ["农田", "四季度"]],
    ["目录里农田那个规划由谁承办", ["目录", "农田", "承办"]],
    ["农田在不在目录里", ["农田", "目录"]],
    ["农田那个规划我一直以为是科委牵头的,没记错吧", ["农田", "科委", "牵头", "记错"]],
    ["农田的规划分给哪家办了", ["农田", "分给", "哪家办"]],
  ])("finds the row whose name the question has, whatever it says of it: %s", (question, words) => {
    const terms = words.map((word) => fakeTerm(word, { weight: 4 }));
    const asked = askedOfTable(quartered, { text: question, kind: questionKind(question), terms });
    expect(asked?.rows.map(({ eId }) => eId)).toEqual(["table_1__row_2"]);
  });

  it("finds a row by the years or the brackets that it has", () => {
    const eIds = (text: string) =>
      askedOfTable(quartered, { text, kind: questionKind(text), terms: [] })?.rows.map(({ eId }) => eId);
    expect(eIds("目录里名字自带起止年份的是哪个")).toEqual(["table_1__row_2"]);
    expect(eIds("目录里哪家单位括号里还挂着一块牌子")).toEqual(["table_1__row_1"]);
  });

  it("leaves how a matter may enter the list, and what a row does not tell, to the search", () => {
    const heavy = (words: readonly string[]) => words.map((word) => fakeTerm(word, { weight: 4 }));
    const asked = (text: string, words: readonly string[]) =>
      askedOfTable(quartered, { text, kind: questionKind(text), terms: heavy(words) });
    expect(asked("漏报的事就肯定进不了目录了吧", ["漏报", "目录"])).toBeNull();
    expect(asked("区长提出的事项能不能直接列入目录", ["区长", "目录"])).toBeNull();
    expect(asked("农田那个规划打算建多少亩", ["农田"])).toBeNull();
    expect(asked("农田那项三季度哪个月上会", ["农田", "三季度"])).toBeNull();
  });

  it("leaves questions on another matter, or that name no list, to the search", () => {
    expect(ask("目录里有几项涉及拆迁", ["拆迁"])).toBeNull();
    expect(ask("目录里民政局那项的联系电话", ["目录", "民政局", "联系电话"])).toBeNull();
    expect(ask("决策程序一共几项")).toBeNull();
    expect(ask("目录里第一个季度的事", ["季度"])).toBeNull();
    expect(ask("进目录的事由谁催办")).toBeNull();
    expect(ask("列入目录的事项要走哪几个程序", ["列入", "目录", "事项", "程序"])).toBeNull();
    expect(ask("农田的规划由谁验收", ["农田", "规划", "验收"])).toBeNull();
    expect(ask("农田的规划由谁验收", ["农田", "规划", "谁验收"])).toBeNull();
    expect(ask("比前一个五年末涨了几个点")).toBeNull();
    expect(ask("印目录的那个通知,第四条是什么", ["目录", "通知"])).toBeNull();
    expect(ask("想上大事单子,总共有哪几条路可走", ["单子"])).toBeNull();
  });

  it("tells a list that is ordered from one that is there", () => {
    expect(ask("送区民政局之前,把要带的列个全单子,别漏", ["区民政局", "单子"])).toBeNull();
    expect(ask("区民政局要什么,拉一张清单", ["区民政局", "清单"])).toBeNull();
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
