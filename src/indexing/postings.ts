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

/** One kind of term (words, or bigrams), scored by BM25. */
export class TermField {
  readonly #postings: Postings;
  readonly #norms: Float32Array;

  constructor(postings: Postings, parameters: Bm25Parameters) {
    this.#postings = postings;
    const { lengths } = postings;
    let total = 0;
    for (const length of lengths) total += length;
    const average = lengths.length > 0 ? total / lengths.length : 0;
    this.#norms = Float32Array.from(lengths, (length) => lengthNorm(length, average, parameters));
  }

  /** In nats; the maximum for a term that no row has. */
  idf(term: string): number {
    const id = findTerm(this.#postings.terms, term);
    return this.#idfOf(id < 0 ? 0 : (this.#postings.starts[id + 1] ?? 0) - (this.#postings.starts[id] ?? 0));
  }

  #idfOf(rowsWithTerm: number): number {
    return inverseDocumentFrequency(this.#norms.length, rowsWithTerm);
  }

  /** What each known term adds to rows, times `weight`. A term asked for twice counts twice. */
  contributions(terms: readonly string[], weight: number): Contribution[] {
    const asked = new Map<string, number>();
    for (const term of terms) asked.set(term, (asked.get(term) ?? 0) + 1);
    return [...asked].flatMap(([term, times]) => {
      const id = findTerm(this.#postings.terms, term);
      if (id < 0) return [];
      const start = this.#postings.starts[id] ?? 0;
      const end = this.#postings.starts[id + 1] ?? 0;
      const gain = weight * times * this.#idfOf(end - start);
      return [new Contribution(this.#postings, this.#norms, start, end, gain)];
    });
  }
}

/** One term's share of the scores: gain · tf / (tf + norm), which is `termScore`, so never more than `gain`. */
export class Contribution {
  readonly gain: number;
  /** Number of rows with the term. */
  readonly count: number;
  readonly #rows: Uint32Array;
  readonly #frequencies: Uint8Array;
  readonly #norms: Float32Array;
  readonly #start: number;
  readonly #end: number;

  constructor({ rows, frequencies }: Postings, norms: Float32Array, start: number, end: number, gain: number) {
    this.gain = gain;
    this.count = end - start;
    this.#rows = rows;
    this.#frequencies = frequencies;
    this.#norms = norms;
    this.#start = start;
    this.#end = end;
  }

  /** Adds the term's share to the score of every row that has it. The hot loop of a question. */
  addToAll(scores: Float32Array): void {
    const rows = this.#rows;
    const frequencies = this.#frequencies;
    const norms = this.#norms;
    const { gain } = this;
    const end = this.#end;
    for (let at = this.#start; at < end; at++) {
      const row = rows[at] as number;
      const frequency = frequencies[at] as number;
      scores[row] = (scores[row] as number) + (gain * frequency) / (frequency + (norms[row] as number));
    }
  }

  /** Adds it to these rows only, which must rise: each is looked up in the term's rows by steps that double. */
  addTo(wanted: readonly number[], scores: Float32Array): void {
    let at = this.#start;
    for (const row of wanted) {
      at = this.#firstFrom(row, at);
      if (at === this.#end) return;
      if (this.#rows[at] !== row) continue;
      const frequency = this.#frequencies[at] as number;
      scores[row] = (scores[row] as number) + (this.gain * frequency) / (frequency + (this.#norms[row] as number));
    }
  }

  /** The first entry, from one on, whose row is not below this one. */
  #firstFrom(row: number, from: number): number {
    const rows = this.#rows;
    let low = from;
    let step = 1;
    while (low + step < this.#end && (rows[low + step] as number) < row) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#end);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
