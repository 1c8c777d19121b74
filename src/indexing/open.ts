import { join } from "node:path";
import type { DocumentHead } from "../corpus/provision.js";
import { PolicyChatError } from "../errors.js";
import type { SegmenterFactory } from "../language/segmenter.js";

import { type ExpectedIndex, FILE, type Generation, listGenerations, loadManifest, stalePart } from "./generation.js";
import { IndexDamagedError, IndexMissingError, IndexStaleError } from "./index-errors.js";
import { fromArrays, LexicalIndex } from "./lexical-index.js";
import type { Manifest } from "./manifest.js";
import { openVectors } from "./open-vectors.js";
import { unpackArrays } from "./packed-arrays.js";
import type { PolicyIndex } from "./policy-index.js";
import { ProvisionStore } from "./provision-store.js";
import { readVerified, verifyFile } from "./verified-files.js";

export interface OpenOptions {
  readonly segmenterFactory: SegmenterFactory;
  readonly embedder: { readonly digest: string; readonly dimensions: number };
  /** Refuse an index of other source texts; left out, any corpus will do. */
  readonly corpusDigest?: string;
  /** Told when a newer generation is damaged and an older one is served. */
  readonly onFallback?: (error: IndexDamagedError) => void;
}

/**
 * Opens the newest generation that is whole. Size and digest of every file are proved before anything reads it, and a
 * probe is asked before it is handed out. Throws `IndexMissingError`, `IndexStaleError`, `IndexDamagedError`.
 */
export async function openIndex(indexDir: string, options: OpenOptions): Promise<PolicyIndex> {
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

/** Whether the newest generation was made with what is expected; reads its manifest only. */
export function isIndexFresh(indexDir: string, expected: ExpectedIndex): boolean {
  const [newest] = listGenerations(indexDir);
  if (!newest) return false;
  try {
    return stalePart(loadManifest(newest), expected) === undefined;
  } catch (error) {
    if (error instanceof IndexDamagedError) return false;
    throw error;
  }
}

async function openGeneration(indexDir: string, generation: Generation, options: OpenOptions): Promise<PolicyIndex> {
  const manifest = loadManifest(generation);
  requireFresh(indexDir, manifest, options);
  const [files, path, vectors] = await Promise.all([
    readVerified(generation, manifest, [FILE.documents, FILE.library, FILE.lexical, FILE.userDictionary]),
    verifyFile(generation, manifest, FILE.provisions),
    openVectors(generation, manifest),
  ]);
  const bytesOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
  const jsonOf = (name: string): unknown => JSON.parse(Buffer.from(bytesOf(name)).toString("utf8"));
  const segmenter = options.segmenterFactory(jsonOf(FILE.userDictionary) as string[]);
  const postings = fromArrays(FILE.lexical, unpackArrays(join(generation.path, FILE.lexical), bytesOf(FILE.lexical)));
  const lexical = new LexicalIndex(postings, segmenter, manifest.lexical);
  const library = unpackArrays(join(generation.path, FILE.library), bytesOf(FILE.library));
  const store = new ProvisionStore(path, jsonOf(FILE.documents) as DocumentHead[], library);
  const index = toPolicyIndex({ manifest, lexical, vectors, segmenter, store });
  probe(generation, index);
  return index;
}

function requireFresh(
  indexDir: string,
  manifest: Manifest,
  { segmenterFactory, embedder, corpusDigest }: OpenOptions,
): void {
  const stale = stalePart(manifest, {
    modelDigest: embedder.digest,
    dimensions: embedder.dimensions,
    plainSegmenterDigest: segmenterFactory([]).digest,
    ...(corpusDigest === undefined ? {} : { corpusDigest }),
  });
  if (stale !== undefined) throw new IndexStaleError(indexDir, stale);
}

function toPolicyIndex(
  parts: Pick<PolicyIndex, "manifest" | "lexical" | "vectors" | "segmenter"> & { store: ProvisionStore },
): PolicyIndex {
  const { store, ...rest } = parts;
  return {
    ...rest,
    size: store.size,
    documents: store.documents,
    document: (documentId) => store.document(documentId),
    provision: (provisionId) => store.provision(provisionId),
    provisionsOf: (documentId) => store.provisionsOf(documentId),
    provisionIdAt: (row) => store.provisionIdAt(row),
    rowOf: (provisionId) => store.rowOf(provisionId),
    rowsOf: (documentId) => store.rowsOf(documentId),
    close: () => store.close(),
  };
}

/** Asks for a row by its own vector and reads it: what cannot be answered must not be served. */
function probe(generation: Generation, index: PolicyIndex): void {
  if (index.size !== index.manifest.counts.rows)
    throw new IndexDamagedError(generation.path, "has rows that its manifest does not count");
  if (index.size === 0) return;
  try {
    const row = index.size - 1;
    const [nearest] = index.vectors.search(index.vectors.vectorAt(row), 1);
    if (!nearest || !Number.isFinite(nearest.score)) throw new Error("a row is not found by its own vector");
    const provision = index.provision(index.provisionIdAt(row));
    if (!provision) throw new Error("a row has no provision");
    index.lexical.search(provision.text.slice(0, 20), 1);
  } catch (cause) {
    index.close();
    if (cause instanceof PolicyChatError && !(cause instanceof IndexDamagedError)) throw cause;
    throw new IndexDamagedError(generation.path, "does not answer a probe", { cause });
  }
}
