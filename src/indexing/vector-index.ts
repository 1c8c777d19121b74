/** A neighbour: `row` is the provision's row number, `score` the cosine similarity (rises with goodness). */
export interface Neighbour {
  readonly row: number;
  readonly score: number;
}

/** Nearest-neighbour search over unit vectors, one a row. */
export interface VectorIndex {
  readonly dimensions: number;
  readonly size: number;
  /** The k best rows, best first; `accept` filters before ranking. */
  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[];
  /** A copy of the row's vector. */
  vectorAt(row: number): Float32Array;
}
