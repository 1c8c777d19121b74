import type { LocalVectors, Neighbour } from "./vector-index.js";

/**
 * Vectors with a faster index that takes seconds to load: row after row until it is there, which suits a single question, and through
 * that index from then on.
 */
export class GraphedVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  readonly #exact: LocalVectors;
  readonly #load: () => Promise<LocalVectors>;
  #fast: LocalVectors | undefined;
  #loading: Promise<void> | undefined;

  /** `load` gives the faster index over the same rows. */
  constructor(exact: LocalVectors, load: () => Promise<LocalVectors>) {
    this.#exact = exact;
    this.#load = load;
    this.dimensions = exact.dimensions;
    this.size = exact.size;
  }

  warmUp(): Promise<void> {
    this.#loading ??= this.#load().then((fast) => {
      this.#fast = fast;
    });
    return this.#loading;
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    return (this.#fast ?? this.#exact).search(vector, k, accept);
  }

  vectorAt(row: number): Float32Array {
    return this.#exact.vectorAt(row);
  }
}
