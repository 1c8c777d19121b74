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
    return inverseDocumentFrequency(this.#norms.length, this.#rowsWith(findTerm(this.#postings.terms, term)));
  }

  #rowsWith(id: number): number {
    return id < 0 ? 0 : (this.#postings.starts[id + 1] ?? 0) - (this.#postings.starts[id] ?? 0);
  }

  /** Adds `weight` times each row's BM25 score for the terms to `scores`. A term asked for twice counts twice. */
  addScores(terms: readonly string[], weight: number, scores: Float32Array): void {
    const asked = new Map<string, number>();
    for (const term of terms) asked.set(term, (asked.get(term) ?? 0) + 1);
    for (const [term, times] of asked) {
      const id = findTerm(this.#postings.terms, term);
      if (id >= 0) this.#addTerm(id, weight * times, scores);
    }
  }

  // The hot loop of a question: plain indexing, no calls. `termScore` written out.
  #addTerm(id: number, weight: number, scores: Float32Array): void {
    const { starts, rows, frequencies } = this.#postings;
    const norms = this.#norms;
    const gain = weight * inverseDocumentFrequency(norms.length, this.#rowsWith(id));
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at++) {
      const row = rows[at] as number;
      const frequency = frequencies[at] as number;
      scores[row] = (scores[row] as number) + (gain * frequency) / (frequency + (norms[row] as number));
    }
  }
}
