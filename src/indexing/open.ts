import { join } from "node:path";
import type { DocumentHead } from "../corpus/provision.js";
import type { Embedder } from "../embedding/embedder.js";
import { PolicyChatError } from "../errors.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { assemble, type LocalParts } from "./assemble.js";
import { FILE, type Generation, listGenerations, loadManifest, stalePart } from "./generation.js";
import { IndexDamagedError, IndexMissingError, IndexStaleError } from "./index-errors.js";
import { fromLayoutArrays } from "./layout.js";
import { FORMAT_VERSION, type Manifest } from "./manifest.js";
import { openSegment, type Segment } from "./open-segment.js";
import { segmentsOf } from "./open-vectors.js";
import { unpackArrays } from "./packed-arrays.js";
import { type PolicyIndex, toProvisionId } from "./policy-index.js";
import type { RowSpace } from "./scanned-vectors.js";
import { ThreadedLexical } from "./threaded-lexical.js";
import type { TermOccurrences } from "./user-dictionary.js";
import { readVerified } from "./verified-files.js";

/** The model that an index is to be of. */
export type IndexEmbedder = Pick<Embedder, "digest" | "dimensions" | "pieces">;

export interface OpenOptions {
  readonly segmenterFactory: SegmenterFactory;
  readonly embedder: IndexEmbedder;
  /** Refuse an index of other source texts; left out, any corpus will do. */
  readonly corpusDigest?: string;
  /** Told when a newer generation is damaged and an older one is served. */
  readonly onFallback?: (error: IndexDamagedError) => void;
  /** Told when the second thread of a large index is lost: questions take longer then. */
  readonly onThreadLost?: (error: unknown) => void;
}

/** What the index is compared with may still be on its way: its files are proved on other threads meanwhile. */
export interface EagerOpenOptions extends Omit<OpenOptions, "embedder" | "corpusDigest"> {
  /** A function is called when the other threads have begun. */
  readonly embedder: IndexEmbedder | (() => Promise<IndexEmbedder>);
  readonly corpusDigest?: string | Promise<string>;
}

/**
 * Opens the newest generation that is whole. Size and digest of every file are proved before anything reads it, and a
 * probe is asked before it is handed out. Throws `IndexMissingError`, `IndexStaleError`, `IndexDamagedError`.
 */
export async function openIndex(indexDir: string, options: EagerOpenOptions): Promise<PolicyIndex> {
  const generations = listGenerations(indexDir);
  if (generations.length === 0) throw new IndexMissingError(indexDir);
  let damage: IndexDamagedError | undefined;
  for (const generation of generations) {
    try {
      const index = await openGeneration(indexDir, generation, options);
      if (damage) options.onFallback?.(damage);
      return index;
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error;
      damage ??= error;
    }
  }
  throw damage ?? new IndexMissingError(indexDir);
}

async function openGeneration(
  indexDir: string,
  generation: Generation,
  options: EagerOpenOptions,
): Promise<PolicyIndex> {
  const manifest = loadManifest(generation);
  if (manifest.formatVersion !== FORMAT_VERSION) throw new IndexStaleError(indexDir, "another version of the program");
  const embedder = openLater(options.embedder);
  const parts = openParts(generation, manifest, options.segmenterFactory, embedder);
  // Whoever waits for them hears of damage; until then it is nobody's.
  parts.catch(() => undefined);
  await requireFresh(indexDir, manifest, options, embedder).catch(async (error: unknown) => {
    await parts.then(({ close }) => close());
    throw error;
  });
  const whole = await parts;
  await whole.proved.catch((error: unknown) => {
    whole.close();
    throw error;
  });
  probe(generation, whole);
  return toPolicyIndex(whole, options.onThreadLost);
}

/** A turn of the loop lets the other threads begin before the model keeps this one busy. */
async function openLater(embedder: EagerOpenOptions["embedder"]): Promise<IndexEmbedder> {
  await new Promise((resume) => setImmediate(resume));
  return typeof embedder === "function" ? embedder() : embedder;
}

