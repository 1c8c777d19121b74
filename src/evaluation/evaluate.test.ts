import { describe, expect, it } from "vitest";
import type { Question } from "../answering/answer.js";
import { parseDataset } from "./dataset.js";
import { evaluate } from "./evaluate.js";
import { createFakeLibrary, fakeAnswer, fakeRefusal } from "./fake-library.js";

const library = createFakeLibrary({ d: { art_1: "甲", art_1__point_1: "乙", art_2: "丙" } });

const dataset = parseDataset(
  [
    '{"id":"a","question":"甲？","type":"who","answerable":true,"citations":[{"document":"d","eId":"art_1"}],"mustContain":["甲"]}',
    '{"id":"b","question":"丙？","type":"who","answerable":true,"citations":[{"document":"d","eId":"art_2"}],"mustContain":["丙"],"history":[{"role":"user","content":"先前"}]}',
    '{"id":"c","question":"误拒？","type":"list","answerable":true,"citations":[{"document":"d","eId":"art_2"}]}',
    '{"id":"n","question":"天气？","type":"none","answerable":false,"reason":"off_topic"}',
    '{"id":"m","question":"编造？","type":"none","answerable":false}',
  ].join("\n"),
  "evals/fake.jsonl",
);

const asked: Question[] = [];
const answerer = {
  answer: async (question: Question) => {
    asked.push(question);
    if (question.question === "甲？") return fakeAnswer(library, "甲[1]", ["d#art_1__point_1"], 0.9);
    if (question.question === "丙？") return fakeAnswer(library, "丁[1]", ["d#art_1"], 0.9);
    if (question.question === "编造？") return fakeAnswer(library, "甲[1]", ["d#art_1"], 0.2);
    return fakeRefusal(question.question === "天气？" ? "off_topic" : "no_basis");
  },
};

const search = async () => [
  { provisionId: "d#art_1__point_1", score: 3 },
  { provisionId: "d#art_1", score: 2 },
  { provisionId: "d#art_2", score: 1 },
];

function run(overrides: Partial<Parameters<typeof evaluate>[0]> = {}) {
  let clock = 0;
  // Each reading is 1 ms after the last but for the last answer, which takes 50 ms.
  const now = () => {
    clock += clock === 9 ? 50 : 1;
    return clock;
  };
  return evaluate({ dataset, answerer, library, search, depth: 3, now, ...overrides });
}

describe("evaluate", () => {
  it("measures answers, refusals and calibration", async () => {
    const { metrics } = await run();
    expect(metrics).toMatchObject({
      questions: 5,
      answerable: 3,
      right: 2 / 5,
      citationExact: 1 / 3,
      citationArticle: 1 / 3,
      answerContains: 1 / 2,
      answerExcludes: null,
      refusalPrecision: 1 / 2,
      refusalRecall: 1 / 2,
      refusalReason: 1,
      falseRefusalRate: 1 / 3,
      verbatimRate: 1,
      latencyMs: { p50: 1, p95: 50, p99: 50 },
    });
    // Two answers at .9, one right; one at .2, wrong: 2/3 × |.5 − .9| + 1/3 × .2
    expect(metrics.ece).toBeCloseTo(1 / 3, 10);
  });

  it("ranks by gold place, and by provision as trec_eval does", async () => {
    const { metrics } = await run();
    // a: met at rank 1. b, c: met at rank 3.
    expect(metrics["recall@1"]).toBeCloseTo(1 / 3, 10);
    expect(metrics["recall@5"]).toBe(1);
    expect(metrics["MRR@10"]).toBeCloseTo((1 + 1 / 3 + 1 / 3) / 3, 10);
    expect(metrics["nDCG@10"]).toBeCloseTo((1 + 0.5 + 0.5) / 3, 10);
    // a has two relevant provisions, of which one stands first.
    expect(metrics.trec["recall@1"]).toBeCloseTo(0.5 / 3, 10);
    expect(metrics.trec["MRR@10"]).toBeCloseTo(metrics["MRR@10"] ?? 0, 10);
  });

  it("groups by type in the order of the set", async () => {
    const { metrics } = await run();
    expect(metrics.byType.map(({ type, questions, right }) => [type, questions, right])).toEqual([
      ["who", 2, 1 / 2],
      ["list", 1, 0],
      ["none", 2, 1 / 2],
    ]);
    expect(metrics.byType[2]).toMatchObject({ refusalRecall: 1 / 2, falseRefusalRate: null, citationExact: null });
  });

  it("gives the same result twice but for the latencies", async () => {
    const [first, second] = [await run(), await run({ now: () => 7 })];
    expect(second.results).toEqual(first.results);
    expect({ ...second.metrics, latencyMs: null }).toEqual({ ...first.metrics, latencyMs: null });
  });

  it("hands on the history, only where there is one", async () => {
    asked.length = 0;
    await run();
    expect(asked.find(({ question }) => question === "丙？")?.history).toEqual([{ role: "user", content: "先前" }]);
    expect(asked.find(({ question }) => question === "甲？")).toEqual({ question: "甲？" });
  });

  it("has no ranking figures without a search, and none that depth cuts off", async () => {
    const { search: _, ...rest } = { dataset, answerer, library, search, depth: 3, now: () => 0 };
    const unranked = await evaluate(rest);
    expect([unranked.metrics["recall@10"], unranked.metrics.trec["nDCG@10"]]).toEqual([null, null]);
    expect((await run({ depth: 2 })).metrics["recall@100"]).toBeCloseTo(1 / 3, 10);
  });

  it("takes judgments handed in over those of the set", async () => {
    const qrels = new Map([["a", [{ provisionId: "d#art_2", relevance: 1, need: 0 }]]]);
    expect((await run({ qrels })).metrics["MRR@10"]).toBeCloseTo(1 / 3, 10);
  });

  it("lets a failing answerer fail the run", async () => {
    await expect(run({ answerer: { answer: () => Promise.reject(new Error("坏了")) } })).rejects.toThrow("坏了");
  });
});
