import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeDocument, fakeProvision } from "../corpus/fake-library.js";
import type { PolicyDocument } from "../corpus/provision.js";
import type { Embedder } from "../embedding/embedder.js";
import { FakeEmbedder } from "../embedding/fake-embedder.js";
import { createJieba } from "../language/jieba.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { inverseDocumentFrequency } from "./bm25.js";
import { ExactVectors } from "./exact-vectors.js";
import { createFormula } from "./fake-formula.js";
import { IndexMissingError, IndexStaleError } from "./index-errors.js";
import type { Manifest } from "./manifest.js";
import { type PolicyIndex, provisionIdsOf } from "./policy-index.js";
import { toRowFilter } from "./row-filter.js";
import { toSearchableRows } from "./searchable-rows.js";
import { userDictionary } from "./user-dictionary.js";

/** One place that an index can be built in and opened from; empty at first. */
export interface EnginePlace {
  build(documents: readonly PolicyDocument[], digest: string, embedder: Embedder): Promise<Manifest>;
  open(embedder: Embedder, corpusDigest?: string): Promise<PolicyIndex>;
}

export const segmenterFactory: SegmenterFactory = (terms) =>
  createJieba({ dictionaryDir: "models/jieba", userDictionary: terms });

const ORGANS = [
  "区司法局",
  "区财政局",
  "区教育委员会",
  "区生态环境局",
  "区应急管理局",
  "区市场监督管理局",
  "街道办事处",
];
const DUTIES = ["负责合法性审查", "安排专项经费", "组织公开征求意见", "开展监督检查", "报区政府批准", "建立工作台账"];
const LIMITS = ["在5个工作日内完成", "一般不少于30日", "每季度公布一次", "不得收取费用", "应当书面告知申请人"];
const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? "";

/** Forty documents of ten articles that share many words, and the odd ones. */
export const engineDocuments: readonly PolicyDocument[] = [
  ...Array.from({ length: 40 }, (_, d) =>
    fakeDocument(
      `doc-${d}`,
      Array.from({ length: 10 }, (_, a) => {
        const words = `${pick(ORGANS, d * 3 + a)}${pick(DUTIES, d + a * 5)}，${pick(LIMITS, d * 7 + a * 2)}`;
        return a % 3 === 0 ? `${words}；逾期的，由${pick(ORGANS, d + a + 2)}催办。` : `${words}。`;
      }),
      { issuer: pick(ORGANS, d), date: `20${10 + (d % 15)}-01-01`, status: d % 9 === 8 ? "superseded" : "in_force" },
    ),
  ),
  fakeDocument("copy", ["由区司法局负责合法性审查。"], { duplicateOf: "doc-0" }),
  fakeDocument("empty", []),
  {
    ...fakeDocument("law", []),
    provisions: [
      fakeProvision("law", "chp_1", "总则", { level: "chapter", children: ["art_1"], heading: "总则" }),
      fakeProvision("law", "art_1", "渔业船舶应当登记。\n（一）捕捞船；\n（二）养殖船，含𫚉鱼。", {
        parent: "chp_1",
        ownLength: 9,
        children: ["art_1__point_1", "art_1__point_2"],
      }),
      fakeProvision("law", "art_1__point_1", "捕捞船；", { level: "point", parent: "art_1" }),
      fakeProvision("law", "art_1__point_2", "养殖船，含𫚉鱼。", { level: "point", parent: "art_1" }),
    ],
  },
];

const QUESTIONS = [
  "合法性审查由谁负责",
  "专项经费 审查 审查",
  "公开征求意见一般不少于30日",
  "逾期 催办",
  "捕捞船",
  "𫚉鱼",
  "台账",
];

const rows = toSearchableRows(engineDocuments);
const segmenter = segmenterFactory(userDictionary(engineDocuments));
const formula = createFormula(
  rows.map(({ searchText }) => searchText),
  segmenter,
);

