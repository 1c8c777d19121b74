import { describe, expect, it } from "vitest";
import { createTellable } from "./tellable.js";
import weights from "./weights.json" with { type: "json" };

describe("createTellable", () => {
  const tellable = createTellable({ runs: { 电话: -3, 话: -1, 怎么: 2 }, shift: 0.5 });

  it("adds the weights of the runs that the passage lacks, over the root of their number", () => {
    expect(tellable("电话是多少?", "由区司法局负责。")).toBeCloseTo(0.5 - 4 / Math.sqrt(2), 12);
    expect(tellable("怎么报名?", "由区司法局负责。")).toBeCloseTo(2.5, 12);
  });

  it("leaves out what the passage has", () => {
    expect(tellable("电话是多少?", "联系电话:65090000。")).toBe(0.5);
  });

  it("knows nothing of a question whose runs were not learned", () => {
    expect(tellable("何时?", "")).toBe(0.5);
  });
});

describe("the learned wordings", () => {
  const tellable = createTellable(weights.wordings);
  const passage = "承办单位应当组织专家论证,公开征求意见的期限一般不少于30日。";

  it.each([
    ["专家论证怎么组织", "专家论证的联系电话是多少"],
    ["公开征求意见多久", "公开征求意见一共花了多少钱"],
    ["由谁组织专家论证", "朝阳区组织专家论证的那位科长叫什么"],
  ])("find %s more likely told than %s", (told, untold) => {
    expect(tellable(told, passage)).toBeGreaterThan(tellable(untold, passage));
  });
});
