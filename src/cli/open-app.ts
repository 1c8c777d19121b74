import { existsSync } from "node:fs";
import type { Answerer } from "../answering/answer.js";
import { createAnswerer } from "../answering/compose.js";
import type { AnswererDeps } from "../answering/deps.js";
import { openChatModel } from "../answering/prose/generate.js";
import { createGeneratingAnswerer } from "../answering/prose/generating-answerer.js";
import { createSuggester } from "../answering/suggest.js";
import { loadConfig } from "../config.js";
import { digestCorpus } from "../corpus/digest.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Embedder } from "../embedding/embedder.js";
import { createDatedIndex } from "../indexing/dated-index.js";
import { IndexDamagedError, IndexMissingError, IndexStaleError } from "../indexing/index-errors.js";
import type { EagerOpenOptions } from "../indexing/open.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import type { ProvisionRetriever } from "../retrieval/hit.js";
import { createHybridRetriever } from "../retrieval/hybrid.js";
import { createLikeness } from "../retrieval/likeness.js";
import { buildApp, type Folders, requireFolder } from "./build-app.js";
import { indexPlace } from "./index-place.js";
import { type Models, openModels, segmenterFactory } from "./models.js";
import { renderFallback } from "./progress.js";

/** Everything a door needs, over one opened index. */
export interface App {
  readonly answerer: Answerer;
  readonly library: PolicyLibrary;
  readonly retriever: ProvisionRetriever;
  readonly index: PolicyIndex;
  /** What the answerer was made with. */
  readonly deps: AnswererDeps;
  readonly models: Models;
  /** Questions that the corpus answers, one a document as far as there are enough. */
  sampleQuestions(count: number): Promise<readonly string[]>;
  /** Loads what makes answers of a large corpus fast. Before, they are as right and take longer. Throws `IndexDamagedError`. */
  warmUp(): Promise<void>;
  close(): void | Promise<void>;
}

export interface OpenAppOptions {
  /** How a missing or stale index is built. */
  readonly build?: (folders: Folders, embedder: Embedder) => Promise<unknown>;
  /** Told when the newest generation is damaged and an older one is served; written to stderr where nobody listens. */
  readonly onFallback?: (error: IndexDamagedError) => void;
  /** As `OpenOptions.onThreadLost`. */
  readonly onThreadLost?: (error: unknown) => void;
  /** Leaves `warmUp` to the caller: one question alone does not pay for it. */
  readonly isCold?: boolean;
  /** Another cross-encoder than the bundled one. */
  readonly crossEncoderDir?: string | undefined;
}

/**
 * Opens the index, building it first when it is missing, stale or damaged beyond its last good generation. A server
 * without source texts takes a shared index as it is.
 */
export async function openApp(
  folders: Folders,
  {
    build = buildApp,
    onFallback = warnOfFallback,
    onThreadLost = () => undefined,
    isCold = false,
    crossEncoderDir,
  }: OpenAppOptions = {},
): Promise<App> {
  const place = await indexPlace(folders.indexDir, loadConfig().indexUrl);
  const hasCorpus = !place.isShared || existsSync(folders.corpusDir);
  if (hasCorpus) requireFolder(folders.corpusDir);
  let opening: Promise<Models> | undefined;
  const models = (): Promise<Models> => {
    opening ??= openModels(crossEncoderDir);
    return opening;
  };
  const embedder = async (): Promise<Embedder> => (await models()).embedder;
  const corpusDigest = hasCorpus ? { corpusDigest: digestCorpus(folders.corpusDir) } : {};
  // Whoever waits for it hears of a failure; until then it is nobody's.
  corpusDigest.corpusDigest?.catch(() => undefined);
  const open = async (): Promise<PolicyIndex> => {
    const opened = await place.open({ segmenterFactory, embedder, ...corpusDigest, onFallback, onThreadLost });
    return isCold ? opened : warmedUp(opened);
  };
  const index = await open().catch(async (error: unknown) => {
    const isRebuildable =
      error instanceof IndexMissingError || error instanceof IndexStaleError || error instanceof IndexDamagedError;
    if (!isRebuildable || !hasCorpus) throw error;
    await build(folders, await embedder());
    return open();
  });
  return toApp(index, await models());
}

/** Opens the newest generation, whatever texts it was built from, warmed up. Throws what `openIndex` throws. */
export async function reopenApp(
  { indexDir }: Folders,
  models: Models,
  listeners: Pick<EagerOpenOptions, "onFallback" | "onThreadLost">,
): Promise<App> {
  const place = await indexPlace(indexDir, loadConfig().indexUrl);
  const { embedder } = models;
  return toApp(await warmedUp(await place.open({ segmenterFactory, embedder, ...listeners })), models);
}

async function warmedUp(index: PolicyIndex): Promise<PolicyIndex> {
  try {
    await index.warmUp?.();
    return index;
  } catch (error) {
    await index.close();
    throw error;
  }
}

function warnOfFallback(error: IndexDamagedError): void {
  process.stderr.write(`${renderFallback(error)}\n`);
}

/** The doors' view of an opened index. */
export async function toApp(opened: PolicyIndex, models: Models): Promise<App> {
  const index = createDatedIndex(opened, Date.now);
  const { embedder, crossEncoder, ranking, register } = models;
  const retriever = createHybridRetriever({ index, embedder, weights: ranking });
  const deps: AnswererDeps = {
    library: index,
    retriever,
    segmenter: index.segmenter,
    idf: (word) => index.lexical.idf(word),
    rarity: (word) => index.lexical.rarity(word),
    likeness: createLikeness(embedder.pieces, crossEncoder),
    register,
    now: () => performance.now(),
  };
  const extractive = createAnswerer(deps);
  const suggester = createSuggester(
    index,
    async (question) => (await extractive.answer({ question })).status === "answered",
  );
  return {
    answerer: await withChatModel(extractive, deps.now),
    library: index,
    retriever,
    index,
    deps,
    models,
    sampleQuestions: (count) => index.read(() => suggester.samples(count)),
    warmUp: async () => index.warmUp?.(),
    close: () => index.close(),
  };
}

/** The answerer itself where no language model is configured: none is loaded then. */
async function withChatModel(extractive: Answerer, now: () => number): Promise<Answerer> {
  const { chatModel } = loadConfig();
  if (chatModel === null) return extractive;
  const model = await openChatModel(chatModel);
  const warn = (message: string) => process.stderr.write(`${message}\n`);
  return createGeneratingAnswerer(extractive, { model, callsPerMinute: chatModel.callsPerMinute, now, warn });
}
