import { IndexDamagedError } from "./index-errors.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { RowPieces } from "./policy-index.js";

/** Collects the pieces of rows, row after row. */
export class RowPiecesBuilder {
  #pieces = new Uint16Array(1 << 16);
  #length = 0;
  readonly #starts: number[] = [0];
  readonly #norms: number[] = [];

  /** Adds the next row. */
  add({ pieces, norm }: RowPieces): void {
    const end = this.#length + pieces.length;
    if (end > this.#pieces.length) {
      const larger = new Uint16Array(Math.max(end, this.#pieces.length * 2));
      larger.set(this.#pieces);
      this.#pieces = larger;
    }
    this.#pieces.set(pieces, this.#length);
    this.#length = end;
    this.#starts.push(end);
    this.#norms.push(norm);
  }

  /** As `RowPieceTable` has them. */
  toArrays(): PackedArrays {
    return {
      pieces: this.#pieces.subarray(0, this.#length),
      starts: Uint32Array.from(this.#starts),
      norms: Float32Array.from(this.#norms),
    };
  }
}

/** The pieces of all rows, end to end: row r has `pieces[starts[r]]` to before `pieces[starts[r + 1]]`. */
export interface RowPieceTable {
  readonly size: number;
  readonly pieces: Uint16Array;
  readonly starts: Uint32Array;
  readonly norms: Float32Array;
  /** Those of one row, as a view. */
  at(row: number): RowPieces;
}

/** Reads back what `RowPiecesBuilder` laid out, as views. Throws `IndexDamagedError`. */
export function openRowPieces(path: string, arrays: PackedArrays, rowCount: number): RowPieceTable {
  const { pieces, starts, norms } = arrays;
  const isWhole =
    pieces instanceof Uint16Array &&
    starts instanceof Uint32Array &&
    norms instanceof Float32Array &&
    starts.length === rowCount + 1 &&
    norms.length === rowCount;
  if (!isWhole) throw new IndexDamagedError(path, "does not hold the pieces of every row");
  const at = (row: number): RowPieces => ({
    pieces: pieces.subarray(starts[row], starts[row + 1]),
    norm: norms[row] ?? 0,
  });
  return { size: rowCount, pieces, starts, norms, at };
}
