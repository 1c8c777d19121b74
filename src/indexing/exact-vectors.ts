import { BestRows } from "./best-rows.js";
import type { LocalVectors, Neighbour } from "./vector-index.js";

/** Exact search: every row is compared. The choice for small corpora, and the measure for approximate search. */
export class ExactVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  /** One unit vector a row, end to end. */
  readonly values: Float32Array;

  constructor(values: Float32Array, dimensions: number) {
    this.dimensions = dimensions;
    this.size = values.length / dimensions;
    this.values = values;
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    const best = new BestRows(k);
    for (let row = 0; row < this.size; row++) {
      if (!accept || accept(row)) best.offer(row, this.#similarity(vector, row));
    }
    return best.toSorted();
  }

  vectorAt(row: number): Float32Array {
    return this.values.slice(row * this.dimensions, (row + 1) * this.dimensions);
  }

  #similarity(vector: Float32Array, row: number): number {
    const values = this.values;
    const start = row * this.dimensions;
    let sum = 0;
    for (let d = 0; d < this.dimensions; d++) sum += (vector[d] as number) * (values[start + d] as number);
    return sum;
  }
}
