import { type Bm25Parameters, inverseDocumentFrequency, lengthNorm } from "./bm25.js";
import { addRangeImpacts, localRanges, rangeTermScore } from "./range-scores.js";
import type { RowRange } from "./row-filter.js";
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

/** A term of a question in postings: where its entries are, and what a full match of it adds to a row's score. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly gain: number;
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
  /** And back: row of the postings of each row of the whole index, -1 for one that stands elsewhere. */
  readonly locals?: Int32Array;
  readonly gone?: TermCounts;
}

/**
 * One kind of term (words, or bigrams), weighed by BM25 with the statistics of all segments' rows together, so that the
 * scores are those of one segment that holds them all, to the bit.
 */
export class TermField {
  readonly #segments: readonly FieldSegment[];
  readonly #size: number;
  /** What the length of each row adds to the denominator of its scores, by segment and its rows. */
  readonly norms: readonly Float32Array[];

  /** `size` is the number of rows of all segments that are not gone. */
  constructor(segments: readonly FieldSegment[], size: number, parameters: Bm25Parameters) {
    this.#segments = segments;
    this.#size = size;
    const average = size > 0 ? sum(segments.map((segment) => totalLength(segment, size))) / size : 0;
    this.norms = segments.map(({ postings }) => normsOf(postings.lengths, average, parameters));
  }

  /** In nats; the maximum for a term that no row has. */
  idf(term: string): number {
    const rowsWith = this.#segments.map((segment) => countRows(segment, findTerm(segment.postings.terms, term)));
    return inverseDocumentFrequency(this.#size, sum(rowsWith));
  }

  /** The terms as each segment has them, weighed `weight` times their BM25. A term asked for twice counts twice. */
  find(terms: readonly string[], weight: number): FoundTerm[][] {
    const asked = new Map<string, number>();
    for (const term of terms) asked.set(term, (asked.get(term) ?? 0) + 1);
    const bySegment = this.#segments.map((): FoundTerm[] => []);
    for (const [term, times] of asked) {
      const ids = this.#segments.map(({ postings }) => findTerm(postings.terms, term));
      const rowsWith = this.#segments.map((segment, at) => countRows(segment, ids[at] as number));
      const gain = weight * times * inverseDocumentFrequency(this.#size, sum(rowsWith));
      for (const [at, id] of ids.entries()) {
        const { starts } = (this.#segments[at] as FieldSegment).postings;
        if (id >= 0) bySegment[at]?.push({ start: starts[id] ?? 0, end: starts[id + 1] ?? 0, gain });
      }
    }
    return bySegment;
  }

  /** The score of each range of rows as one text (`rangeTermScore`). No row is in two ranges. */
  scoreRanges(terms: readonly string[], ranges: readonly RowRange[], averageRows: number): number[] {
    const scores = ranges.map(() => 0);
    const placed = this.#segments.map((segment) => localRanges(ranges, segment.locals));
    for (const term of new Set(terms)) {
      const impacts = new Float64Array(ranges.length);
      for (const [at, { postings }] of this.#segments.entries()) {
        const id = findTerm(postings.terms, term);
        if (id >= 0) addRangeImpacts(postings, id, placed[at] ?? [], this.norms[at] as Float32Array, impacts);
      }
      const idf = this.idf(term);
      for (const [at, range] of ranges.entries())
        scores[at] = (scores[at] ?? 0) + rangeTermScore(idf, impacts[at] ?? 0, range, averageRows);
    }
    return scores;
  }
}

function totalLength({ postings: { lengths }, places }: FieldSegment, size: number): number {
  let total = 0;
  for (let row = 0; row < lengths.length; row++) {
    if (!places || (places[row] as number) < size) total += lengths[row] as number;
  }
  return total;
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

// Plain: `map` with a function takes several times as long.
function normsOf(lengths: ArrayLike<number>, average: number, parameters: Bm25Parameters): Float32Array {
  const norms = new Float32Array(lengths.length);
  for (let row = 0; row < norms.length; row++) norms[row] = lengthNorm(lengths[row] as number, average, parameters);
  return norms;
}
