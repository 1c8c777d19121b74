import { describe, expect, it } from "vitest";
import { parseFile } from "./parse.js";
import { compareReadings, resolveSecondSources, similarity } from "./variants.js";
import { resolveStatus } from "./versions.js";

function documentOf(file: string, ...lines: string[]) {
  const [document] = parseFile({ file, text: lines.join("\n\n") }).documents;
  if (!document) throw new Error("no document");
  return document;
}

describe("compareReadings", () => {
  const readings = (text: string, reading: string) =>
    compareReadings(text, reading, "b.txt").map((variant) => [variant.text, variant.reading]);

  it.each([
    ["开展防灾减灾知识普及", "开展防灾避害知识普及", [["减灾", "避害"]]],
    ["科学知识技能", "科学知识与技能", [["", "与"]]],
    ["多层次、多行业", "多层级、多行业", [["次", "级"]]],
    ["形活动 and 无形", "形活动和无形", [["and", "和"]]],
  ])("%s against %s", (text, reading, expected) => {
    expect(readings(text, reading)).toEqual(expected);
  });

  it("does not count white space", () => {
    expect(readings("1. 传播 思想。", "1.传播思想。")).toEqual([]);
  });

  it("gives offsets into the official text, white space and all", () => {
    const [variant] = compareReadings("不少于 30 日内", "不少于 20 日内", "b.txt");
    expect(variant).toMatchObject({ start: 4, end: 5, text: "3", reading: "2" });
  });
});

describe("similarity", () => {
  it("is 1 for one text, 0 for strangers, and Dice between", () => {
    expect(similarity("甲乙丙丁", "甲乙丙丁")).toBe(1);
    expect(similarity("甲乙丙丁", "戊己庚辛")).toBe(0);
    // Pairs 甲乙 乙丙 丙丁 against 甲乙 乙丙 丙戊: 2 × 2 common of 6.
    expect(similarity("甲乙丙丁", "甲乙丙戊")).toBeCloseTo(4 / 6);
  });
});

describe("second sources", () => {
  const body = [
    "一、开展防灾减灾知识普及，广泛组织动员群众参与，办好科普日、科技周等群众性活动。",
    "二、完善工作机制，明确任务分工，落实部门责任，形成推动科普工作的整体合力。",
  ];
  const notice = ["某区工作方案", "某政发〔2022〕1号", "各街道：", ...body, "某区人民政府\n\n2022年8月11日"];
  const official = documentOf("公报.txt", ...notice);

  it("marks the copy without a 文号 and keeps what it prints differently", () => {
    const copy = documentOf("网页.txt", "某区工作方案", ...body.map((line) => line.replace("减灾", "避害")));
    const [second, first] = resolveSecondSources([copy, official]);
    expect(second?.duplicateOf).toBe("公报");
    expect(first?.duplicateOf).toBeNull();
    const variants = first?.provisions.find(({ eId }) => eId === "sec_1")?.variants;
    expect(variants).toEqual([{ file: "网页.txt", start: 4, end: 6, text: "减灾", reading: "避害" }]);
  });

  it("leaves another text of the same title alone", () => {
    const other = documentOf("别处.txt", "某区工作方案", "一、改造老旧小区供水管网。", "二、新建公园绿地三处。");
    expect(resolveSecondSources([official, other]).map(({ duplicateOf }) => duplicateOf)).toEqual([null, null]);
  });
});

describe("resolveStatus", () => {
  it("keeps the newest of several versions in force", () => {
    const versions = ["2012-01-01", "2020-05-14"].map((date) =>
      documentOf(`某条例(${date}).md`, "# 某条例", "第一条 甲。"),
    );
    expect(resolveStatus(versions).map(({ date, status }) => [date, status])).toEqual([
      ["2012-01-01", "superseded"],
      ["2020-05-14", "in_force"],
    ]);
  });

  it("says of each version when the next begins", () => {
    const versions = [
      documentOf("某条例.md", "# 某条例", "第一条 甲。", "第二条 本条例自2001年9月1日起施行。"),
      documentOf("某条例(2012-01-01).md", "# 某条例", "第一条 乙。", "第二条 本条例自2001年9月1日起施行。"),
      documentOf("某条例(2020-05-14).md", "# 某条例", "第一条 丙。", "第二条 本条例自2020年7月1日起施行。"),
    ];
    expect(resolveStatus(versions).map(({ supersededFrom }) => supersededFrom)).toEqual([
      "2012-01-01",
      "2020-07-01",
      undefined,
    ]);
  });

  it("does not take the books of one code for versions", () => {
    const books = [
      documentOf("总则(2020-05-28).md", "# 某法典", "第一条 甲。", "第二条 乙。"),
      documentOf("物权编(2021-01-01).md", "# 某法典", "第三条 丙。", "第四条 丁。"),
    ];
    expect(resolveStatus(books).map(({ status }) => status)).toEqual(["in_force", "in_force"]);
  });

  it("says what an amendment of the corpus changes", () => {
    const target = documentOf("意见(2021-01-01).md", "# 某意见", "第一条 予以优先考虑。", "第二条 乙。");
    const amending = documentOf(
      "修订(2022-01-01).md",
      "# 关于修改某意见的决定",
      "一、将《某意见》第一条中“优先考虑”修改为“扶持”。",
    );
    const [amended] = resolveStatus([target, amending]);
    expect(amended?.status).toBe("amended");
    expect(amended?.provisions.map(({ eId, status }) => [eId, status])).toEqual([
      ["art_1", "amended"],
      ["art_2", "in_force"],
    ]);
  });

  it("does not know the status of a text without a date", () => {
    expect(resolveStatus([documentOf("某规定.md", "# 某规定", "第一条 甲。")])[0]?.status).toBe("unknown");
  });
});
