import { describe, expect, it } from "vitest";
import { adopterOf, decreeOf, isDecree, parseActs } from "./adoption.js";
import { checkCoverage } from "./coverage.js";
import { parseFile } from "./parse.js";

const facts = (text: string) =>
  parseActs(text).map(({ kind, verb, day, organ, number }) => [kind, verb, day, organ, number]);

describe("parseActs", () => {
  it.each([
    [
      "2019年4月20日 中华人民共和国国务院令第713号公布",
      ["issued", "公布", "2019年4月20日", "国务院", "国务院令第713号"],
    ],
    [
      "2005年4月27日 第十届全国人民代表大会常务委员会第十五次会议通过",
      ["adopted", "通过", "2005年4月27日", "全国人民代表大会常务委员会", null],
    ],
    [
      "2021年3月26日 浙江省第十三届人民代表大会常务委员会第二十八次会议批准",
      ["approved", "批准", "2021年3月26日", "浙江省人民代表大会常务委员会", null],
    ],
    ["2022年2月25日 中共中央、国务院发布", ["issued", "发布", "2022年2月25日", "中共中央、国务院", null]],
    ["2005年5月24日 最高人民法院公告公布", ["issued", "公布", "2005年5月24日", "最高人民法院", null]],
    [
      "2003年9月11日 中华人民共和国国务院、中华人民共和国中央军事委员会令第391号公布",
      ["issued", "公布", "2003年9月11日", "国务院、中央军事委员会", "国务院、中央军事委员会令第391号"],
    ],
    [
      "2016年5月27日 浙江省人民代表大会常务委员会公告第46号公布",
      ["issued", "公布", "2016年5月27日", "浙江省人民代表大会常务委员会", "浙江省人民代表大会常务委员会公告第46号"],
    ],
    [
      "2020年12月23日 最高人民法院审判委员会第1823次会议通过",
      ["adopted", "通过", "2020年12月23日", "最高人民法院", null],
    ],
    [
      "2017年3月1日 《国务院关于修改和废止部分行政法规的决定》第二次修订",
      ["amended", "修订", "2017年3月1日", null, null],
    ],
    [
      "2020年8月3日 中华人民共和国国务院令第729号修订）",
      ["amended", "修订", "2020年8月3日", "国务院", "国务院令第729号"],
    ],
    ["2022年5月1日 施行", ["in_force", "施行", "2022年5月1日", null, null]],
    ["公布之日施行", ["in_force", "施行", null, null, null]],
  ])("reads %s", (text, act) => {
    expect(facts(text)).toEqual([act]);
  });

  it("reads each act of a line, and leaves out where the next was cut off", () => {
    const line =
      "2010年3月31日 山东省第十一届人民代表大会常务委员会第十六次会议批准2010年3月31日青岛市人民代表大会常务委员会公告公布自2010年5月1日施行  根据";
    expect(parseActs(line).map(({ kind, start, end }) => [kind, line.slice(start, end)])).toEqual([
      ["approved", "2010年3月31日 山东省第十一届人民代表大会常务委员会第十六次会议批准"],
      ["issued", "2010年3月31日青岛市人民代表大会常务委员会公告公布"],
      ["in_force", "2010年5月1日施行"],
    ]);
  });

  it("takes a decision that was adopted and approved to amend for one amendment", () => {
    const line =
      "2019年12月27日 威海市第十七届人民代表大会常务委员会第二十一次会议通过并经2020年1月15日山东省第十三届人民代表大会常务委员会第十六次会议批准的《关于修改五件地方性法规的决定》修正";
    expect(facts(line)).toEqual([["amended", "修正", "2019年12月27日", null, null]]);
  });
});

it("names who adopted a text and not who approved it, and the order of the text as it stands", () => {
  const local = parseActs(
    "2021年2月8日 嘉兴市第八届人民代表大会第六次会议通过2021年3月26日 浙江省第十三届人民代表大会常务委员会第二十八次会议批准",
  );
  expect(adopterOf(local)).toBe("嘉兴市人民代表大会");
  const revised = parseActs(
    "2007年4月5日 中华人民共和国国务院令第492号公布 2019年4月3日 中华人民共和国国务院令第711号修订",
  );
  expect([adopterOf(revised), decreeOf(revised)]).toEqual(["国务院", "国务院令第711号"]);
  expect(adopterOf(parseActs("1982年8月30日 国务院批准"))).toBeNull();
});

