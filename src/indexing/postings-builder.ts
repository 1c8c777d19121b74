import type { Postings } from "./postings.js";
import { packTerms } from "./term-table.js";

/** An array of unsigned numbers that grows by doubling, outside the JavaScript heap. */
class GrowingUint32 {
  #values = new Uint32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

/** A term's repeats in one row are kept in a byte; beyond this BM25 adds next to nothing. */
const MAX_TERM_FREQUENCY = 255;

/** Collects the terms of rows, row after row, into postings. */
export class PostingsBuilder {
  readonly #ids = new Map<string, number>();
  readonly #postedIds = new GrowingUint32();
  readonly #postedRows = new GrowingUint32();
  readonly #postedFrequencies = new GrowingUint32();
  readonly #lengths: number[] = [];

  /** Adds the next row. */
  add(terms: readonly string[]): void {
    const row = this.#lengths.length;
    const frequencies = new Map<string, number>();
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    for (const [term, frequency] of frequencies) {
      this.#postedIds.push(this.#idOf(term));
      this.#postedRows.push(row);
      this.#postedFrequencies.push(Math.min(frequency, MAX_TERM_FREQUENCY));
    }
    this.#lengths.push(terms.length);
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    this.#ids.set(term, this.#ids.size);
    return this.#ids.size - 1;
  }

  /** The postings by term, terms sorted, rows rising within a term (a counting sort over what was added). */
  build(): Postings {
    const sorted = [...this.#ids.keys()].sort();
    const rank = new Uint32Array(sorted.length);
    for (const [place, term] of sorted.entries()) rank[this.#idOf(term)] = place;
    const starts = new Uint32Array(sorted.length + 1);
    for (let at = 0; at < this.#postedIds.length; at++) {
      const place = rank[this.#postedIds.at(at)] ?? 0;
      starts[place + 1] = (starts[place + 1] ?? 0) + 1;
    }
    for (let place = 0; place < sorted.length; place++)
      starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
    return { terms: packTerms(sorted), starts, lengths: Uint32Array.from(this.#lengths), ...this.#place(rank, starts) };
  }

  #place(rank: Uint32Array, starts: Uint32Array): { rows: Uint32Array; frequencies: Uint8Array } {
    const next = starts.slice();
    const rows = new Uint32Array(this.#postedIds.length);
    const frequencies = new Uint8Array(this.#postedIds.length);
    for (let at = 0; at < this.#postedIds.length; at++) {
      const place = rank[this.#postedIds.at(at)] ?? 0;
      const target = next[place] ?? 0;
      next[place] = target + 1;
      rows[target] = this.#postedRows.at(at);
      frequencies[target] = this.#postedFrequencies.at(at);
    }
    return { rows, frequencies };
  }
}
