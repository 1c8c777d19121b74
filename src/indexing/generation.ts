import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IndexDamagedError } from "./index-errors.js";
import { FORMAT_VERSION, type Manifest, parseManifest } from "./manifest.js";

/** Names of the files of a generation. */
export const FILE = {
  manifest: "manifest.json",
  documents: "documents.json",
  provisions: "provisions.jsonl",
  library: "library.bin",
  lexical: "lexical.bin",
  /** Exact vectors, or the graph that holds them. */
  vectors: "vectors.bin",
  graph: "vectors.hnsw",
  searchDigests: "search-digests.bin",
  userDictionary: "user-dictionary.json",
} as const;

const GENERATION = /^gen-(\d{1,9})$/;

/** A complete generation: its folder appears under this name in one step, when everything in it is on disk. */
export interface Generation {
  readonly number: number;
  readonly path: string;
}

/** The generations of an index folder, newest first; none where the folder is missing. */
export function listGenerations(indexDir: string): Generation[] {
  if (!existsSync(indexDir)) return [];
  return readdirSync(indexDir)
    .flatMap((name) => {
      const number = GENERATION.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), path: join(indexDir, name) }];
    })
    .sort((a, b) => b.number - a.number);
}

/** Reads a generation's manifest and proves it by its own digest. Throws `IndexDamagedError`. */
export function loadManifest(generation: Generation): Manifest {
  const path = join(generation.path, FILE.manifest);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new IndexDamagedError(path, "cannot be read", { cause });
  }
  return parseManifest(path, text);
}

/** What an index must have been made with to be used. */
export interface ExpectedIndex {
  /** Left out where any corpus will do. */
  readonly corpusDigest?: string;
  readonly modelDigest: string;
  readonly dimensions: number;
  readonly plainSegmenterDigest: string;
}

/** What differs between the manifest and what is expected, in words; undefined where nothing does. */
export function stalePart(manifest: Manifest, expected: ExpectedIndex): string | undefined {
  if (manifest.formatVersion !== FORMAT_VERSION) return "another version of the program";
  if (manifest.model.digest !== expected.modelDigest) return "another embedding model";
  if (manifest.model.dimensions !== expected.dimensions) return "vectors of another length";
  if (manifest.segmenter.plainDigest !== expected.plainSegmenterDigest) return "another dictionary";
  if (expected.corpusDigest !== undefined && manifest.corpusDigest !== expected.corpusDigest)
    return "other source texts";
  return undefined;
}
