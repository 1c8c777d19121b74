import { expect, it } from "vitest";
import type { Likeness, Scores } from "../../retrieval/likeness.js";
import { judgeReadings } from "./reading.js";

const layer = (text: string) => ({ text, factor: 1 });
const layersOf = (own: string) => [layer(own), layer("区政府："), layer("决策程序"), layer("朝阳区规定")];

const scores = (relevance: number, told = 0): Scores => ({ relevance, told, verdicts: [] });

let handedOver: unknown;
const scoring = (...scores: Scores[]): Likeness => ({
  wordsNear: () => [],
  alike: () => new Float32Array(),
  answering: (question, passages) => {
    handedOver = { question, passages };
    return scores;
  },
});

it("reads a passage under its headings and lead-in, without the title that all of a document share", () => {
  judgeReadings(scoring(scores(0)), "谁拍板", [layersOf("作出决定")]);
  expect(handedOver).toEqual({ question: "谁拍板", passages: [["决策程序", "区政府：", "作出决定"]] });
});

it("turns scores into shares of 1, each beside the best", () => {
  const [best, even, far] = judgeReadings(
    scoring(scores(4, -4), scores(0), scores(-12)),
    "谁拍板",
    ["甲", "乙", "丙"].map(layersOf),
  );
  expect(best?.signs.crossed).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  expect(best?.signs.told).toBeCloseTo(1 / (1 + Math.exp(2)), 6);
  expect(best?.signs.crossLead).toBe(1);
  expect(even?.signs).toEqual({ told: 0.5, crossed: 0.5, crossLead: expect.closeTo(0.6, 6) });
  expect(far?.signs.crossLead).toBe(0);
});

it("judges no passages", () => {
  expect(judgeReadings(scoring(), "谁拍板", [])).toEqual([]);
});
