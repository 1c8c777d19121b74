import { type AskedTerm, type AskedTerms, PostingWalk, type RowNorms, type ScoredBlock } from "./posting-walk.js";
import type { FieldSegment, FoundTerm, Postings } from "./postings.js";

/** Which rows of the index those of a segment are, and back; neither where they are the same. */
export type SegmentPlaces = Pick<FieldSegment, "places" | "locals">;

/** The entries of all terms, one after the other. */
export type TermEntries = Pick<Postings, "rows" | "frequencies">;

/** All that scoring reads of a part of the rows: arrays, which another thread can be given. */
export interface ScorableSegment extends SegmentPlaces {
  readonly entries: Readonly<Record<keyof AskedTerms, TermEntries>>;
  readonly norms: RowNorms;
}

/** The terms of a question in a segment, by field. */
export type FoundTerms = Readonly<Record<keyof AskedTerms, readonly FoundTerm[]>>;

/** The walk over a part of the rows, and which rows of the index they are. */
export class WalkedSegment {
  readonly #walk: PostingWalk;
  readonly #segment: ScorableSegment;

  constructor(segment: ScorableSegment) {
    this.#walk = new PostingWalk(segment.norms);
    this.#segment = segment;
  }

  /** As `PostingWalk.walk`, by rows of the segment. */
  walk({ words, bigrams }: FoundTerms, onBlock: (block: ScoredBlock) => void): void {
    const { entries } = this.#segment;
    this.#walk.walk({ words: ask(words, entries.words), bigrams: ask(bigrams, entries.bigrams) }, onBlock);
  }

  /** Row of the index of a row of the segment, the number of rows for one that is gone. */
  placeOf(local: number): number {
    const { places } = this.#segment;
    return places ? (places[local] as number) : local;
  }

  /** Those of the rows of the index that stand here, as rows of the segment, rising. */
  localsOf(rows: readonly number[]): Uint32Array {
    const { locals } = this.#segment;
    const here = locals ? rows.map((row) => locals[row] ?? -1).filter((local) => local >= 0) : rows;
    return Uint32Array.from(here).sort();
  }
}

function ask(terms: readonly FoundTerm[], { rows, frequencies }: TermEntries): AskedTerm[] {
  return terms.map(({ start, end, gain }) => ({
    rows: rows.subarray(start, end),
    frequencies: frequencies.subarray(start, end),
    gain,
  }));
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
