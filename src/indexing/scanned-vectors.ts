import type { PieceSpace } from "../embedding/embedder.js";
import { BestRows } from "./best-rows.js";
import type { RowPieceTable } from "./row-pieces.js";
import type { LocalVectors, Neighbour } from "./vector-index.js";

/** What the model makes of pieces, as far as the vectors of rows come from them. */
export type RowSpace = Pick<PieceSpace, "dimensions" | "products" | "vector">;

/**
 * Exact search without any file of vectors: a row's vector is the sum of those of its pieces, so that one product a piece of the model gives
 * the similarity of every row. Some 0.1 µs a row.
 */
export class ScannedVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  readonly #rows: RowPieceTable;
  readonly #space: RowSpace;

  constructor(rows: RowPieceTable, space: RowSpace) {
    this.#rows = rows;
    this.#space = space;
    this.dimensions = space.dimensions;
    this.size = rows.size;
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    const products = this.#space.products(vector);
    const best = new BestRows(k);
    for (let row = 0; row < this.size; row++) {
      if (!accept || accept(row)) best.offer(row, this.#similarity(products, row));
    }
    return best.toSorted();
  }

  vectorAt(row: number): Float32Array {
    return this.#space.vector(this.#rows.at(row).pieces);
  }

  #similarity(products: Float32Array, row: number): number {
    const { pieces, starts, norms } = this.#rows;
    const end = starts[row + 1] as number;
    let sum = 0;
    for (let at = starts[row] as number; at < end; at++) sum += products[pieces[at] as number] as number;
    const norm = norms[row] as number;
    return norm === 0 ? 0 : sum / norm;
  }
}
