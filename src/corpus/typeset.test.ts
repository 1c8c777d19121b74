import { describe, expect, it } from "vitest";
import { readLines } from "./lines.js";
import { withOpenings } from "./typeset.js";

/** A full line of a page, as wide as the excerpts are set, often enough for the width to tell. */
const FULL = "目的和用途，保证数据收集的合法性、正当性和必要性，对数据收集的环境、设施和技术采";
const CUT = ["构建覆盖全环节全流程作业时间监测体系，", "进一步压缩海运单证流转时间，", "鼓励船公"];
const PAGE = [...Array(30).fill(FULL), ...Array(3).fill(CUT).flat(), "司等更大范围开展试点。"];

/** The paragraphs that the setting makes of the lines below a page of full ones. */
function paragraphs(...lines: string[]): string[] {
  const { lines: read } = readLines([...PAGE, ...lines].join("\n"));
  const found: string[] = [];
  for (const { text, opens } of withOpenings(read).slice(PAGE.length)) {
    if (opens) found.push(text);
    else found.push(`${found.pop() ?? ""}${text}`);
  }
  return found;
}

describe("the setting of a page", () => {
  it("puts together the pieces of a line, whatever sign they end with", () => {
    const joined = paragraphs(
      "(一)高价值发明专利授权资助。",
      "新授权的高价值发明专利,每件资助1500 元。",
      "高价值发",
      "明专利的范围,按照国家知识产权局明确的范围为准。",
      "(二)高价值发明专利维持资助。对申请日起满10 年的高价值发明专利,自届满10 年之",
      "日起6 个月内提出资助申请,每件资助3000 元。",
    );
    expect(joined.map((text) => text.slice(0, 16))).toEqual([
      "(一)高价值发明专利授权资助。新",
      "(二)高价值发明专利维持资助。对",
    ]);
    expect(joined[0]).toMatch(/高价值发明专利的范围,按照国家知识产权局明确的范围为准。$/);
  });

  it("ends a paragraph with a sentence whose line stays short of the margin", () => {
    const found = paragraphs(
      "第十二条年度建设计划下达后必须严格执行，未纳入年度建设计划的项目原则上不予",
      "审批、不予安排资金，不得未批先建。但党中央、国务院或省委、省政府以及国家部委有明",
      "确要求且建设任务迫切的重要项目，根据省级有关部门和单位申请，经省营商环境局、省财",
      "政厅审核通过并报省政府批准后，纳入年度建设计划管理。",
      "上一年度建设计划未完成的部门，原则上不予安排新项目。",
      "第十三条跨部门共建共享的政务信息化项目，由牵头部门会同参建部门共同开展跨部",
      "门建设方案设计，履行决策、报批等程序。",
    );
    expect(found.map((text) => text.slice(0, 8))).toEqual(["第十二条年度建设", "上一年度建设计划", "第十三条跨部门共"]);
  });

  it("goes on where a sentence ends within a line that the next piece fills", () => {
    const found = paragraphs(
      "第二十五条海南省专利奖的评审工作接受社会监督。",
      "参与海南省专利奖评审的专家及相",
      "关工作人员应当保守知悉的秘密，",
      "不得泄漏评审情况，",
      "与申报单位或者个人有利害关系的应",
      "当回避。",
    );
    expect(found).toHaveLength(1);
  });

  it("goes on over the page, in the middle of a word", () => {
    const found = paragraphs(
      "重要、",
      "对社会公众利益有重大影响的项目，",
      "省营商环境局可组织有关专家进行评估论证，",
      "省",
      "",
      "# Page 1285:",
      "级有关部门和单位在联合审核期间可进行陈述和补正。",
      "第十一条省营商环境局会同省财政厅，",
    );
    expect(found[0]).toMatch(/评估论证，省级有关部门和单位/);
    expect(found).toHaveLength(2);
  });

  it("keeps title, signature, date and labels apart", () => {
    const apart = [
      "措施》，现印发给你们，请认真做好组织实施工作。",
      "上海市商务委员会上海海关",
      "上海市交通委员会上海市市场监督管理局",
      "中国人民银行上海总部",
      "2023 年6 月13 日",
      "上海口岸2023 年深化跨境贸易营商环境改革若干措施",
      "牵头单位：市市场监管局",
      "完成时限：2023 年6 月底前",
    ];
    expect(paragraphs(...apart)).toEqual(apart);
  });

  it("does not count the dots of a list of contents as text", () => {
    const leader = `20.市场监管总局关于印发《市场监管行业标准管理办法》的通知${".".repeat(30)} 36`;
    expect(paragraphs(leader, leader)).toEqual([leader, leader]);
  });

  it("tells nothing where lines are whole paragraphs or few are full", () => {
    const whole = Array.from({ length: 40 }, (_, i) => "本法所称档案，是指过去和现在的机关".repeat(1 + (i % 9)));
    expect(withOpenings(readLines(whole.join("\n\n")).lines).every(({ opens }) => opens === undefined)).toBe(true);
    const short = Array.from({ length: 40 }, () => "市规划资源局");
    expect(withOpenings(readLines(short.join("\n")).lines).every(({ opens }) => opens === undefined)).toBe(true);
  });

  it("ends a paragraph at a blank line", () => {
    const short = "会同区教委制定。";
    expect(paragraphs(short, "", "会同区财政局下达。", "")).toEqual([short, "会同区财政局下达。"]);
  });
});