async function openParts(
  generation: Generation,
  manifest: Manifest,
  segmenterFactory: SegmenterFactory,
  embedder: Promise<IndexEmbedder>,
): Promise<LocalParts> {
  const settings = segmentsOf(manifest);
  const names = [FILE.documents, FILE.userDictionary, ...(settings.delta ? [FILE.layout] : [])];
  const reading = readVerified(generation, manifest, names);
  reading.catch(() => undefined);
  const space = embedder.then(({ pieces }) => pieces);
  const [base, delta] = await openSegments(generation, manifest, settings, space);
  try {
    const files = await reading;
    const bytesOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
    const jsonOf = (name: string): unknown => JSON.parse(Buffer.from(bytesOf(name)).toString("utf8"));
    const documents = jsonOf(FILE.documents) as DocumentHead[];
    const segmenter = segmenterFactory(Object.keys(jsonOf(FILE.userDictionary) as TermOccurrences));
    const layoutPath = join(generation.path, FILE.layout);
    const layout = delta && fromLayoutArrays(layoutPath, unpackArrays(layoutPath, bytesOf(FILE.layout)));
    const added = delta && layout && { segment: delta, layout };
    return assemble({ manifest, documents, segmenter, base, ...(added && { added }) });
  } catch (error) {
    base.release();
    delta?.release();
    // A file that is gone or cut short is damage, whatever stumbled over it.
    await Promise.all([base.proved, delta?.proved]);
    throw error;
  }
}

/** Both or none: where one is damaged the other is let go. */
async function openSegments(
  generation: Generation,
  manifest: Manifest,
  { base, delta }: ReturnType<typeof segmentsOf>,
  space: Promise<RowSpace>,
): Promise<[base: Segment, delta: Segment | undefined]> {
  const opened = await Promise.allSettled([
    openSegment(generation, manifest, "base", base, space),
    delta && openSegment(generation, manifest, "delta", delta, space),
  ]);
  const failed = opened.find((result) => result.status === "rejected");
  if (!failed)
    return opened.map((result) => result.status === "fulfilled" && result.value) as [Segment, Segment | undefined];
  for (const result of opened) if (result.status === "fulfilled") result.value?.release();
  throw failed.reason;
}

async function requireFresh(
  indexDir: string,
  manifest: Manifest,
  { segmenterFactory, corpusDigest }: EagerOpenOptions,
  embedder: Promise<IndexEmbedder>,
): Promise<void> {
  const { digest, dimensions } = await embedder;
  const sources = await corpusDigest;
  const stale = stalePart(manifest, {
    modelDigest: digest,
    dimensions,
    plainSegmenterDigest: segmenterFactory([]).digest,
    ...(sources === undefined ? {} : { corpusDigest: sources }),
  });
  if (stale !== undefined) throw new IndexStaleError(indexDir, stale);
}

function toPolicyIndex(
  { store, pieces, lexical, proved: _, close, ...rest }: LocalParts,
  onLost: OpenOptions["onThreadLost"],
): PolicyIndex {
  const threaded = new ThreadedLexical(lexical, { onLost });
  return {
    ...rest,
    lexical: threaded,
    warmUp: async () => void (await Promise.all([threaded.warmUp(), rest.vectors.warmUp?.()])),
    size: store.size,
    documents: store.documents,
    document: (documentId) => store.document(documentId),
    provision: (provisionId) => store.provision(provisionId),
    provisionsOf: (documentId) => store.provisionsOf(documentId),
    read: (task) => store.read(task),
    pieces: (rows) => rows.map(pieces),
    places: (rows) => rows.map((row) => store.placeAt(row)),
    rowsOf: (documentId) => store.rowsOf(documentId),
    close: async () => {
      close();
      await threaded.close();
    },
  };
}

/** Asks for a row and reads it: what cannot be answered must not be served. */
function probe(generation: Generation, { manifest, lexical, vectors, store, close }: LocalParts): void {
  if (store.size !== manifest.counts.rows)
    throw new IndexDamagedError(generation.path, "has rows that its manifest does not count");
  if (store.size === 0) return;
  try {
    const row = store.size - 1;
    if (!vectors.vectorAt(row).every(Number.isFinite)) throw new Error("a row has no vector");
    const provision = store.provision(toProvisionId(store, store.placeAt(row)));
    if (!provision) throw new Error("a row has no provision");
    lexical.search(provision.text.slice(0, 20), 1);
  } catch (cause) {
    close();
    if (cause instanceof PolicyChatError && !(cause instanceof IndexDamagedError)) throw cause;
    throw new IndexDamagedError(generation.path, "does not answer a probe", { cause });
  }
}
