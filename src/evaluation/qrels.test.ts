import { describe, expect, it } from "vitest";
import { parseDataset } from "./dataset.js";
import { createFakeLibrary } from "./fake-library.js";
import { deriveQrels, formatQrels, type Judgment, judgeByNeed, judgeByProvision, parseQrels } from "./qrels.js";

const library = createFakeLibrary({ d: { art_1: "a", art_1__point_1: "b", art_1__point_2: "c", art_2: "d" } });

function derive(fields: object): Judgment[] {
  const line = JSON.stringify({ id: "q", question: "？", answerable: true, ...fields });
  return [...(deriveQrels(parseDataset(line, "a.jsonl").questions, library).get("q") ?? [])];
}

describe("deriveQrels", () => {
  it("judges a gold place and all below it relevant to one need", () => {
    expect(derive({ citations: [{ document: "d", eId: "art_1" }] })).toEqual([
      { provisionId: "d#art_1", relevance: 1, need: 1 },
      { provisionId: "d#art_1__point_1", relevance: 1, need: 1 },
      { provisionId: "d#art_1__point_2", relevance: 1, need: 1 },
    ]);
  });

  it("gives each gold place a need of its own when all are wanted, the narrower place its own one", () => {
    const citations = [
      { document: "d", eId: "art_1" },
      { document: "d", eId: "art_1__point_2" },
    ];
    const needs = derive({ citations, match: "all" }).map(({ provisionId, need }) => [provisionId, need]);
    expect(Object.fromEntries(needs)).toEqual({ "d#art_1__point_2": 2, "d#art_1": 1, "d#art_1__point_1": 1 });
    expect(new Set(derive({ citations, match: "any" }).map(({ need }) => need))).toEqual(new Set([1]));
  });

  it("keeps a place that the library lacks, as missed", () => {
    expect(derive({ citations: [{ document: "某 规定", eId: "art_9" }] })).toEqual([
      { provisionId: "某_规定#art_9", relevance: 1, need: 1 },
    ]);
  });

  it("judges nothing for a question without an answer", () => {
    expect(derive({ answerable: false, citations: [{ document: "d", eId: "art_1" }] })).toEqual([]);
  });
});

describe("parseQrels", () => {
  it("reads what formatQrels writes", () => {
    const qrels = new Map([["q1", [{ provisionId: "d#art_1", relevance: 1, need: 1 }]]]);
    expect(formatQrels(qrels)).toBe("q1 1 d#art_1 1\n");
    expect(parseQrels(formatQrels(qrels), "a.qrels")).toEqual(qrels);
  });

  it("reads the judgments of other tools", () => {
    expect(parseQrels("q1\tQ0\td#art_1\t2\n", "a").get("q1")).toEqual([
      { provisionId: "d#art_1", relevance: 2, need: 0 },
    ]);
  });

  it("names the bad line", () => {
    expect(() => parseQrels("q1 0 d#art_1 1\nq1 0 d#art_2\n", "a.qrels")).toThrow(/^a\.qrels:2: /);
    expect(() => parseQrels("q1 0 d#art_1 high\n", "a.qrels")).toThrow(/^a\.qrels:1: /);
  });
});

describe("judging a ranking", () => {
  const judgments: Judgment[] = [
    { provisionId: "a", relevance: 1, need: 1 },
    { provisionId: "a1", relevance: 1, need: 1 },
    { provisionId: "b", relevance: 2, need: 2 },
    { provisionId: "c", relevance: 0, need: 3 },
  ];

  it("counts each provision, as trec_eval does, and the unjudged as not relevant", () => {
    const judged = judgeByProvision(["a1", "x", "a", "c", "b"], judgments);
    expect(judged.gains).toEqual([1, 0, 1, 0, 2]);
    expect(judged.ideal.toSorted()).toEqual([1, 1, 2]);
  });

  it("counts each need once and lets the second provision keep its rank", () => {
    const judged = judgeByNeed(["a1", "a", "b"], judgments);
    expect(judged.gains).toEqual([1, 0, 2]);
    expect(judged.ideal).toEqual([1, 2]);
  });
});
