import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestFiles, digestSources } from "../corpus/digest.js";
import { identifySources, loadCorpus } from "../corpus/load.js";
import { reloadCorpus } from "../corpus/reload.js";
import { FakeEmbedder } from "../embedding/fake-embedder.js";
import { createJieba } from "../language/jieba.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { buildIndex } from "./build.js";
import { loadEarlierGeneration } from "./earlier-generation.js";
import { FILE, listGenerations } from "./generation.js";
import { IndexDamagedError } from "./index-errors.js";
import type { Manifest } from "./manifest.js";
import { openIndex } from "./open.js";
import { type PolicyIndex, provisionIdsOf } from "./policy-index.js";
import { toRowFilter } from "./row-filter.js";
import { updateIndex } from "./update.js";

const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: "models/jieba", userDictionary });
const newFolder = (): string => mkdtempSync(join(tmpdir(), "update-"));
/** So few that the base has a graph. */
const EXACT_ROWS = 50;

const DUTIES = ["进行合法性审查", "安排专项经费", "公开征求意见", "开展监督检查", "建立工作台账", "渔业船舶登记"];
const PLACES = ["街道办事处", "渔政执法机构", "社区服务站", "承办单位", "档案馆", "各有关部门"];
const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? "";

function write(folder: string, file: string, ...lines: string[]): void {
  writeFileSync(join(folder, file), `${lines.join("\n\n")}\n`);
}

/** Thirty texts of six articles whose words are shared, so that every change moves the statistics of the others. */
function newCorpus(): string {
  const folder = newFolder();
  for (let text = 0; text < 30; text++) {
    const articles = Array.from(
      { length: 6 },
      (_, at) =>
        `第${"一二三四五六"[at]}条 ${pick(PLACES, text + at)}应当在${text + 2}日内${pick(DUTIES, text * 5 + at)}。`,
    );
    write(folder, `办法${text}.md`, `# 第${text}号管理办法`, ...articles);
  }
  write(folder, "条例(2015-01-01).md", "# 渔业条例", "第一条 渔业船舶应当登记。", "第二条 捕捞许可证有效期五年。");
  return folder;
}

async function buildFully(corpusDir: string, indexDir: string, graphDimensions = 64): Promise<Manifest> {
  const sources = await digestSources(corpusDir);
  const ids = identifySources(sources.map(({ file }) => file));
  const files = sources.map((source) => ({ ...source, id: ids.get(source.file) ?? "", problems: [] }));
  const { documents } = await loadCorpus(corpusDir);
  const corpus = { documents, files, digest: digestFiles(sources) };
  const limits = { exactRows: EXACT_ROWS, graphDimensions };
  return buildIndex({ corpus, indexDir, embedder: new FakeEmbedder(), segmenterFactory, ...limits });
}

async function update(corpusDir: string, indexDir: string, embedder = new FakeEmbedder()) {
  const expected = {
    modelDigest: embedder.digest,
    dimensions: embedder.dimensions,
    plainSegmenterDigest: segmenterFactory([]).digest,
  };
  const earlier = await loadEarlierGeneration(indexDir, expected);
  if (!earlier) throw new Error("no generation to build upon");
  const sources = await digestSources(corpusDir);
  const changes = await reloadCorpus(corpusDir, sources, earlier.reading);
  const corpus = { update: changes, digest: digestFiles(sources) };
  return updateIndex(earlier, { corpus, indexDir, embedder, segmenterFactory, exactRows: EXACT_ROWS });
}

const QUESTIONS = [
  "渔业船舶登记",
  "合法性审查几日内完成",
  "街道办事处安排专项经费",
  "渔政执法机构应当做什么",
  "捕捞许可证有效期",
  "档案馆台账",
  "12日内公开征求意见",
];

/** Everything that an index answers with. */
async function answersOf(index: PolicyIndex) {
  const rows = Array.from({ length: index.size }, (_, row) => row);
  const filter = toRowFilter(index.size, [{ first: 3, end: Math.floor(index.size / 2) }]);
  const words = ["渔业", "渔政执法机构", "审查", "日内", "没有的词"];
  return {
    documents: index.documents,
    provisionIds: await provisionIdsOf(index, rows),
    provisions: index.documents.map(({ documentId }) => index.provisionsOf(documentId)),
    rowsOf: index.documents.map(({ documentId }) => index.rowsOf(documentId)),
    pieces: await index.pieces(rows),
    cut: QUESTIONS.map((question) => index.segmenter.cut(question)),
    idf: words.map((word) => [index.lexical.idf(word), index.lexical.rarity(word)]),
    lexical: await Promise.all(QUESTIONS.map((question) => index.lexical.search(question, 500))),
    wholes: await Promise.all(QUESTIONS.map((question) => wholesOf(index, question))),
    filtered: await Promise.all(QUESTIONS.map((question) => index.lexical.search(question, 20, filter))),
  };
}

/** The score of every document; what stands in two segments is added up in another order, hence the rounding. */
async function wholesOf(index: PolicyIndex, question: string) {
  const ranges = index.documents.map(({ documentId }) => index.rowsOf(documentId));
  return (await index.lexical.scoreRanges(question, ranges, 20)).map((score) => Number(score.toFixed(9)));
}