/** Rows with their scores, best first, equals by row: what a search must give but for rounding. */
function ranked(scores: readonly number[], k: number): { row: number; score: number }[] {
  return scores
    .map((score, row) => ({ row, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, k);
}

/** Scores agree place by place, and rows wherever no other has the same score. */
function expectRanking(found: readonly { row: number; score: number }[], scores: readonly number[], k: number): void {
  const expected = ranked(scores, k);
  expect(found).toHaveLength(expected.length);
  for (const [place, { row, score }] of found.entries()) {
    expect(score).toBeCloseTo(expected[place]?.score ?? Number.NaN, 4);
    expect(score).toBeCloseTo(scores[row] ?? Number.NaN, 4);
  }
  expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
}

/** What every engine must do; `newPlace` gives an empty place each time. */
export function describeEngine(name: string, newPlace: () => Promise<EnginePlace>): void {
  const embedder = new FakeEmbedder();
  const opened = async (documents = engineDocuments): Promise<PolicyIndex> => {
    const place = await newPlace();
    await place.build(documents, "corpus", embedder);
    return place.open(embedder, "corpus");
  };

  describe(`${name}: an opened index`, () => {
    let index: PolicyIndex;
    beforeAll(async () => {
      index = await opened();
    });
    afterAll(() => index.close());

    it("ranks by exact BM25", async () => {
      for (const question of QUESTIONS) {
        const scores = formula.scoreRows(question);
        expectRanking(await index.lexical.search(question, 25), scores, 25);
      }
      expect(await index.lexical.search("𠀀", 5)).toEqual([]);
    });

    it("ranks within a filter, and adds the rows that are wanted beside", async () => {
      const [question = ""] = QUESTIONS;
      const scores = formula.scoreRows(question);
      const accept = toRowFilter(index.size, [index.rowsOf("doc-3"), index.rowsOf("doc-30")]);
      const inside = scores.map((score, row) => (accept(row) ? score : 0));
      expectRanking(await index.lexical.search(question, 15, accept), inside, 15);
      const law = index.rowsOf("law").first;
      const found = await index.lexical.search(question, 3, accept, [law, index.rowsOf("doc-0").first]);
      expect(
        found
          .slice(3)
          .map(({ row }) => row)
          .toSorted((a, b) => a - b),
      ).toEqual([0, law]);
      for (const { row, score, words, bigrams } of found) {
        expect(score).toBeCloseTo(scores[row] ?? Number.NaN, 4);
        expect((words + bigrams) / 2).toBeCloseTo(score, 4);
      }
    });

    it("scores whole documents by what their rows have of each bigram together", async () => {
      const averageRows = index.size / 41;
      const ids = ["law", "doc-30", "empty", "doc-3"];
      const ranges = ids.map((documentId) => index.rowsOf(documentId));
      for (const question of QUESTIONS) {
        const scores = await index.lexical.scoreRanges(question, ranges, averageRows);
        expect(scores).toEqual(
          formula.scoreWholes(question, ranges, averageRows).map((score) => expect.closeTo(score, 4)),
        );
      }
      expect(await index.lexical.scoreRanges("𠀀", ranges, averageRows)).toEqual([0, 0, 0, 0]);
    });

    it("knows how rare words are", async () => {
      const having = rows.filter(({ searchText }) => searchText.includes("台账")).length;
      expect(index.lexical.idf("台账")).toBeCloseTo(inverseDocumentFrequency(rows.length, having), 12);
      expect(index.lexical.idf("飞船")).toBeCloseTo(inverseDocumentFrequency(rows.length, 0), 12);
      expect(index.lexical.idf("的")).toBe(0);
      expect(index.lexical.rarity("捞船")).toBeCloseTo(inverseDocumentFrequency(rows.length, 2), 12);
    });

    it("finds the same neighbours as comparing every vector", async () => {
      const vectors = await embedder.embed(rows.map(({ searchText }) => searchText));
      const exact = new ExactVectors(Float32Array.from(vectors.flatMap((v) => [...v])), embedder.dimensions);
      const accept = toRowFilter(index.size, [index.rowsOf("doc-7"), index.rowsOf("law")]);
      for (const vector of await embedder.embed(QUESTIONS)) {
        for (const filter of [undefined, accept]) {
          const expected = exact.search(vector, 10, filter);
          const found = await index.vectors.search(vector, 10, filter);
          expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 5)));
          for (const { row, score } of found) {
            expect(exact.search(vector, index.size).find((one) => one.row === row)?.score).toBeCloseTo(score, 5);
          }
        }
      }
    });

    it("gives back every provision as it was, with what the model reads in it", async () => {
      expect(index.documents).toEqual(engineDocuments.map(({ provisions: _, ...head }) => head));
      for (const { documentId, provisions } of engineDocuments) {
        expect(await index.read(() => index.provisionsOf(documentId))).toEqual(provisions);
        for (const provision of provisions.slice(0, 4)) {
          expect(await index.read(() => index.provision(provision.id))).toEqual(provision);
        }
      }
      const absent = ["law#art_2", "none#art_1", "law", "law#art\u00001"];
      expect(await index.read(() => absent.map((id) => index.provision(id)))).toEqual(absent.map(() => undefined));
      const last = rows.length - 1;
      expect(await provisionIdsOf(index, [last, 0])).toEqual(["law#art_1__point_2", "doc-0#art_1"]);
      await expect((async () => index.places([rows.length]))()).rejects.toThrow(RangeError);
      const [read] = await index.pieces([last]);
      expect(read?.pieces).toEqual(embedder.pieces.read(rows[last]?.searchText ?? ""));
      expect(read?.norm).toBeCloseTo(embedder.pieces.norm(read?.pieces ?? new Uint16Array()), 3);
      expect(index.rowsOf("copy")).toMatchObject({ first: 400, end: 400 });
    });

    it("lets readings nest and run at once", async () => {
      const textOf = (id: string) => index.provision(id)?.text ?? "";
      const both = await Promise.all(
        ["doc-1#art_1", "law#art_1"].map((id) =>
          index.read(async () => [await index.read(() => textOf(id)), textOf("doc-2#art_2"), textOf("law#chp_1")]),
        ),
      );
      const [doc1, doc2] = [engineDocuments[1], engineDocuments[2]].map((d) => d?.provisions.map(({ text }) => text));
      expect(both).toEqual([
        [doc1?.[0], doc2?.[1], "总则"],
        ["渔业船舶应当登记。\n（一）捕捞船；\n（二）养殖船，含𫚉鱼。", doc2?.[1], "总则"],
      ]);
      await expect(index.read(() => Promise.reject(new RangeError("its own")))).rejects.toThrow(RangeError);
    });
  });

  describe(`${name}: generations`, () => {
    it("is missing where none was built", async () => {
      await expect((await newPlace()).open(embedder)).rejects.toThrow(IndexMissingError);
    });

    it("is stale under another corpus or model, and opens for any corpus", async () => {
      const place = await newPlace();
      await place.build(engineDocuments.slice(0, 2), "corpus", embedder);
      await expect(place.open(embedder, "other")).rejects.toThrow(IndexStaleError);
      await expect(place.open(new FakeEmbedder({ modelId: "other" }))).rejects.toThrow(IndexStaleError);
      const index = await place.open(embedder);
      expect(index.manifest.corpusDigest).toBe("corpus");
      expect(index.manifest.model.digest).toBe(embedder.digest);
      await index.close();
    });

    it("serves nothing of an empty corpus", async () => {
      const index = await opened([]);
      expect(index.size).toBe(0);
      expect(await index.lexical.search("审查", 3)).toEqual([]);
      expect(await index.vectors.search(new Float32Array(embedder.dimensions), 3)).toEqual([]);
      await index.close();
    });

    it("embeds only what changed, while an opened index reads on", async () => {
      const place = await newPlace();
      const [first, second] = engineDocuments as [PolicyDocument, PolicyDocument];
      await place.build([first], "1", embedder);
      const old = await place.open(embedder);
      const counting = new FakeEmbedder();
      await place.build([first, second], "2", counting);
      expect(counting.embedded).toBe(second.provisions.length);
      expect(await old.read(() => old.provision("doc-0#art_9")?.text)).toBe(first.provisions[8]?.text);
      expect(await old.lexical.search("doc-1", 5)).toHaveLength(old.size > 5 ? 5 : old.size);
      const next = await place.open(embedder, "2");
      expect([old.size, next.size]).toEqual([10, 20]);
      const [vector = new Float32Array()] = await embedder.embed([second.provisions[0]?.text ?? ""]);
      const [best] = await next.vectors.search(vector, 1);
      expect(best?.row).toBeGreaterThanOrEqual(10);
      await old.close();
      await next.close();
    });

    it("keeps the last generation when a build fails", async () => {
      const place = await newPlace();
      await place.build(engineDocuments.slice(0, 2), "1", embedder);
      const failing = Object.assign(new FakeEmbedder(), { embed: () => Promise.reject(new Error("half way")) });
      await expect(place.build(engineDocuments, "2", failing)).rejects.toThrow("half way");
      const index = await place.open(embedder);
      expect(index.manifest.corpusDigest).toBe("1");
      expect(await index.lexical.search("审查", 3)).toHaveLength(3);
      await index.close();
    });
  });
}
