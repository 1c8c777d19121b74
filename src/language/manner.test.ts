import { describe, expect, it } from "vitest";
import { withoutManner } from "./manner.js";

describe("withoutManner", () => {
  it.each([
    ["要交哪些材料,一条一条说清楚", "要交哪些材料"],
    ["什么情况要回头评估?一条条说", "什么情况要回头评估"],
    ["要交哪些材料,一项也别漏", "要交哪些材料"],
    ["有哪四条原则,别落下", "有哪四条原则"],
    ["挂网几天,审查几天,两个数都告诉我", "挂网几天,审查几天"],
    ["各要多少天,排工期用,俩都要", "各要多少天"],
    ["决策原则共几项?逐一列明即可,不必展开", "决策原则共几项"],
    ["工程都叫啥,按顺序给我", "工程都叫啥"],
    ["目标是哪两年,别只给一个", "目标是哪两年"],
    ["是哪五拨人,方案里挨个找给我", "是哪五拨人"],
    ["提升行动都有哪些,列个名", "提升行动都有哪些"],
  ])("leaves out how %s is to be answered", (question, read) => {
    expect(withoutManner(question)).toBe(read);
  });

  it.each([
    ["审查的内容逐项列出", "审查的内容有哪些"],
    ["补贴的条件请逐条列一下。", "补贴的条件有哪些"],
    ["听取意见的方式,一样样给我数数", "听取意见的方式有哪些"],
    ["方案的四条原则,把小标题念给我听听", "方案的四条原则有哪些"],
    ["把两条原则的名字列出来", "两条原则有哪些"],
    ["三项提升行动,名字报全", "三项提升行动有哪些"],
    ["那五大工程我总背不全,全名依次报一遍", "那五大工程有哪些"],
  ])("asks for what %s only wants told", (question, read) => {
    expect(withoutManner(question)).toBe(read);
  });

  it("asks nothing more of a place", () => {
    expect(withoutManner("办法第八条第二项,原文给我看看")).toBe("办法第八条第二项");
  });

  it.each([
    "材料要不要逐项列出",
    "逐条说",
    "第三条说什么",
    "意见是不是要逐一答复",
    "分项目列出预算",
    "一式几份,分别给谁",
    "团里有哪几位专家,给个名字",
    "材料交上去了,要不要说明",
    "会上没通过,还能再报吗",
    "专家该不该出来讲",
    "决策执行里出了问题,捂着不说",
    "前一年的目录,列了几项",
  ])("leaves %s", (question) => {
    expect(withoutManner(question)).toBe(question);
  });

  it("reads a long run of such words once, and leaves it", () => {
    const question = `征求意见要几天,${"给我".repeat(200)}`;
    expect(withoutManner(question)).toBe(question);
  });
});
