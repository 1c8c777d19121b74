import { IndexDamagedError } from "./index-errors.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { TermCounts } from "./postings.js";

/** What stands where in an index of two segments, base and delta. */
export interface Layout {
  /** 0 where the provisions of a document stand in the base, 1 in the delta. */
  readonly documentSegments: Uint8Array;
  /** Number of each document in its segment. */
  readonly documentNumbers: Uint32Array;
  /** Row of the index of each row of the base, the number of rows for one that is gone. */
  readonly basePlaces: Uint32Array;
  readonly deltaPlaces: Uint32Array;
  /** The terms of the base's rows that are gone. */
  readonly gone: { readonly words: TermCounts; readonly bigrams: TermCounts };
}

export function toLayoutArrays({ gone, ...layout }: Layout): PackedArrays {
  return {
    ...layout,
    goneWords: gone.words.terms,
    goneWordCounts: gone.words.counts,
    goneBigrams: gone.bigrams.terms,
    goneBigramCounts: gone.bigrams.counts,
  };
}

/** Reads back what `toLayoutArrays` laid out. Throws `IndexDamagedError`. */
export function fromLayoutArrays(path: string, arrays: PackedArrays): Layout {
  const { documentSegments } = arrays;
  if (!(documentSegments instanceof Uint8Array)) throw new IndexDamagedError(path, "lacks its documentSegments");
  const numbers = (name: string): Uint32Array => {
    const array = arrays[name];
    if (array instanceof Uint32Array) return array;
    throw new IndexDamagedError(path, `lacks its ${name}`);
  };
  return {
    documentSegments,
    documentNumbers: numbers("documentNumbers"),
    basePlaces: numbers("basePlaces"),
    deltaPlaces: numbers("deltaPlaces"),
    gone: {
      words: { terms: numbers("goneWords"), counts: numbers("goneWordCounts") },
      bigrams: { terms: numbers("goneBigrams"), counts: numbers("goneBigramCounts") },
    },
  };
}

/** The segment of each row, and its number there: `row` of the base, or of the delta as −1 − `row`. */
export function originsOf({ basePlaces, deltaPlaces }: Layout, size: number): Int32Array {
  const origins = new Int32Array(size);
  for (const [row, place] of basePlaces.entries()) if (place < size) origins[place] = row;
  for (const [row, place] of deltaPlaces.entries()) origins[place] = -1 - row;
  return origins;
}
