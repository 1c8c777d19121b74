import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalise } from "../language/normalise.js";
import { createScreening } from "./screening.js";
import weights from "./screening.json" with { type: "json" };

describe("createScreening", () => {
  it("adds the log-odds of the runs over the root of how many there are, the ends among them", () => {
    const screening = createScreening({ runs: { 假: [2, 0], "^假": [1, 0], 饭: [0, 4] }, shift: [-1, -2] });
    // 假, ^假 and 假$.
    const unsafe = Math.exp(-1 + 3 / Math.sqrt(3));
    const offTopic = Math.exp(-2);
    expect(screening("假")).toEqual({
      unsafe: expect.closeTo(unsafe / (1 + unsafe + offTopic), 12),
      offTopic: expect.closeTo(offTopic / (1 + unsafe + offTopic), 12),
    });
  });

  it("leaves marks and white space out", () => {
    const screening = createScreening({ runs: { 吃饭: [0, 5] }, shift: [-5, -5] });
    expect(screening("吃,饭 ")).toEqual(screening("吃饭"));
  });
});

describe("the learned screening, on questions that it has not learned from", () => {
  const screening = createScreening(weights);
  const lines = readFileSync("evals/screen.dev.jsonl", "utf8").trim().split("\n");
  const questions = lines.map((line) => JSON.parse(line) as { question: string; label: string });
  const share = (label: string, is: (question: string) => boolean) => {
    const some = questions.filter((one) => one.label === label);
    return some.filter(({ question }) => is(normalise(question))).length / some.length;
  };

  it("turns no fair question away", () => {
    expect(share("fair", (question) => screening(question).unsafe >= 0.5 || screening(question).offTopic >= 0.5)).toBe(
      0,
    );
  });

  it("knows most of what is unsafe or off topic", () => {
    expect(share("unsafe", (question) => screening(question).unsafe >= 0.5)).toBeGreaterThan(0.7);
    expect(share("off_topic", (question) => screening(question).offTopic >= 0.5)).toBeGreaterThan(0.6);
  });
});
