import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../answering/answer.js";
import { parseDataset } from "./dataset.js";
import { type EvaluationResult, evaluate } from "./evaluate.js";
import { createFakeLibrary, fakeAnswer, fakeRefusal } from "./fake-library.js";
import { compareWithPublished, loadPublished, type Publication, toPublication } from "./published.js";

const library = createFakeLibrary({ d: { art_1: "甲" } });
const lines = ["a", "b"].map(
  (id) => `{"id":"${id}","question":"${id}","answerable":true,"citations":[{"document":"d","eId":"art_1"}]}`,
);

/** Evaluates two questions, of which the named ones are refused. */
function resultRefusing(...refused: string[]): Promise<EvaluationResult> {
  return evaluate({
    dataset: parseDataset(lines.join("\n"), "fake.jsonl"),
    answerer: {
      answer: async ({ question }): Promise<Answer> =>
        refused.includes(question) ? fakeRefusal("no_basis") : fakeAnswer(library, "甲[1]", ["d#art_1"]),
    },
    library,
    depth: 1,
    now: () => 0,
  });
}

async function published(...refused: string[]): Promise<Publication> {
  return toPublication(await resultRefusing(...refused), "2024-01-01");
}

describe("compareWithPublished", () => {
  it("finds nothing fallen when nothing changed", async () => {
    const comparison = compareWithPublished(await resultRefusing("b"), await published("b"), "2024-02-02");
    expect(comparison).toMatchObject({ publishedOn: "2024-01-01", fell: [], newMisses: [], fixed: [] });
  });

  it("names the figures that fell, lower ones where higher is worse, and the questions behind them", async () => {
    const comparison = compareWithPublished(await resultRefusing("b"), await published("a"), "2024-02-02");
    expect([comparison.newMisses, comparison.fixed, comparison.fell]).toEqual([["b"], ["a"], []]);
    const worse = compareWithPublished(await resultRefusing("b"), await published(), "2024-02-02");
    expect(worse.fell.map(({ key }) => key)).toEqual(["right", "citationExact", "citationArticle", "falseRefusalRate"]);
    const better = compareWithPublished(await resultRefusing(), await published("b"), "2024-02-02");
    expect(better.changes.find(({ key }) => key === "falseRefusalRate")).toMatchObject({
      verdict: "better",
      before: 0.5,
      now: 0,
    });
  });

  it("does not compare what was not measured now", async () => {
    const before = await published();
    const ranked = { ...before, figures: { ...before.figures, "MRR@10": 0.9 } };
    const { fell } = compareWithPublished(await resultRefusing(), ranked, "2024-02-02");
    expect(fell).toEqual([]);
  });

  it("says when the set has changed", async () => {
    const comparison = compareWithPublished(
      await resultRefusing(),
      { ...(await published()), questions: 3 },
      "2024-02-02",
    );
    expect(comparison.questionsChanged).toBe(true);
  });
});

describe("loadPublished", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "published-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is empty when nothing was published", async () => {
    expect(await loadPublished(join(folder, "none.json"))).toEqual({});
  });

  it("reads what was written and refuses a damaged file", async () => {
    const file = join(folder, "published.json");
    await writeFile(file, JSON.stringify({ fake: await published("a") }));
    expect(await loadPublished(file)).toEqual({ fake: await published("a") });
    await writeFile(file, '{"fake": 3}');
    await expect(loadPublished(file)).rejects.toMatchObject({ code: "dataset_invalid" });
  });
});
