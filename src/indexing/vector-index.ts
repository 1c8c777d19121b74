import type { RowFilter } from "./row-filter.js";

/**
 * A neighbour: `row` is the provision's row number, `score` the cosine similarity (rises with goodness), a little low
 * where an index searches shortened vectors; what ranks by it makes it exact from the row's pieces.
 */
export interface Neighbour {
  readonly row: number;
  readonly score: number;
}

/** Nearest-neighbour search over unit vectors, one a row. */
export interface VectorIndex {
  readonly dimensions: number;
  readonly size: number;
  /** The k best rows, best first; `accept` filters before ranking. A promise where the vectors are kept elsewhere. */
  search(vector: Float32Array, k: number, accept?: RowFilter): readonly Neighbour[] | Promise<readonly Neighbour[]>;
  /**
   * Loads what makes the search of many rows fast, where that takes seconds. Before, every row is compared: right, and slower. A program that
   * answers one question does not call it.
   */
  warmUp?(): Promise<void>;
}

/** Vectors in this process: searched at once, by any test of rows, and read back. */
export interface LocalVectors extends VectorIndex {
  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[];
  /** A copy of the row's vector, of what is left of it where it has been shortened. */
  vectorAt(row: number): Float32Array;
}
