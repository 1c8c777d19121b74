import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFakeLibrary, fakeAnswer, fakeRefusal } from "../evaluation/fake-library.js";
import { parseQrels } from "../evaluation/qrels.js";
import { parseRun } from "../evaluation/run.js";
import { type EvalOptions, runEval } from "./run-eval.js";

const library = createFakeLibrary({ d: { art_1: "甲", art_1__point_1: "乙", art_2: "丙" } });
const QUESTIONS = [
  '{"id":"a","question":"甲？","answerable":true,"citations":[{"document":"d","eId":"art_1"}]}',
  '{"id":"b","question":"那谁？","answerable":true,"citations":[{"document":"d","eId":"art_2"}],"history":[{"role":"user","content":"先前"},{"role":"assistant","content":"答"}]}',
].join("\n");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "eval-"));
  await writeFile(join(folder, "set.jsonl"), QUESTIONS);
});
afterEach(() => rm(folder, { recursive: true }));

async function run(options: Partial<EvalOptions> = {}, refuse = false) {
  const printed: string[] = [];
  const warned: string[] = [];
  const searched: string[] = [];
  let closed = 0;
  const status = await runEval(
    {
      dataset: join(folder, "set.jsonl"),
      depth: 100,
      json: false,
      misses: false,
      check: false,
      publish: false,
      ...options,
    },
    {
      open: async () => ({
        library,
        answerer: {
          answer: async () => (refuse ? fakeRefusal("no_basis") : fakeAnswer(library, "甲[1]", ["d#art_1"])),
        },
        retriever: {
          search: async (text: string) => {
            searched.push(text);
            return ["d#art_1", "d#art_2"].map((provisionId) => ({
              provisionId,
              score: 1,
              lexicalScore: 0,
              denseScore: null,
            }));
          },
        },
        close: () => {
          closed += 1;
        },
      }),
      print: (text) => printed.push(text),
      warn: (text) => warned.push(text),
      now: () => 0,
      today: "2024-02-02",
    },
  );
  return { status, printed: printed.join("\n"), warned, searched, closed };
}

const path = (name: string) => join(folder, name);
const read = (name: string) => readFile(path(name), "utf8");

describe("runEval", () => {
  it("prints the figures, closes what it opened, and lists misses when asked", async () => {
    const { status, printed, closed } = await run({ misses: true });
    expect([status, closed]).toEqual([0, 1]);
    expect(printed).toMatch(/首条依据准确（条款项） +50\.0%/);
    expect(printed).toContain("b [other] 那谁？");
    expect((await run()).printed).not.toContain("那谁？");
  });

  it("prints JSON alone with --json", async () => {
    const { printed } = await run({ json: true, misses: true });
    expect(JSON.parse(printed)).toMatchObject({ dataset: "set", metrics: { questions: 2 }, misses: [{ id: "b" }] });
  });

  it("writes results in the contract's form, a run, judgments and a report", async () => {
    await run({ out: path("new/out.json"), run: path("r.run"), qrels: path("q.qrels"), html: path("r.html") });
    const out = JSON.parse(await read("new/out.json"));
    expect(Object.keys(out)).toEqual(["metrics", "results"]);
    expect(out.results[0]).toMatchObject({
      id: "a",
      answer: { status: "answered" },
      checks: { citationExact: { pass: true } },
      retrieved: [{ provisionId: "d#art_1", score: 1 }, { provisionId: "d#art_2" }],
    });
    expect(
      parseRun(await read("r.run"), "r")
        .get("b")
        ?.map((row) => row.provisionId),
    ).toEqual(["d#art_1", "d#art_2"]);
    expect(parseQrels(await read("q.qrels"), "q").get("a")).toHaveLength(2);
    expect(await read("r.html")).toContain("问答评测报告：set");
  });

  it("reads judgments from a file that exists and leaves it alone", async () => {
    await writeFile(path("q.qrels"), "a 0 d#art_2 1\n");
    const { printed } = await run({ json: true, qrels: path("q.qrels") });
    expect(JSON.parse(printed).metrics["MRR@10"]).toBe(0.5);
    expect(await read("q.qrels")).toBe("a 0 d#art_2 1\n");
  });

  it("warns of gold places that the corpus lacks", async () => {
    expect((await run()).warned).toEqual([]);
    await writeFile(path("set.jsonl"), QUESTIONS.replace("art_2", "art_7"));
    expect((await run()).warned).toEqual(["语料中没有以下标准依据，按未命中计：\n  b: d art_7"]);
  });

  it("searches a follow-up question with what was asked before", async () => {
    expect((await run()).searched).toEqual(["甲？", "先前 那谁？"]);
  });

  it("publishes, passes the check, and fails it when a figure falls", async () => {
    await run({ publish: true });
    expect(JSON.parse(await read("published.json"))).toMatchObject({ set: { date: "2024-02-02", misses: ["b"] } });
    expect((await run({ check: true })).status).toBe(0);
    const worse = await run({ check: true }, true);
    expect(worse.status).toBe(1);
    expect(worse.printed).toContain("变差的指标：全部检查通过");
    expect((await run({}, true)).status).toBe(0);
  });

  it("keeps the publications of other sets", async () => {
    const other = { date: "2023-01-01", questions: 1, figures: {}, misses: [] };
    await writeFile(path("published.json"), JSON.stringify({ other }));
    await run({ publish: true });
    expect(JSON.parse(await read("published.json"))).toMatchObject({ other, set: { questions: 2 } });
  });

  it.each([
    ["a missing set", { dataset: "no/such.jsonl" }, "dataset_invalid"],
    ["a check without a publication", { check: true }, "usage"],
    ["check and publish at once", { check: true, publish: true }, "usage"],
    ["an output that cannot be written", { out: "/dev/null/x.json" }, "usage"],
  ])("refuses %s", async (_, options, code) => {
    await expect(run(options)).rejects.toMatchObject({ code });
  });
});
