import { type Bm25Parameters, inverseDocumentFrequency, lengthNorm } from "./bm25.js";
import { findTerm, type TermTable } from "./term-table.js";

/** The rows of every term, in compressed sparse rows: term t's entries are `starts[t]` to `starts[t + 1]`. */
export interface Postings {
  readonly terms: TermTable;
  readonly starts: Uint32Array;
  /** Row of each entry, rising within a term. */
  readonly rows: Uint32Array;
  /** Repeats of the term in that row, 1 to 255. */
  readonly frequencies: Uint8Array;
  /** Number of terms of each row, repeats counted. */
  readonly lengths: Uint32Array;
}

/** How many rows of each term (numbers rising) are gone from postings. */
export interface TermCounts {
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
}

/** Postings of a part of the rows. */
export interface FieldSegment {
  readonly postings: Postings;
  /** Row of the whole index of each row of the postings, `size` for one that is gone; left out where they are the same. */
  readonly places?: Uint32Array;
  readonly gone?: TermCounts;
}

/**
 * One kind of term (words, or bigrams), scored by BM25 with the statistics of all segments' rows together, so that the
 * scores are those of one segment that holds them all, to the bit.
 */
export class TermField {
  readonly #segments: readonly FieldSegment[];
  readonly #size: number;
  /** By row of the index; one more for what is gone. */
  readonly #norms: Float32Array;

  /** `size` is the number of rows of all segments that are not gone. */
  constructor(segments: readonly FieldSegment[], size: number, parameters: Bm25Parameters) {
    this.#segments = segments;
    this.#size = size;
    const lengths = new Uint32Array(size + 1);
    for (const { postings, places } of segments) {
      for (let row = 0; row < postings.lengths.length; row++) {
        lengths[places ? (places[row] as number) : row] = postings.lengths[row] as number;
      }
    }
    let total = 0;
    for (let row = 0; row < size; row++) total += lengths[row] as number;
    const average = size > 0 ? total / size : 0;
    this.#norms = Float32Array.from(lengths, (length) => lengthNorm(length, average, parameters));
  }

  /** In nats; the maximum for a term that no row has. */
  idf(term: string): number {
    const rowsWith = this.#segments.map((segment) => countRows(segment, findTerm(segment.postings.terms, term)));
    return inverseDocumentFrequency(this.#size, sum(rowsWith));
  }

  /**
   * Adds `weight` times each row's BM25 score for the terms to `scores`, which has `size` + 1 places. A term asked for
   * twice counts twice.
   */
  addScores(terms: readonly string[], weight: number, scores: Float32Array): void {
    const asked = new Map<string, number>();
    for (const term of terms) asked.set(term, (asked.get(term) ?? 0) + 1);
    for (const [term, times] of asked) {
      const gain = weight * times * this.idf(term);
      for (const { postings, places } of this.#segments) {
        const id = findTerm(postings.terms, term);
        if (id < 0) continue;
        if (places) this.#addPlaced(postings, places, id, gain, scores);
        else this.#addTerm(postings, id, gain, scores);
      }
    }
  }

  // The hot loops of a question: plain indexing, no calls. `termScore` written out.
  #addTerm({ starts, rows, frequencies }: Postings, id: number, gain: number, scores: Float32Array): void {
    const norms = this.#norms;
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at++) {
      const row = rows[at] as number;
      const frequency = frequencies[at] as number;
      scores[row] = (scores[row] as number) + (gain * frequency) / (frequency + (norms[row] as number));
    }
  }

  #addPlaced(
    { starts, rows, frequencies }: Postings,
    places: Uint32Array,
    id: number,
    gain: number,
    scores: Float32Array,
  ): void {
    const norms = this.#norms;
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at++) {
      const row = places[rows[at] as number] as number;
      const frequency = frequencies[at] as number;
      scores[row] = (scores[row] as number) + (gain * frequency) / (frequency + (norms[row] as number));
    }
  }
}

/** Rows of a segment that have the term and are not gone. */
function countRows({ postings: { starts }, gone }: FieldSegment, id: number): number {
  if (id < 0) return 0;
  const all = (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  return gone ? all - (gone.counts[indexOf(gone.terms, id)] ?? 0) : all;
}

/** Place of a value in a rising array, -1 where it is not there. */
function indexOf(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = values[middle] as number;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
