import { describe, expect, it } from "vitest";
import { askedParts } from "./parts.js";

describe("askedParts", () => {
  it.each([
    ["合法性审查谁做,最少给几个工作日", ["合法性审查谁做", "最少给几个工作日"]],
    ["专家论证能用什么方式;风险评估呢,用什么方式", ["专家论证能用什么方式", "风险评估呢,用什么方式"]],
    ["我们局想出个方案,要不要公开征求意见,要多久", ["我们局想出个方案,要不要公开征求意见", "要多久"]],
    ["要报谁批,材料先给办公室", ["要报谁批,材料先给办公室"]],
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
  ])("takes %s for one question", (question) => {
    expect(askedParts(question)).toHaveLength(1);
  });
});
