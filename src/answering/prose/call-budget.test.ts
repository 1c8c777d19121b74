import { describe, expect, it } from "vitest";
import { createCallBudget } from "./call-budget.js";

function budgetAt(callsPerMinute: number) {
  const clock = { now: 0 };
  return { clock, budget: createCallBudget(callsPerMinute, () => clock.now) };
}

describe("createCallBudget", () => {
  it("allows so many calls in any minute", () => {
    const { clock, budget } = budgetAt(2);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    clock.now = 59_999;
    expect(budget.take()).toBe(false);
    clock.now = 60_000;
    expect(budget.take()).toBe(true);
  });

  it("rests for a minute after three failures in a row", () => {
    const { clock, budget } = budgetAt(100);
    for (let i = 0; i < 3; i++) budget.failed();
    expect(budget.take()).toBe(false);
    clock.now = 60_000;
    expect(budget.take()).toBe(true);
  });

  it("forgets failures once a call succeeds", () => {
    const { budget } = budgetAt(100);
    budget.failed();
    budget.failed();
    budget.succeeded();
    budget.failed();
    expect(budget.take()).toBe(true);
  });
});
