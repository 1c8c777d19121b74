import { describe, expect, it } from "vitest";
import { checkCoverage } from "./coverage.js";
import { parseFile } from "./parse.js";

function parse(...lines: string[]) {
  const parsed = parseFile({ file: "规则.txt", text: lines.join("\n\n") });
  checkCoverage(parsed);
  return parsed;
}

function texts(...lines: string[]): Record<string, string> {
  const [document] = parse(...lines).documents;
  return Object.fromEntries((document?.provisions ?? []).map((p) => [p.eId, p.text]));
}

describe("articles", () => {
  it("numbers 款, 项 and 目 and repeats them in the article", () => {
    const found = texts(
      "# 某规定",
      "第一条 应当提交：",
      "（一）草案，包括：",
      "1.说明；",
      "2.依据。",
      "（二）其他。",
      "法律另有规定的除外。",
    );
    expect(found).toEqual({
      art_1: "应当提交：\n（一）草案，包括：\n1.说明；\n2.依据。\n（二）其他。\n法律另有规定的除外。",
      art_1__para_1: "应当提交：",
      art_1__point_1: "草案，包括：\n1.说明；\n2.依据。",
      art_1__point_1__indent_1: "说明；",
      art_1__point_1__indent_2: "依据。",
      art_1__point_2: "其他。",
      art_1__para_2: "法律另有规定的除外。",
    });
  });

  it("hangs a list under the later paragraph that introduces it", () => {
    const found = texts("# 某规定", "第一条 甲。", "下列情形除外：", "（一）乙；", "（二）丙。");
    expect(found.art_1__para_2).toBe("下列情形除外：\n（一）乙；\n（二）丙。");
    expect(found.art_1__para_2__point_2).toBe("丙。");
  });

  it("keeps articles free of their chapter, and chapters free of their articles", () => {
    const found = texts("# 某法", "## 第一章 总则", "第一条 甲。", "第二条 乙。", "## 第二章 附则", "第二条之一 丙。");
    expect(found).toEqual({ chp_1: "总则", art_1: "甲。", art_2: "乙。", chp_2: "附则", "art_2-1": "丙。" });
  });

  it("does not take a cross-reference that begins a line for an article", () => {
    const found = texts(
      "# 某法",
      "第一条 甲。",
      "第二条 依照本法",
      "第三十条第一款所列情形处理。",
      "第九条 规定的情形除外。",
    );
    expect(Object.keys(found).filter((eId) => /^art_\d+$/.test(eId))).toEqual(["art_1", "art_2"]);
  });

  it("keeps both places of a repeated number and says so", () => {
    const parsed = parse("# 某法", "第一条 甲。", "第一条 乙。");
    expect(parsed.documents[0]?.provisions.map(({ eId, text }) => [eId, text])).toEqual([
      ["art_1", "甲。"],
      ["art_1~2", "乙。"],
    ]);
    expect(parsed.problems).toMatchObject([{ kind: "duplicate_number", line: 5, file: "规则.txt" }]);
  });
});

describe("plans", () => {
  it("takes short numbered lines as headings and counts paragraphs where there are several", () => {
    const found = texts(
      "某方案",
      "一、总体要求",
      "（一）原则",
      "——创新。大力创新。",
      "——协调。统筹协调。",
      "（二）目标",
      "到2025年建成。",
      "二、保障。",
    );
    expect(found).toEqual({
      sec_1: "（一）原则\n——创新。大力创新。\n——协调。统筹协调。\n（二）目标\n到2025年建成。",
      sec_1__subsec_1: "——创新。大力创新。\n——协调。统筹协调。",
      sec_1__subsec_1__para_1: "——创新。大力创新。",
      sec_1__subsec_1__para_2: "——协调。统筹协调。",
      sec_1__subsec_2: "到2025年建成。",
      sec_2: "保障。",
    });
  });

  it("keeps a run-in heading in the text", () => {
    const found = texts("某方案", "一、任务", "（一）行动", "1. 传播思想。坚持立德树人。", "2. 深化教育。");
    expect(found.sec_1__subsec_1__clause_1).toBe("传播思想。坚持立德树人。");
    expect(found.sec_1__subsec_1).toBe("1. 传播思想。坚持立德树人。\n2. 深化教育。");
  });
});

describe("repairs", () => {
  it("joins a sentence that a page break cut, and nothing else", () => {
    const start =
      "公民具备科学素质是指崇尚科学精神，树立科学思想，掌握基本科学方法，了解必要的科技知识，并具有应用其分析判断事物和解决实际问题的能";
    const found = texts("某方案", "一、前言", start, "力。", "提升群众的科学素质，意义重大。");
    expect(found.sec_1__para_1).toBe(`${start}力。`);
    expect(found.sec_1__para_2).toBe("提升群众的科学素质，意义重大。");
  });

  it("drops marks of the markup and folds white space, and keeps what is printed", () => {
    const found = texts(
      "# 某规定",
      "第一条　期限一般不少于  30 日",
      "- （一）**公开**征求意见；",
      "# Page 3:",
      "第二条 and 无形。",
    );
    expect(found.art_1__point_1).toBe("公开征求意见；");
    expect(found.art_1__para_1).toBe("期限一般不少于 30 日");
    expect(found.art_2).toBe("and 无形。");
  });

  it("points into the source with every offset", () => {
    const parsed = parse("# 某规定", "第一条 应当**公开**：", "- （一）甲；", "- （二）乙。");
    for (const { source, text } of parsed.documents[0]?.provisions ?? []) {
      const raw = parsed.text.slice(source.start, source.end);
      expect(raw.replace(/^- /gm, "").replace(/[\s*]/g, "")).toBe(text.replace(/\s/g, ""));
    }
  });
});

