import type { LocalVectors, Neighbour } from "./vector-index.js";

/** Vectors of a part of the rows, and where those rows stand in the whole index. */
export interface VectorSegment {
  readonly vectors: LocalVectors;
  /** Row of the index of each vector, `size` for one that is gone. */
  readonly places: Uint32Array;
}

/** The vectors of base and delta searched as one. */
export class SegmentedVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  readonly #base: VectorSegment;
  readonly #delta: VectorSegment;
  readonly #origins: Int32Array;

  /** `origins` as `originsOf` gives them, one a row. */
  constructor(base: VectorSegment, delta: VectorSegment, origins: Int32Array) {
    this.#base = base;
    this.#delta = delta;
    this.#origins = origins;
    this.size = origins.length;
    this.dimensions = base.vectors.dimensions;
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    return [this.#base, this.#delta]
      .flatMap((segment) => this.#searchIn(segment, vector, k, accept))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, k);
  }

  #searchIn(
    { vectors, places }: VectorSegment,
    vector: Float32Array,
    k: number,
    accept?: (row: number) => boolean,
  ): Neighbour[] {
    const isLeft = (row: number): boolean => {
      const place = places[row] as number;
      return place < this.size && (!accept || accept(place));
    };
    return vectors.search(vector, k, isLeft).map(({ row, score }) => ({ row: places[row] as number, score }));
  }

  async warmUp(): Promise<void> {
    await Promise.all([this.#base.vectors.warmUp?.(), this.#delta.vectors.warmUp?.()]);
  }

  vectorAt(row: number): Float32Array {
    const origin = this.#origins[row] as number;
    return origin >= 0 ? this.#base.vectors.vectorAt(origin) : this.#delta.vectors.vectorAt(-1 - origin);
  }
}
