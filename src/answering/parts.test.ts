import { describe, expect, it } from "vitest";
import { askedOfEach, askedParts } from "./parts.js";

describe("askedParts", () => {
  it.each([
    ["合法性审查谁做,最少给几个工作日", ["合法性审查谁做", "最少给几个工作日"]],
    ["专家论证能用什么方式;风险评估呢,用什么方式", ["专家论证能用什么方式", "风险评估呢,用什么方式"]],
    ["我们局想出个方案,要不要公开征求意见,要多久", ["我们局想出个方案,要不要公开征求意见", "要多久"]],
    ["要报谁批,材料先给办公室", ["要报谁批,材料先给办公室"]],
    ["解读稿谁写、谁给指导、几天内挂", ["解读稿谁写", "谁给指导", "几天内挂"]],
  ])("reads %s", (question, parts) => {
    expect(askedParts(question)).toEqual(parts);
  });

  it.each([
    "重大决策谁来拍板",
    "决策草案没审,能不能上会",
    "公开征求意见要30天,对吧",
    "30天够吗,行不行",
    "由办公室办,还是由谁办",
    "谁报,报给谁,几天批,批完给谁",
    "起草、论证、审查谁来做",
  ])("takes %s for one question", (question) => {
    expect(askedParts(question)).toHaveLength(1);
  });
});

describe("askedOfEach", () => {
  it.each([
    ["司法局、审计局各管哪一摊", ["司法局管哪一摊", "审计局管哪一摊"]],
    ["专家论证和风险评估,分别怎么做", ["专家论证怎么做", "风险评估怎么做"]],
    [
      "部门报的事,跟区长点名的事,进目录的路子有何不同",
      ["部门报的事进目录的路子有何不同", "区长点名的事进目录的路子有何不同"],
    ],
    ["公开征求意见和法审,哪个更久", ["公开征求意见哪个更久", "法审哪个更久"]],
  ])("puts %s to each", (question, parts) => {
    expect(askedOfEach(question)).toEqual(parts);
  });

  it.each(["各类事项和计划谁来管", "专家和群众的意见怎么听", "分别是哪几项"])("leaves %s whole", (question) => {
    expect(askedOfEach(question)).toEqual([question]);
  });
});
