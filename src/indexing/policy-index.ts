import type { PolicyLibrary } from "../corpus/library.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import type { Manifest } from "./manifest.js";
import type { Neighbour, VectorIndex } from "./vector-index.js";

/** Exact BM25 over words and character bigrams. */
export interface LexicalSearch {
  search(text: string, k: number, accept?: (row: number) => boolean): Neighbour[];
  /** Inverse document frequency of a word, in nats; the maximum for an unseen word, 0 for one that only joins others (的). */
  idf(word: string): number;
  /** As `idf`, but a word that only occurs inside longer ones (方案 in 实施方案) is as rare as its rarest bigram. */
  rarity(word: string): number;
}

/** An opened index: everything a question needs, read-only. Rows number the searchable provisions from 0. */
export interface PolicyIndex extends PolicyLibrary {
  readonly manifest: Manifest;
  readonly lexical: LexicalSearch;
  readonly vectors: VectorIndex;
  /** The segmenter that the index was made with, its corpus's terms included. */
  readonly segmenter: LayeredSegmenter;
  /** Number of rows. */
  readonly size: number;
  provisionIdAt(row: number): string;
  rowOf(provisionId: string): number | undefined;
  /** The rows of a document, which stand together: from `first` to before `end`. */
  rowsOf(documentId: string): { first: number; end: number };
  close(): void;
}