/** Turns a bit in the middle of a file over. */
function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

async function neighboursOf(index: PolicyIndex) {
  const vectors = await new FakeEmbedder().embed(QUESTIONS);
  const found = await Promise.all(vectors.map((vector) => index.vectors.search(vector, 10)));
  return found.map((neighbours) => neighbours.map(({ score }) => score));
}

async function expectSameNeighbours(updated: PolicyIndex, whole: PolicyIndex): Promise<void> {
  const [scores, exact] = [await neighboursOf(updated), await neighboursOf(whole)];
  for (const [at, list] of scores.entries()) {
    for (const [rank, score] of list.entries()) expect(score).toBeCloseTo(exact[at]?.[rank] ?? Number.NaN, 5);
  }
}

async function expectEqualToFullBuild(corpusDir: string, indexDir: string): Promise<Manifest> {
  const full = newFolder();
  await buildFully(corpusDir, full);
  const options = { segmenterFactory, embedder: new FakeEmbedder() };
  const [updated, whole] = [await openIndex(indexDir, options), await openIndex(full, options)];
  expect(updated.manifest.delta).toBeDefined();
  expect(whole.manifest.delta).toBeUndefined();
  expect(updated.manifest.counts).toEqual(whole.manifest.counts);
  expect(updated.manifest.segmenter).toEqual(whole.manifest.segmenter);
  expect(updated.manifest.corpusDigest).toBe(whole.manifest.corpusDigest);
  expect(await answersOf(updated)).toEqual(await answersOf(whole));
  await expectSameNeighbours(updated, whole);
  await Promise.all([updated.vectors.warmUp?.(), whole.vectors.warmUp?.()]);
  await expectSameNeighbours(updated, whole);
  await Promise.all([updated.close(), whole.close()]);
  return updated.manifest;
}

