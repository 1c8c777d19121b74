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
  /** The vectors as the model gave them; beside a graph only the next build reads them. */
  vectors: "vectors.bin",
  graph: "vectors.hnsw",
  /** How the vectors in the graph are shortened; stands where they are. */
  projection: "projection.bin",
  /** What the embedding model reads in each row. */
  pieces: "pieces.bin",
  searchDigests: "search-digests.bin",
  /** Terms of the corpus, and in how many documents each stands. */
  userDictionary: "user-dictionary.json",
  /** The user dictionary that the base's postings were cut with; stands where there is a delta. */
  baseDictionary: "base-dictionary.json",
  /** The source files as they were read. */
  sources: "sources.json",
  /** Which document and which row stands in base or delta; stands where there is a delta. */
  layout: "layout.bin",
} as const;

/** A file of the base or, beside it, the file of the same kind that holds what has changed since the base was built. */
export type SegmentName = "base" | "delta";

/** The name of a file in a segment. */
export function fileOf(segment: SegmentName, name: string): string {
  return segment === "base" ? name : `delta-${name}`;
}

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
