import { createHash } from "node:crypto";
import type { HnswParameters } from "./hnswlib.js";
import { IndexDamagedError } from "./index-errors.js";
import type { LexicalParameters } from "./lexical-index.js";

/** Raised whenever the files of an index, or the texts that rows are searched by, are made in another way. */
export const FORMAT_VERSION = 6;

/** One file of a generation. */
export interface IndexFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** How the vectors are searched. */
export type VectorSettings =
  | { readonly kind: "exact"; readonly space: "cosine" }
  | ({
      readonly kind: "hnsw";
      readonly space: "cosine";
      /** Length of the vectors in the graph, left out where it is that of the model. */
      readonly graphDimensions?: number;
    } & HnswParameters);

/** Rows that are searched beside those of the base, some of which are gone. */
export interface DeltaSettings {
  /** Rows of the base, gone ones included. */
  readonly baseRows: number;
  readonly rows: number;
  readonly vectors: VectorSettings;
}

/** What an index was made with and of; a reader compares it before it trusts a file. */
export interface Manifest {
  readonly formatVersion: number;
  /** Digest of the source files that the corpus was read from. */
  readonly corpusDigest: string;
  readonly model: { readonly id: string; readonly digest: string; readonly dtype: "q8"; readonly dimensions: number };
  /** `plainDigest` is the segmenter without the corpus's own terms, which is what the model's input depends on. */
  readonly segmenter: { readonly digest: string; readonly plainDigest: string };
  readonly lexical: LexicalParameters;
  readonly vectors: VectorSettings;
  /** What has changed since the files of the base were built; left out right after a full build. */
  readonly delta?: DeltaSettings;
  readonly counts: { readonly documents: number; readonly provisions: number; readonly rows: number };
  readonly files: Readonly<Record<string, IndexFile>>;
}

/** The manifest as the text of its file, with its own digest beside it, so that a reader needs nothing else to prove it. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify({ sha256: digestManifest(manifest), manifest }, null, 2)}\n`;
}

/** Reads back what `formatManifest` wrote. Throws `IndexDamagedError`. */
export function parseManifest(path: string, text: string): Manifest {
  const { sha256, manifest } = parseObject(path, text);
  if (manifest === undefined || sha256 !== digestManifest(manifest)) {
    throw new IndexDamagedError(path, "differs from its digest");
  }
  return manifest;
}

function parseObject(path: string, text: string): { sha256?: string; manifest?: Manifest } {
  try {
    return Object(JSON.parse(text));
  } catch (cause) {
    throw new IndexDamagedError(path, "is not JSON", { cause });
  }
}

function digestManifest(manifest: Manifest): string {
  return createHash("sha256").update(JSON.stringify(manifest)).digest("hex");
}
