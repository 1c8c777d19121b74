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
    ["31号文五（三）最后那段", ["五（三）倒数第1款"]],
    ["九号文 §6 第2项", ["第6条第2项"]],
    ["9号文§§5-7", ["第5条", "第6条", "第7条"]],
    ["9号文art. 6", ["第6条"]],
    ["9号文6.2", ["六（二）"]],
    ["31号文4.3.4", ["四（三）4"]],
    ["9号文第6条2)", ["第6条（二）"]],
    ["方案四、（三）第4点", ["四（三）4"]],
    ["方案三、（一）、2", ["三（一）2"]],
    ["方案第三部分，第（四）项，第1点", ["第3部分第4项（一）"]],
    ["第十一条、第（二）项、第3目", ["第11条第2项第3目"]],
    ["方案第五章第二小节", ["第5章第2节"]],
    ["方案第三大块第四小块", ["第3部分第4部分"]],
    ["方案最后一部分第一节", ["倒数第1部分第1节"]],
    ["方案前言倒数第二段", ["前言倒数第2款"]],
    ["第五条以及第七条", ["第5条", "第7条"]],
    ["第五条第七条", ["第5条", "第7条"]],
    ["方案三（一）的后一个", ["三（一）之后第1处"]],
    ["第八条前款规定的情形", ["第8条"]],
    ["讲风险评估那一条，第六项", ["第6项"]],
    ["第五第七条", ["第5条", "第7条"]],
    ["规定5~7条", ["第5条", "第6条", "第7条"]],
    ["第八条（一）至（三）项", ["第8条第1项", "第8条第2项", "第8条第3项"]],
    ["第八条第（一）、（三）项", ["第8条第1项", "第8条第3项"]],
    ["方案三（一）和（三）", ["三（一）", "三（三）"]],
    ["方案三（一）1、3", ["三（一）1", "三（一）3"]],
    ["方案三、四两部分", ["第3部分", "第4部分"]],
    ["目录第2至4行", ["第2行", "第3行", "第4行"]],
    ["第八条第一项和最后一项", ["第8条第1项", "第8条倒数第1项"]],
    ["第八条前三项", ["第8条第1项", "第8条第2项", "第8条第3项"]],
    ["规定最后两条", ["倒数第2条", "倒数第1条"]],
    ["从第五条起到第七条止", ["第5条", "第6条", "第7条"]],
    ["第十条的上一条", ["第10条之前第1条"]],
    ["第八条后面那条讲什么", ["第8条之后第1条"]],
    ["第十条的下下条", ["第10条之后第2条"]],
    ["第八条第二项的下一项", ["第8条第2项之后第1项"]],
    ["紧跟第十三条的那条", ["第13条之后第1条"]],
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
    "什么情况下要回头评估？一条一条说",
    "要备哪些材料，一项一项列出来",
    "一条条念给我听",
    "材料有哪些，一条也别落",
    "前言说了什么",
    "前三条路谁来批",
    "下午1、3点都行吗",
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
    expect(parseReferences("再下一项").relative).toEqual({ by: 1, unit: "point" });
    expect(parseReferences("继续往下").relative).toEqual({ by: 1, unit: null });
    expect(parseReferences("下一个行动呢").relative).toEqual({ by: 1, unit: null });
    expect(parseReferences("下个月能办吗").relative).toBeNull();
    expect(parseReferences("下一个季度呢").relative).toBeNull();
    expect(parseReferences("第八条的下一条").relative).toBeNull();
  });
});
