import { describe, expect, it } from "vitest";
import { normalise } from "../language/normalise.js";
import { parseReferences } from "./reference.js";
import { spellSteps } from "./reference-answer.js";

const placesIn = (question: string) => parseReferences(normalise(question)).places.map(spellSteps);

describe("parseReferences", () => {
  it.each([
    ["第八条第二项", ["第8条第2项"]],
    ["第13条讲什么", ["第13条"]],
    ["十三条讲什么", ["第13条"]],
    ["8条2项", ["第8条第2项"]],
    ["第十一条第（二）项第3目", ["第11条第2项第3目"]],
    ["第十一条第(二)项第3目", ["第11条第2项第3目"]],
    ["第三条第二款", ["第3条第2款"]],
    ["第五条之一", ["第5条之1"]],
    ["实施方案第三部分（四）2", ["第3部分（四）2"]],
    ["三（四）2", ["三（四）2"]],
    ["31号文四（五）3", ["四（五）3"]],
    ["二（三）第二段", ["二（三）第2款"]],
    ["附表第九行", ["第9行"]],
    ["程序规定第三章", ["第3章"]],
    ["第五条到第七条", ["第5条", "第6条", "第7条"]],
    ["第五条至第七条", ["第5条", "第6条", "第7条"]],
    ["第五、六条", ["第5条", "第6条"]],
    ["5至7条", ["第5条", "第6条", "第7条"]],
    ["9号文第三点", ["第3点"]],
    ["方案第三部分第六个行动", ["第3部分（六）"]],
    ["二（二）第四条原则", ["二（二）第4条"]],
    ["能源三十条里第十六条说啥", ["第16条"]],
    ["第8条第1项、第14条分别怎么说", ["第8条第1项", "第14条"]],
    ["第八条第一项和第二项", ["第8条第1项", "第8条第2项"]],
    ["规定打头那一条写的啥", ["第1条"]],
    ["第五条的第三项", ["第5条第3项"]],
    ["第八条里的第（二）项讲什么", ["第8条第2项"]],
    ["第五部分的（三）", ["第5部分（三）"]],
    ["第五条的一、三、五项", ["第5条第1项", "第5条第3项", "第5条第5项"]],
    ["第五条一、三、五项", ["第5条第1项", "第5条第3项", "第5条第5项"]],
    ["附表1行、5行", ["第1行", "第5行"]],
    ["从第19条看到第21条", ["第19条", "第20条", "第21条"]],
    ["31号文五（三）最后那段", ["五（三）第-1款"]],
  ])("reads %s", (question, places) => {
    expect(placesIn(question)).toEqual(places);
  });

  it.each([
    "一共几条",
    "征求意见要挂网多少天",
    "3个工作日是干什么的时限",
    "十四五期间搞几项提升行动",
    "作决策遵循哪几条原则",
    "2025年目标是多少",
    "申请条件有哪些",
    "新修的一条路谁来批",
    "5项提升行动里排第三的是哪个",
    "想撤一项，谁点头",
    "线上线下怎么两条腿走路",
    "银行得派人来吗",
  ])("finds no place in %s", (question) => {
    expect(placesIn(question)).toEqual([]);
  });

  it.each([
    ["朝政发〔2022〕9号第十七条", "朝政发〔2022〕9号"],
    ["朝政发[2022]9号", "朝政发〔2022〕9号"],
    ["朝政办发（2022）5 号第二部分", "朝政办发〔2022〕5号"],
  ])("reads the number in %s", (question, number) => {
    expect(parseReferences(normalise(question)).mention.number).toBe(number);
  });

  it.each([
    [
      "第五条末了那一项说的谁",
      [
        { unit: "article", n: 5 },
        { unit: "point", n: -1 },
      ],
    ],
    [
      "十二条最后那个兜底项",
      [
        { unit: "article", n: 12 },
        { unit: "point", n: -1 },
      ],
    ],
    ["规定倒数第二条", [{ unit: "article", n: -2 }]],
  ])("counts from the end in %s", (question, steps) => {
    expect(parseReferences(question).places).toEqual([steps]);
  });

  it("takes the last item of nothing in particular for no place", () => {
    expect(placesIn("最后一项要几天")).toEqual([]);
    expect(placesIn("最后一条路谁来批")).toEqual([]);
  });

  it("reads 9号文 as a short number and leaves the rest for searching", () => {
    const { mention, places, rest } = parseReferences("9号文第十七条谁来评估");
    expect(mention.shortNumber).toBe(9);
    expect(places.map(spellSteps)).toEqual(["第17条"]);
    expect(rest).toBe("谁来评估");
  });

  it("reads a title in marks, and a step relative to an earlier place", () => {
    expect(parseReferences("《实施方案》什么时候发的").mention.names).toEqual(["实施方案"]);
    expect(parseReferences("下一条").relative).toEqual({ by: 1, unit: "article" });
    expect(parseReferences("上一条呢").relative).toEqual({ by: -1, unit: "article" });
  });
});