it("tells the number of an order from that of a 文", () => {
  expect([isDecree("国务院令第713号"), isDecree("朝政发〔2022〕9号")]).toEqual([true, false]);
});

describe("a 题注", () => {
  const parse = (...lines: string[]) => {
    const parsed = parseFile({ file: "某法.md", text: lines.join("\n\n") });
    checkCoverage(parsed);
    const [document] = parsed.documents;
    if (!document) throw new RangeError("one document");
    const noted = document.provisions.filter(({ adoption }) => adoption);
    return { parsed, document, noted: noted.map(({ eId, label, text }) => [eId, label, text]) };
  };
  const end = "<!-- INFO END -->";

  it("is the preface of a law, a paragraph a line, with the source's words and span", () => {
    const lines = ["2019年4月20日 中华人民共和国国务院令第713号公布", "2019年9月1日 施行"];
    const { parsed, document, noted } = parse("# 决策条例", ...lines, end, "第一条 甲。");
    expect(noted).toEqual([
      ["preface", "题注", lines.join("\n")],
      ["preface__para_1", "题注第一段", lines[0]],
      ["preface__para_2", "题注第二段", lines[1]],
    ]);
    const [, first] = document.provisions;
    expect(parsed.text.slice(first?.source.start, first?.source.end)).toBe(lines[0]);
    expect(document).toMatchObject({ number: "国务院令第713号", issuer: "国务院", date: "2019-09-01" });
  });

  it("of one line is the preface itself", () => {
    const { noted, document } = parse(
      "# 某法",
      "(2014年11月1日第十二届全国人民代表大会常务委员会第十一次会议通过)",
      end,
      "第一条 甲。",
    );
    expect(noted.map(([eId, label]) => [eId, label])).toEqual([["preface", "题注"]]);
    expect(document.issuer).toBe("全国人民代表大会常务委员会");
  });

  it("stands beside a preface of the text, which keeps its ids", () => {
    const { document, noted } = parse(
      "# 某法",
      "1982年12月4日 第五届全国人民代表大会第五次会议通过",
      end,
      "为了国家。",
      "特制定本法。",
      "第一条 甲。",
    );
    expect(noted.map(([eId]) => eId)).toEqual(["preface~2"]);
    expect(document.provisions.map(({ eId }) => eId)).toEqual([
      "preface~2",
      "preface",
      "preface__para_1",
      "preface__para_2",
      "art_1",
    ]);
  });

  it("joins a line that is broken and leaves the title that is printed once more aside", () => {
    const { noted } = parse(
      "# 土地管理法",
      "中华人民共和国",
      "土地管理法",
      "2019年8月26日 第十二次会议《关于修改〈土地管理法〉",
      "〈城市房地产管理法〉的决定》第三次修正",
      "1958年6月1日 国务院批准",
      "水产部发布",
      end,
      "第一条 甲。",
    );
    expect(noted.slice(1).map(([, , text]) => text)).toEqual([
      "2019年8月26日 第十二次会议《关于修改〈土地管理法〉〈城市房地产管理法〉的决定》第三次修正",
      "1958年6月1日 国务院批准",
      "水产部发布",
    ]);
  });

  it("amends nothing and leaves the list of contents alone", () => {
    const { document, noted } = parse(
      "# 某法",
      "2017年11月4日 第三十次会议《关于修改〈会计法〉的决定》修正",
      end,
      "## 目录",
      "第一章 总则",
      "第二章 附则",
      "## 第一章 总则",
      "第一条 将第二条中“甲”修改为“乙”。",
      "## 第二章 附则",
      "第二条 丙。",
    );
    expect(noted.length).toBe(1);
    expect(document.amendments.map(({ targetTitle }) => targetTitle)).toEqual([null]);
    expect(document.provisions.map(({ eId }) => eId)).toEqual(["preface", "chp_1", "art_1", "chp_2", "art_2"]);
  });
});
