import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakeDocument } from "../corpus/fake-library.js";
import type { PolicyDocument } from "../corpus/provision.js";
import { FakeEmbedder } from "../embedding/fake-embedder.js";
import { createJieba } from "../language/jieba.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { buildIndex } from "./build.js";
import { listGenerations } from "./generation.js";
import { IndexMissingError, IndexStaleError } from "./index-errors.js";
import { openIndex } from "./open.js";
import { provisionIdsOf } from "./policy-index.js";
import type { BuildProgress } from "./write-segment.js";

const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: "models/jieba", userDictionary });
const newFolder = (): string => mkdtempSync(join(tmpdir(), "index-"));

const rule = fakeDocument("gazette/3", [
  "决策草案须经区司法局进行合法性审查。",
  "向社会公开征求意见，期限一般不少于30日。",
]);
const plan = fakeDocument("plan", ["加强科普经费保障。", "区政府负责领导。"], { status: "superseded" });
const copy = fakeDocument("copy", ["加强科普经费保障。"], { duplicateOf: "plan" });
const documents = [rule, plan, copy, fakeDocument("empty", [])];

function build(
  indexDir: string,
  texts: readonly PolicyDocument[] = documents,
  rest: { embedder?: FakeEmbedder; digest?: string } = {},
) {
  const { embedder = new FakeEmbedder(), digest = "corpus" } = rest;
  return buildIndex({ corpus: { documents: texts, digest }, indexDir, embedder, segmenterFactory });
}

describe("buildIndex and openIndex", () => {
  it("opens what was built, from a file to a found provision", async () => {
    const indexDir = newFolder();
    const manifest = await build(indexDir);
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });

    expect(index.manifest).toEqual(manifest);
    expect(manifest.counts).toEqual({ documents: 4, provisions: 5, rows: 4 });
    expect(index.size).toBe(4);
    expect(index.documents.map(({ documentId }) => documentId)).toEqual(["gazette/3", "plan", "copy", "empty"]);
    expect(index.document("plan")?.status).toBe("superseded");
    expect(index.segmenter.cut("区司法局")).toEqual(["区司法局"]);

    const [best] = await index.lexical.search("科普经费", 1);
    expect(await provisionIdsOf(index, [best?.row ?? -1])).toEqual(["plan#art_1"]);
    index.close();
  });

  it("gives back every provision as it was", async () => {
    const indexDir = newFolder();
    await build(indexDir);
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });
    for (const { documentId, provisions } of documents) {
      expect(index.provisionsOf(documentId)).toEqual(provisions);
      for (const provision of provisions) expect(index.provision(provision.id)).toEqual(provision);
    }
    expect(index.provision("plan#art_9")).toBeUndefined();
    expect(index.provision("absent#art_1")).toBeUndefined();
    expect(index.provisionsOf("absent")).toEqual([]);
    index.close();
  });

  it("numbers rows through the documents", async () => {
    const indexDir = newFolder();
    await build(indexDir);
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });
    const provisionIds = await provisionIdsOf(index, [3, 0, 1, 2]);
    expect(provisionIds).toEqual(["plan#art_2", "gazette/3#art_1", "gazette/3#art_2", "plan#art_1"]);
    expect(index.rowsOf("gazette/3")).toEqual({ first: 0, end: 2 });
    expect(index.rowsOf("plan")).toEqual({ first: 2, end: 4 });
    expect(index.rowsOf("copy")).toEqual({ first: 4, end: 4 });
    expect(() => index.places([4])).toThrow(RangeError);
    index.close();
  });

  it("opens an index of nothing", async () => {
    const indexDir = newFolder();
    await build(indexDir, []);
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });
    expect(index.lexical.search("审查", 3)).toEqual([]);
    index.close();
  });

  it("tells its progress to the end", async () => {
    const seen: BuildProgress[] = [];
    await buildIndex({
      corpus: { documents, digest: "corpus" },
      indexDir: newFolder(),
      embedder: new FakeEmbedder(),
      segmenterFactory,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.filter(({ done, total }) => done === total).map(({ stage }) => stage)).toEqual(["words", "vectors"]);
  });
});

describe("an index that must not be used", () => {
  it("is missing where none was built", async () => {
    const options = { segmenterFactory, embedder: new FakeEmbedder() };
    await expect(openIndex(newFolder(), options)).rejects.toThrow(IndexMissingError);
    await expect(openIndex(join(newFolder(), "absent"), options)).rejects.toThrow(IndexMissingError);
  });

  it.each([
    ["model", { embedder: new FakeEmbedder({ modelId: "other" }) }],
    ["vector length", { embedder: new FakeEmbedder({ dimensions: 32 }) }],
    ["corpus", { embedder: new FakeEmbedder(), corpusDigest: "other" }],
  ])("is stale under another %s", async (_, options) => {
    const indexDir = newFolder();
    await build(indexDir);
    await expect(openIndex(indexDir, { segmenterFactory, ...options })).rejects.toThrow(IndexStaleError);
  });
});

describe("building again", () => {
  const contents = (indexDir: string): Record<string, string> => {
    const path = listGenerations(indexDir)[0]?.path ?? "";
    return Object.fromEntries(
      readdirSync(path).map((name) => [name, readFileSync(join(path, name)).toString("base64")]),
    );
  };

  it("embeds only what changed and gives what a full build gives", async () => {
    const edited = [
      fakeDocument("gazette/3", [
        "决策草案须经区司法局进行合法性审查。",
        "期限不少于20日。",
        "本规定自发布之日起施行。",
      ]),
      plan,
    ];
    const indexDir = newFolder();
    await build(indexDir);
    const embedder = new FakeEmbedder();
    await build(indexDir, edited, { embedder });
    expect(embedder.embedded).toBe(2);

    const full = newFolder();
    await build(full, edited);
    expect(contents(indexDir)).toEqual(contents(full));
  });

  it("makes every vector again for another model", async () => {
    const indexDir = newFolder();
    await build(indexDir);
    const embedder = new FakeEmbedder({ modelId: "other" });
    await build(indexDir, documents, { embedder });
    expect(embedder.embedded).toBe(4);
  });

  it("keeps two generations", async () => {
    const indexDir = newFolder();
    for (const digest of ["1", "2", "3"]) await build(indexDir, documents, { digest });
    expect(readdirSync(indexDir).sort()).toEqual(["gen-2", "gen-3"]);
  });

  it("lets an open index read on", async () => {
    const indexDir = newFolder();
    await build(indexDir);
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });
    for (const digest of ["2", "3"]) await build(indexDir, [plan], { digest });
    expect(index.provision("gazette/3#art_1")?.text).toBe("决策草案须经区司法局进行合法性审查。");
    index.close();
  });
});