describe("notices", () => {
  const notice = [
    "某区人民政府\n关于印发《某区管理规定（试行）》的通知",
    "某政发〔2022〕9号",
    "各街道办事处：",
    "现将《某区管理规定（试行）》（以下简称《规定》）印发给你们。",
  ];

  it("makes one document of a notice and the text that it issues", () => {
    const issued = [
      "某区人民政府\n\n2022年9月13日",
      "某区管理规定（试行）",
      "第一条 甲。",
      "第二条 本规定自2022年10月1日起施行。",
    ];
    const [document, ...others] = parse(...notice, ...issued).documents;
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      documentId: "规则",
      title: "某区管理规定（试行）",
      noticeTitle: "某区人民政府关于印发《某区管理规定（试行）》的通知",
      number: "某政发〔2022〕9号",
      issuer: "某区人民政府",
      date: "2022-09-13",
      addressees: "各街道办事处",
      trial: true,
      inForceFrom: "2022-10-01",
      aliases: ["《规定》"],
    });
    const eIds = document?.provisions.map(({ eId }) => eId);
    expect(eIds).toEqual([
      "preface",
      "preface__para_1",
      "preface__para_2",
      "preface__para_3",
      "conclusions",
      "art_1",
      "art_2",
    ]);
    expect(document?.provisions.find(({ eId }) => eId === "conclusions")?.text).toBe("某区人民政府\n2022年9月13日");
  });

  it("puts an issued text whose numbers would stand twice under annex_1", () => {
    const sections = [
      "一、请认真执行。",
      "某区人民政府\n\n2022年9月13日",
      "某区工作方案",
      "一、总体要求",
      "坚持创新。",
    ];
    const [document] = parse(...notice, ...sections).documents;
    const annex = document?.provisions.filter(({ eId }) => eId.startsWith("annex"));
    expect(annex?.map(({ eId, label, text }) => [eId, label, text])).toEqual([
      ["annex_1", "附件1", "一、总体要求\n坚持创新。"],
      ["annex_1__sec_1", "附件1一", "坚持创新。"],
    ]);
  });

  it("keeps a closing formula with the signature", () => {
    const found = texts(...notice, "一、甲。", "二、乙。", "本通知自印发之日起施行。", "某区人民政府\n\n2022年9月13日");
    expect(found.sec_2).toBe("乙。");
    expect(found.conclusions__para_1).toBe("本通知自印发之日起施行。");
  });

  it("makes paragraphs of a text without structure", () => {
    expect(texts("今天天气很好。", "明天也不错。")).toEqual({ para_1: "今天天气很好。", para_2: "明天也不错。" });
  });

  it("takes wording that an amendment quotes for no place of its own", () => {
    const found = texts(
      "# 关于修改某法的决定",
      "一、将第三条修改为：“第三条 甲：",
      "“（一）乙；",
      "“（二）丙。”",
      "二、删去第四条。",
    );
    expect(Object.keys(found)).toEqual(["sec_1", "sec_2"]);
    expect(found.sec_1).toBe("将第三条修改为：“第三条 甲：\n“（一）乙；\n“（二）丙。”");
  });
});

describe("titles", () => {
  const again = ["某院关于审理", "某类案件适用法律", "若干问题的解释"];
  it.each([
    ["", []],
    ["with its number below", ["法释〔2022〕3号"]],
  ])("takes the heading and not the last line of the title printed again %s", (_, number) => {
    const lines = ["# 某院关于审理某类案件适用法律若干问题的解释", ...again, ...number, "第一条 甲。"];
    const { documents } = parse(...lines);
    expect(documents.map(({ title, noticeTitle, number: found }) => [title, noticeTitle, found])).toEqual([
      ["某院关于审理某类案件适用法律若干问题的解释", null, number[0] ?? null],
    ]);
  });

  it("takes the title of the text that a notice issues", () => {
    const [document] = parse(
      "# 关于印发《某区办法》的通知",
      "各单位：",
      "现将办法印发给你们。",
      "某区人民政府\n\n2022年9月13日",
      "某区办法",
      "第一条 甲。",
    ).documents;
    expect([document?.title, document?.noticeTitle]).toEqual(["某区办法", "关于印发《某区办法》的通知"]);
  });
});

describe("tables", () => {
  it("makes a provision of each row, with the header's column names", () => {
    const parsed = parseFile({
      file: "目录.md",
      text: "# 事项目录\n\n序号\t事项\t部门\n1\t规划\t区城管委\n2\t细则\t区民政局 (社团办)\n",
    });
    checkCoverage(parsed);
    const row = parsed.documents[0]?.provisions.find(({ eId }) => eId === "table_1__row_2");
    expect(row?.label).toBe("附表第2行");
    expect(row?.text).toBe("2\t细则\t区民政局 (社团办)");
    expect(row?.cells?.map(({ column, text }) => [column, text])).toEqual([
      ["序号", "2"],
      ["事项", "细则"],
      ["部门", "区民政局 (社团办)"],
    ]);
    for (const cell of row?.cells ?? []) expect(row?.text.slice(cell.start, cell.end)).toBe(cell.text);
  });

  it("makes no table of a stray tab", () => {
    expect(texts("# 某规定", "第一条 甲；\t也可以乙。", "第二条 丙。")).toEqual({
      art_1: "甲； 也可以乙。",
      art_2: "丙。",
    });
  });

  it("reads Markdown tables", () => {
    const found = texts(
      "# 某规定",
      "第一条 罪名如下：",
      "| 条文 | 罪名 |\n|---|---|\n| 第一条 | 甲罪 |\n| 第二条 | 乙罪 |",
    );
    expect(found.art_1__table_1__row_2).toBe("第二条\t乙罪");
  });
});
