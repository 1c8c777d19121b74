import { type AskedTerms, PostingWalk, type RowNorms, type ScoredBlock } from "./posting-walk.js";
import type { FieldSegment } from "./postings.js";

/** Which rows of the index those of a segment are, and back; neither where they are the same. */
export type SegmentPlaces = Pick<FieldSegment, "places" | "locals">;

/** The walk over a part of the rows, and which rows of the index they are. */
export class WalkedSegment {
  readonly #walk: PostingWalk;
  readonly #places: SegmentPlaces;

  constructor(norms: RowNorms, places: SegmentPlaces) {
    this.#walk = new PostingWalk(norms);
    this.#places = places;
  }

  /** As `PostingWalk.walk`, by rows of the segment. */
  walk(asked: AskedTerms, onBlock: (block: ScoredBlock) => void): void {
    this.#walk.walk(asked, onBlock);
  }

  /** Row of the index of a row of the segment, the number of rows for one that is gone. */
  placeOf(local: number): number {
    const { places } = this.#places;
    return places ? (places[local] as number) : local;
  }

  /** Those of the rows of the index that stand here, as rows of the segment, rising. */
  localsOf(rows: readonly number[]): Uint32Array {
    const { locals } = this.#places;
    const here = locals ? rows.map((row) => locals[row] ?? -1).filter((local) => local >= 0) : rows;
    return Uint32Array.from(here).sort();
  }
}

/** Turns places round; `size` is the number of rows of the index. */
export function turnRound(places: Uint32Array, size: number): Int32Array {
  const locals = new Int32Array(size).fill(-1);
  for (let local = 0; local < places.length; local++) {
    const place = places[local] as number;
    if (place < size) locals[place] = local;
  }
  return locals;
}
