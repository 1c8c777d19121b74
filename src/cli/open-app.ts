import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answerer } from "../answering/answer.js";
import { type AnswererDeps, createAnswerer } from "../answering/compose.js";
import { createSuggester } from "../answering/suggest.js";
import { digestCorpus } from "../corpus/digest.js";
import type { PolicyLibrary } from "../corpus/library.js";
import { loadCorpus } from "../corpus/load.js";
import type { CorpusProblem } from "../corpus/problem.js";
import type { Embedder } from "../embedding/embedder.js";
import { openTransformersEmbedder } from "../embedding/transformers-js.js";
import { UsageError } from "../errors.js";
import { type BuildProgress, buildIndex } from "../indexing/build.js";
import { IndexDamagedError, IndexMissingError, IndexStaleError } from "../indexing/index-errors.js";
import type { Manifest } from "../indexing/manifest.js";
import { openIndex } from "../indexing/open.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import { createJieba } from "../language/jieba.js";
import { normalise } from "../language/normalise.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import type { ProvisionRetriever } from "../retrieval/hit.js";
import { createHybridRetriever } from "../retrieval/hybrid.js";

/** Where the command keeps what it reads and builds. */
export interface Folders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** Everything a door needs, over one opened index. */
export interface App {
  readonly answerer: Answerer;
  readonly library: PolicyLibrary;
  readonly retriever: ProvisionRetriever;
  readonly index: PolicyIndex;
  /** What the answerer was made with. */
  readonly deps: AnswererDeps;
  readonly embedder: Embedder;
  /** Questions that the corpus answers, one a document as far as there are enough. */
  sampleQuestions(count: number): Promise<readonly string[]>;
  close(): void;
}

export interface IndexReport {
  readonly manifest: Manifest;
  readonly problems: readonly CorpusProblem[];
}

/** Hears of what an index build does. */
export interface BuildListener {
  onReading?(done: number, total: number): void;
  onProgress?(progress: BuildProgress): void;
  onProblem?(problem: CorpusProblem): void;
}

/** The models stand beside the program, in the checkout (src/cli, dist) as in an installed package. */
const MODELS = [1, 2]
  .map((levels) => join(dirname(fileURLToPath(import.meta.url)), "../".repeat(levels), "models"))
  .find((path) => existsSync(path)) as string;
const MODEL_DIR = join(MODELS, "zh-policy-static-2");

const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: join(MODELS, "jieba"), userDictionary });

/** The bundled embedding model, fed with dictionary words as it was trained. */
export async function openEmbedder(): Promise<Embedder> {
  const plain = segmenterFactory([]);
  return openTransformersEmbedder({ modelDir: MODEL_DIR, toWords: (text) => plain.cutPlain(normalise(text)) });
}

/** Builds the index from the corpus as a new generation. One bad file never costs the others. */
export async function buildApp(
  { corpusDir, indexDir }: Folders,
  embedder: Embedder,
  listener: BuildListener = {},
): Promise<IndexReport> {
  requireFolder(corpusDir);
  const digest = await digestCorpus(corpusDir);
  const { documents, problems } = await loadCorpus(corpusDir, {
    onProgress: (done, total) => listener.onReading?.(done, total),
  });
  for (const problem of problems) listener.onProblem?.(problem);
  const manifest = await buildIndex({
    corpus: { documents, digest },
    indexDir,
    embedder,
    segmenterFactory,
    onProgress: (progress) => listener.onProgress?.(progress),
  });
  return { manifest, problems };
}

/** Opens the index, building it first when it is missing, stale or damaged beyond its last good generation. */
export async function openApp(folders: Folders, listener: BuildListener = {}): Promise<App> {
  requireFolder(folders.corpusDir);
  const embedder = await openEmbedder();
  const corpusDigest = await digestCorpus(folders.corpusDir);
  const open = () => openIndex(folders.indexDir, { segmenterFactory, embedder, corpusDigest });
  const index = await open().catch(async (error: unknown) => {
    const isRebuildable =
      error instanceof IndexMissingError || error instanceof IndexStaleError || error instanceof IndexDamagedError;
    if (!isRebuildable) throw error;
    await buildApp(folders, embedder, listener);
    return open();
  });
  const retriever = createHybridRetriever({ index, embedder });
  const deps: AnswererDeps = {
    library: index,
    retriever,
    segmenter: index.segmenter,
    idf: (word) => index.lexical.idf(word),
    rarity: (word) => index.lexical.rarity(word),
    now: () => performance.now(),
  };
  const answerer = createAnswerer(deps);
  const suggester = createSuggester(
    index,
    async (question) => (await answerer.answer({ question })).status === "answered",
  );
  return {
    answerer,
    library: index,
    retriever,
    index,
    deps,
    embedder,
    sampleQuestions: (count) => suggester.samples(count),
    close: () => index.close(),
  };
}

function requireFolder(corpusDir: string): void {
  if (!existsSync(corpusDir)) {
    throw new UsageError(`语料目录 ${corpusDir} 不存在；请用 --corpus 指定放有 .txt 或 .md 文件的目录。`);
  }
}
