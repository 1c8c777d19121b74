import type { PolicyLibrary } from "../corpus/library.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import type { Manifest } from "./manifest.js";
import type { RowFilter, RowRange } from "./row-filter.js";
import type { Neighbour, VectorIndex } from "./vector-index.js";

/** A row that shares terms with a text. `score` is the weighted sum of the two (`LexicalParameters`). */
export interface LexicalNeighbour extends Neighbour {
  /** BM25 over words. */
  readonly words: number;
  /** BM25 over character bigrams. */
  readonly bigrams: number;
}

/** What the embedding model reads in the search text of a row; see `Embedder.read`. */
export interface RowPieces {
  /** Numbers of the pieces in the model's table, in order, repeats kept. */
  readonly pieces: Uint16Array;
  /** Length of the sum of their vectors: the row's vector is that sum divided by this; 0 for a row without pieces. */
  readonly norm: number;
}

/** Where a row stands: the place of its document among `documents`, and the eId of its provision there. */
export interface RowPlace {
  readonly document: number;
  readonly eId: string;
}

/** Exact BM25 over words and character bigrams. */
export interface LexicalSearch {
  /**
   * The k best rows, best first; `accept` filters before ranking. After them the rows of `also` that are not among them,
   * whatever their scores, 0 included: reranking wants them. A promise where the postings are kept elsewhere.
   */
  search(
    text: string,
    k: number,
    accept?: RowFilter,
    also?: readonly number[],
  ): readonly LexicalNeighbour[] | Promise<readonly LexicalNeighbour[]>;
  /**
   * How well texts that take up several rows answer as wholes, by the bigrams of a text, one score a range in the same
   * order: `rangeTermScore`, summed over distinct bigrams. A range is the rows of one document, each asked for once.
   */
  scoreRanges(
    text: string,
    ranges: readonly RowRange[],
    averageRows: number,
  ): readonly number[] | Promise<readonly number[]>;
  /** Inverse document frequency of a normalised word, in nats; the maximum for an unseen word, 0 for one that only joins others (的). */
  idf(word: string): number;
  /** As `idf`, of a normalised word too, but a word that only occurs inside longer ones (方案 in 实施方案) is as rare as its rarest bigram. */
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
  /** Where these rows stand, in the same order. Throws RangeError for a row that is not there. */
  places(rows: readonly number[]): readonly RowPlace[] | Promise<readonly RowPlace[]>;
  /** The pieces of these rows, in the same order: reranking compares them with the question's. */
  pieces(rows: readonly number[]): readonly RowPieces[] | Promise<readonly RowPieces[]>;
  /** The rows of a document, which stand together. */
  rowsOf(documentId: string): RowRange;
  /**
   * Makes what answers many questions ready, where that takes seconds: see `VectorIndex.warmUp`, which it calls; of a large index another
   * thread takes BM25 over from then on. Throws `IndexDamagedError`.
   */
  warmUp?(): Promise<void>;
  close(): void | Promise<void>;
}

/** The id of the provision at a place. */
export function toProvisionId({ documents }: Pick<PolicyIndex, "documents">, { document, eId }: RowPlace): string {
  return `${documents[document]?.documentId ?? ""}#${eId}`;
}

/** The ids of the provisions of these rows, in the same order. Throws RangeError for a row that is not there. */
export async function provisionIdsOf(index: PolicyIndex, rows: readonly number[]): Promise<string[]> {
  return (await index.places(rows)).map((place) => toProvisionId(index, place));
}
