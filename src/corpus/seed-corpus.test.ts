import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Corpus, loadCorpus } from "./load.js";
import type { PolicyDocument, Provision } from "./provision.js";

const FOLDER = fileURLToPath(new URL("../../corpus", import.meta.url));

describe("the corpus of this project", () => {
  let corpus: Corpus;
  beforeAll(async () => {
    corpus = await loadCorpus(FOLDER);
  });

  const documentOf = (id: string): PolicyDocument => {
    const document = corpus.documents.find(({ documentId }) => documentId === id);
    if (!document) throw new Error(`no document ${id}`);
    return document;
  };
  const provisionOf = (id: string): Provision => {
    const [documentId = "", eId = ""] = id.split("#");
    const provision = documentOf(documentId).provisions.find((p) => p.eId === eId);
    if (!provision) throw new Error(`no provision ${id}`);
    return provision;
  };

  it("is four documents and a second source, without a problem", () => {
    expect(corpus.problems).toEqual([]);
    expect(
      corpus.documents.map(({ documentId, number, date, duplicateOf }) => [documentId, number, date, duplicateOf]),
    ).toEqual([
      ["gazette-2022-3/1", "朝政办发〔2022〕5号", "2022-08-11", null],
      ["gazette-2022-3/2", "朝政发〔2022〕8号", "2022-08-13", null],
      ["gazette-2022-3/3", "朝政发〔2022〕9号", "2022-09-13", null],
      ["gazette-2022-3/4", "朝政办字〔2022〕31号", "2022-10-11", null],
      ["science-literacy-plan-2022", null, "2022-10-11", "gazette-2022-3/4"],
    ]);
  });

  it("repeats its sources: white space and marks aside, span and text are the same characters", async () => {
    const sources = new Map<string, string>();
    for (const { file } of corpus.files) sources.set(file, await readFile(`${FOLDER}/${file}`, "utf8"));
    let checked = 0;
    for (const { provisions } of corpus.documents) {
      for (const { id, text, source } of provisions) {
        const raw = (sources.get(source.file) ?? "").slice(source.start, source.end);
        expect([id, raw.replace(/^- /gm, "").replace(/\*\*|\s/g, "")]).toEqual([id, text.replace(/\s/g, "")]);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(250);
  });

  it("repeats in every place what stands below it", () => {
    for (const { provisions } of corpus.documents) {
      const byId = new Map(provisions.map((provision) => [provision.eId, provision]));
      for (const { text, ownLength, children, eId } of provisions) {
        const below = children.map((child) => byId.get(child));
        const lines = below.map((p) => [p?.num, p?.heading, p?.text].filter((part) => part).join(""));
        const rest = text.slice(ownLength).replace(/\s/g, "");
        expect([eId, rest]).toEqual([eId, lines.join("").replace(/\s/g, "")]);
        for (const child of below) expect(child?.parent).toBe(eId);
      }
    }
  });

  it.each([
    ["gazette-2022-3/3#art_11__point_3", "第十一条第（三）项", "报送区司法局进行合法性审查,"],
    ["gazette-2022-3/3#art_12__para_1", "第十二条第一款", "决策承办单位提请区政府审议时应向区政府办公室提交以下材料:"],
    ["gazette-2022-3/3#art_11__point_2__indent_3", "第十一条第（二）项第3目", "履行决策相关法定程序的情况,"],
    ["gazette-2022-3/3#art_3__para_2", "第三条第二款", "法律、行政法规对上述事项"],
    ["gazette-2022-3/3#art_8__point_1", "第八条第（一）项", "决策事项向社会公开征求意见的，"],
    ["gazette-2022-3/4#sec_3__subsec_4__clause_2", "三（四）2", "实施健康科普服务提质行动。"],
    ["gazette-2022-3/4#sec_5__subsec_3__para_2", "五（三）第二段", "加强调查研究。"],
    ["gazette-2022-3/4#sec_2__subsec_2__para_1", "二（二）第一段", "——科学精神，引领创新。"],
    ["gazette-2022-3/1#table_1__row_2", "附表第2行", "2\t关于组织开展朝阳区街区户外广告"],
    ["gazette-2022-3/2#conclusions__para_1", "落款第1段", "本通知自印发之日起施行。"],
    ["gazette-2022-3/4#preface__para_4", "引言第4段", "为贯彻落实党中央、国务院"],
  ])("has %s, written %s", (id, label, start) => {
    const provision = provisionOf(id);
    expect(provision.label).toBe(label);
    expect(provision.text.startsWith(start)).toBe(true);
  });

  it("joins what the pages cut", () => {
    expect(provisionOf("gazette-2022-3/3#art_8__para_1").text).toContain("依法不予公开的决策事项除外。");
    expect(provisionOf("gazette-2022-3/4#sec_3__subsec_5__clause_2").text).toContain("发展趋势学习，突出");
    expect(provisionOf("gazette-2022-3/4#sec_4__subsec_4__clause_2").text).toContain("开展科普竞赛等活动。");
  });

  it("keeps slips of the press", () => {
    expect(provisionOf("gazette-2022-3/4#sec_4__subsec_3__clause_1").text).toContain("科普有形活动 and 无形网络空间");
  });

  it("names the columns of the table", () => {
    const cells = provisionOf("gazette-2022-3/1#table_1__row_1").cells?.map(({ column, text }) => [column, text]);
    expect(cells).toEqual([
      ["序号", "1"],
      ["决策名称", "北京市朝阳区“十四五”时期知识产权发展规划"],
      ["承办部门", "区市场监管局 (区知识产权局)"],
      ["计划决策时间", "三季度"],
    ]);
  });

  it("knows what the amendment notice changes", () => {
    const { amendments } = documentOf("gazette-2022-3/2");
    expect(
      amendments.map(({ targetNumber, targetPlace, inForceFrom }) => [targetNumber, targetPlace, inForceFrom]),
    ).toEqual([
      ["朝政发〔2021〕2号", "第二条第二项", "2022-08-13"],
      ["朝政发〔2021〕2号", "第三条第一项", "2022-08-13"],
    ]);
    expect(amendments[1]?.oldText).toMatch(/^对于在朝阳区依法注册纳税，.*办公用房补贴……$/);
    expect(amendments[1]?.newText).toMatch(/^对于在朝阳区依法注册，正常/);
  });

  it("keeps every difference between the two sources of the plan", () => {
    const leaves = documentOf("gazette-2022-3/4").provisions.filter(({ children }) => children.length === 0);
    const readings = leaves.flatMap(({ variants = [] }) => variants.map(({ text, reading }) => `${text}/${reading}`));
    expect(readings).toEqual([
      "落实/实施",
      "/与",
      "减灾/避害",
      "次/级",
      "反/防",
      "撑/持",
      "本领/能力",
      "/知识",
      "and/和",
      "养/育",
    ]);
  });

  it("knows trial status, aliases and the day in force", () => {
    expect(documentOf("gazette-2022-3/3")).toMatchObject({ trial: true, inForceFrom: "2022-09-13" });
    expect(documentOf("gazette-2022-3/1").aliases).toEqual(["《目录》"]);
    expect(documentOf("gazette-2022-3/4").aliases).toEqual(["《实施方案》"]);
  });
});