describe("updateIndex", () => {
  it("answers as a full build does, change upon change", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    const steps: (() => void)[] = [
      () =>
        write(corpusDir, "办法3.md", "# 第3号管理办法", "第一条 街道办事处应当在9日内公布。", "第二条 新设的一条。"),
      // Its terms stand in other texts, which are cut otherwise from now on.
      () => write(corpusDir, "术语.md", "# 术语规定", "第一条 渔政机构（以下简称“渔政执法机构”）负责捕捞。"),
      () => write(corpusDir, "条例(2020-01-01).md", "# 渔业条例", "第一条 渔船应当登记。", "第二条 许可证有效期三年。"),
      () => rmSync(join(corpusDir, "办法7.md")),
      () => rmSync(join(corpusDir, "术语.md")),
      () => rmSync(join(corpusDir, "条例(2020-01-01).md")),
      () => write(corpusDir, "办法3.md", ...readFileSync(join(corpusDir, "办法4.md"), "utf8").trim().split("\n\n")),
    ];
    for (const step of steps) {
      step();
      expect(await update(corpusDir, indexDir)).toBeDefined();
      await expectEqualToFullBuild(corpusDir, indexDir);
    }
  });

  it("writes what has changed, and shares the rest with the generation before", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    write(corpusDir, "办法0.md", "# 第0号管理办法", "第一条 全新的要求。");
    const embedder = new FakeEmbedder();
    const manifest = await update(corpusDir, indexDir, embedder);
    expect(manifest?.delta).toMatchObject({ rows: 1, baseRows: 182 });
    expect(embedder.embedded).toBe(1);
    const [newest, before] = listGenerations(indexDir);
    for (const name of [FILE.graph, FILE.lexical, FILE.provisions]) {
      const inode = (path = "") => statSync(join(path, name)).ino;
      expect([name, inode(newest?.path)]).toEqual([name, inode(before?.path)]);
    }
    expect(readdirSync(newest?.path ?? "")).toContain(`delta-${FILE.lexical}`);
  });

  it("finds what it adds beside a graph of shortened vectors", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    const base = await buildFully(corpusDir, indexDir, 48);
    expect(base.vectors).toMatchObject({ kind: "hnsw", graphDimensions: 48 });
    write(corpusDir, "新办法.md", "# 新办法", "第一条 河道采砂应当缴纳生态补偿金。");
    expect(await update(corpusDir, indexDir)).toBeDefined();
    const index = await openIndex(indexDir, { segmenterFactory, embedder: new FakeEmbedder() });
    const texts = ["新办法\n河道采砂应当缴纳生态补偿金。", "第3号管理办法\n街道办事处应当在5日内建立工作台账。"];
    const expectBothFound = async (): Promise<void> => {
      const vectors = await new FakeEmbedder().embed(texts);
      const best = await Promise.all(vectors.map(async (vector) => (await index.vectors.search(vector, 1))[0]));
      for (const neighbour of best) expect(neighbour?.score).toBeGreaterThan(0.8);
      expect(await provisionIdsOf(index, [best[0]?.row ?? -1])).toEqual(["新办法#art_1"]);
    };
    await expectBothFound();
    await index.vectors.warmUp?.();
    await expectBothFound();
    await index.close();
    const embedder = new FakeEmbedder();
    rmSync(join(corpusDir, "新办法.md"));
    const documents = (await loadCorpus(corpusDir)).documents;
    await buildIndex({ corpus: { documents, digest: "whole" }, indexDir, embedder, segmenterFactory });
    // Beside the graph stand the vectors as they were, so that a full build makes none again.
    expect(embedder.embedded).toBe(0);
  });

  it("goes back to the base's rows when a change is taken back", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    write(corpusDir, "术语.md", "# 术语规定", "第一条 渔政机构（以下简称“渔政执法机构”）负责捕捞。");
    expect((await update(corpusDir, indexDir))?.delta?.rows).toBeGreaterThan(20);
    rmSync(join(corpusDir, "术语.md"));
    expect((await update(corpusDir, indexDir))?.delta?.rows).toBe(0);
    await expectEqualToFullBuild(corpusDir, indexDir);
  });

  it("gives way to the generation before with any of its own files damaged, and to none with the base damaged", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    write(corpusDir, "办法0.md", "# 第0号管理办法", "第一条 全新的要求。");
    await update(corpusDir, indexDir);
    const path = listGenerations(indexDir)[0]?.path ?? "";
    const own = readdirSync(path).filter((name) => name.startsWith("delta-") || name === FILE.layout);
    const told: string[] = [];
    const options = { segmenterFactory, embedder: new FakeEmbedder(), onFallback: () => told.push("older") };
    for (const name of own.filter((file) => !file.endsWith(FILE.searchDigests))) {
      const bytes = readFileSync(join(path, name));
      flip(join(path, name));
      const index = await openIndex(indexDir, options);
      expect([name, told.pop(), index.manifest.delta]).toEqual([name, "older", undefined]);
      await index.close();
      writeFileSync(join(path, name), bytes);
    }
    // Both generations share the base: it cannot be served, nor built upon, and a full build replaces it.
    flip(join(path, FILE.lexical));
    await expect(openIndex(indexDir, options)).rejects.toThrow(IndexDamagedError);
    await expect(update(corpusDir, indexDir)).rejects.toThrow(IndexDamagedError);
    await buildFully(corpusDir, indexDir);
    await (await openIndex(indexDir, options)).close();
  });

  it("answers without a graph that is damaged, which no native code sees, and makes it anew with the next build", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    flip(join(listGenerations(indexDir)[0]?.path ?? "", FILE.graph));
    const options = { segmenterFactory, embedder: new FakeEmbedder() };
    const index = await openIndex(indexDir, options);
    const before = await neighboursOf(index);
    await expect(index.vectors.warmUp?.()).rejects.toThrow(IndexDamagedError);
    expect(await neighboursOf(index)).toEqual(before);
    await expect(update(corpusDir, indexDir)).rejects.toThrow(IndexDamagedError);
    await buildFully(corpusDir, indexDir);
    // As a server takes it live: the damaged one, by the same digests, is still open.
    const rebuilt = await openIndex(indexDir, options);
    await rebuilt.vectors.warmUp?.();
    await Promise.all([index.close(), rebuilt.close()]);
  });

  it("leaves it to a full build where too much has changed", async () => {
    const corpusDir = newFolder();
    for (let text = 0; text < 12; text++) {
      const articles = Array.from({ length: 100 }, (_, at) => `第${at + 1}条 第${text}组第${at}件事。`);
      write(corpusDir, `办法${text}.md`, `# 第${text}号办法`, ...articles);
    }
    const indexDir = newFolder();
    await buildFully(corpusDir, indexDir);
    for (let text = 0; text < 6; text++) write(corpusDir, `办法${text}.md`, `# 第${text}号办法`, "第一条 另一件事。");
    expect(await update(corpusDir, indexDir)).toBeDefined();
    for (let text = 6; text < 12; text++) write(corpusDir, `办法${text}.md`, `# 第${text}号办法`, "第一条 又一件事。");
    expect(await update(corpusDir, indexDir)).toBeUndefined();
    expect(readdirSync(indexDir).sort()).toEqual(["gen-1", "gen-2"]);
  });

  it("is not built upon a small index, a damaged one or one of another model", async () => {
    const corpusDir = newCorpus();
    const indexDir = newFolder();
    const expected = { modelDigest: new FakeEmbedder().digest, dimensions: new FakeEmbedder().dimensions };
    const plainSegmenterDigest = segmenterFactory([]).digest;
    await buildFully(corpusDir, indexDir);
    const load = (rest = {}) => loadEarlierGeneration(indexDir, { ...expected, plainSegmenterDigest, ...rest });
    expect(await load()).toBeDefined();
    expect(await load({ modelDigest: "other" })).toBeUndefined();
    rmSync(join(listGenerations(indexDir)[0]?.path ?? "", FILE.sources));
    expect(await load()).toBeUndefined();
    expect(await loadEarlierGeneration(newFolder(), { ...expected, plainSegmenterDigest })).toBeUndefined();
  });
});
