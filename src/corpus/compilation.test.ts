import { describe, expect, it } from "vitest";
import { checkCoverage } from "./coverage.js";
import { parseFile } from "./parse.js";
import type { PolicyDocument } from "./provision.js";

const FULL = "目的和用途，保证数据收集的合法性、正当性和必要性，对数据收集的环境、设施和技术采";
const TITLE = "1. 某省人民政府办公厅关于印发某省数据管理办法的通知（2023 年6 月26 日）";
const NOTICE = [TITLE, "某政办发〔2023〕21 号", "各市人民政府：", ...Array(30).fill(FULL), "取必要的安全管理措施。"];

/** A compilation copied from a page set in full lines: one notice, then the lines. */
function documentsOf(...lines: string[]): readonly PolicyDocument[] {
  const parsed = parseFile({ file: "汇编.txt", text: [...NOTICE, ...lines].join("\n") });
  checkCoverage(parsed);
  return parsed.documents;
}

function placesOf(...lines: string[]): Record<string, string> {
  const [document] = documentsOf(...lines);
  return Object.fromEntries((document?.provisions ?? []).map(({ eId, heading, text }) => [eId, heading ?? text]));
}

const SIGNED = ["某省人民政府办公厅", "2023 年6 月26 日"];

describe("articles set without a space", () => {
  it("open with 项目 too, which is no 项", () => {
    const found = placesOf(
      ...SIGNED,
      "某省数据管理办法",
      "第一条本办法适用于省级政务信息化项目。",
      "第二条项目建设单位应当严格按照省政府审定的建设内容、规模、标准、投资概算",
      "和其他控制指标建设实施。",
      "第三条中小企业参照执行。",
    );
    expect(Object.keys(found).filter((eId) => eId.startsWith("art"))).toEqual(["art_1", "art_2", "art_3"]);
    expect(found.art_2).toMatch(/投资概算和其他控制指标建设实施。$/);
  });

  it("go on after a number that the press left out", () => {
    const found = placesOf(
      ...SIGNED,
      "某省数据管理办法",
      "第一条甲。",
      "第二条乙。",
      "第四条丁。",
      "第三条的规定除外。",
    );
    expect(Object.keys(found).filter((eId) => eId.startsWith("art"))).toEqual([
      "art_1",
      "art_2",
      "art_4",
      "art_4__para_1",
      "art_4__para_2",
    ]);
  });

  it("begin again in the next text that the notice issues", () => {
    const found = placesOf(
      ...SIGNED,
      "某市交通运输政务服务帮办代办制度",
      "第一条甲。",
      "第二条本制度自公布之日起施行。",
      "某市交通运输政务服务预约服务制度",
      "第一条乙。",
      "第二条本制度自发布之日起施行。",
    );
    expect(found).toMatchObject({ art_1: "甲。", annex_1: "某市交通运输政务服务预约服务制度", annex_1__art_1: "乙。" });
  });
});

describe("plans of a compilation", () => {
  it("take for a heading a whole paragraph at most that has no sentence", () => {
    const found = placesOf(
      ...SIGNED,
      "某省工作方案",
      "一、总体要求",
      "（一）健全重点领域知识产权行政保护机制持续加大对重点领域和关键环节的监管保",
      "护力度。强化重大活动保障。",
    );
    expect(found.sec_1__subsec_1).toMatch(/^健全.*监管保护力度。强化重大活动保障。$/);
  });

  it("read a clause that lost its point", () => {
    const found = placesOf(
      ...SIGNED,
      "某省工作方案",
      "一、重点任务",
      "29.健全多层次社会保障体系。稳妥推进社会保险精准扩面。",
      "30 不断优化税务服务。推广智能管家。",
      "31.强化要素保障。",
    );
    expect(found.sec_1__clause_30).toBe("不断优化税务服务。推广智能管家。");
  });

  it("have a title that ends before the opening words", () => {
    const [document] = documentsOf(
      ...SIGNED,
      "某开发区深化改革创新打造营商环境综合",
      "",
      "# Page 3:",
      "示范区工作方案",
      "为加快落实《某市全面优化营商环境助力企业高质量发展实施方案》，更大力度推进先",
      "行先试改革，制定本方案。",
      "一、总体要求",
    );
    expect(document?.title).toBe("某开发区深化改革创新打造营商环境综合示范区工作方案");
  });

  it("close after the notice that issues them, as they open", () => {
    const found = placesOf(
      ...SIGNED,
      "某省若干措施",
      "为贯彻落实决策部署，制定如下措施。",
      "一、甲。",
      "二、构建沟通机制。建立常态化联系机制。",
      "本措施自2023 年7 月1 日起施行。",
    );
    expect(found.conclusions__para_1).toBe("某省人民政府办公厅\n2023 年6 月26 日");
    expect(found.conclusions__para_2).toBe("本措施自2023 年7 月1 日起施行。");
    expect(found.sec_2).toBe("构建沟通机制。建立常态化联系机制。");
  });
});

describe("entries of a compilation", () => {
  it("are signed by as many organs as issue them", () => {
    const organs = Array.from({ length: 12 }, (_, i) => `某省第${i + 1}厅`);
    const found = placesOf("一、甲。", "二、营造浓厚氛围。", ...organs, "2023 年5 月24 日");
    expect(found.conclusions).toBe([...organs, "2023 年5 月24 日"].join("\n"));
    expect(found.sec_2).toBe("营造浓厚氛围。");
  });

  it("have the date printed after the title where none is signed, and any brackets round the year", () => {
    const found = documentsOf(
      "2. 某部印发《助力中小微企业若干措施》的通知（2023 年1 月11 日）",
      "工信部企业函﹝2023﹞4 号",
      "一、甲。",
    );
    expect(found[1]).toMatchObject({ number: "工信部企业函﹝2023﹞4号", date: "2023-01-11" });
  });

  it("do not begin with the end of the entry before", () => {
    const found = documentsOf(
      "附件：重点项目",
      "1.公共卫生学科建设和人才培养",
      "2.疾病预防控制体系高质量发展策略研究",
      "2. 某市服务企业联席会议办公室关于印发《某市助力中小微企业稳增长调结构",
      "强能力若干措施》的通知（2023 年5 月17 日）",
      "一、甲。",
    );
    expect(found[1]?.title).toBe(
      "某市服务企业联席会议办公室关于印发《某市助力中小微企业稳增长调结构强能力若干措施》的通知",
    );
  });

  it("are not listed twice by a list of contents with leaders", () => {
    const contents = [
      "目录",
      "1. 某省人民政府办公厅关于印发某省数据管理办法的通知（2023 年6 月26 日）",
      "..........23",
    ];
    const text = [...contents, ...NOTICE, "一、甲。"].join("\n");
    const parsed = parseFile({ file: "汇编.txt", text });
    checkCoverage(parsed);
    expect(parsed.documents.map(({ title }) => title)).toEqual(["某省人民政府办公厅关于印发某省数据管理办法的通知"]);
  });
});
