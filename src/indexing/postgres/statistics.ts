import { inverseDocumentFrequency } from "../bm25.js";
import { IndexDamagedError } from "../index-errors.js";
import { packArrays, unpackArrays } from "../packed-arrays.js";
import { findTerm, packTerms, type TermTable } from "../term-table.js";

/** The two kinds of term. */
export const FIELDS = ["words", "bigrams"] as const;
export type Field = (typeof FIELDS)[number];

interface FieldCounts {
  readonly terms: TermTable;
  /** Number of rows that have the term. */
  readonly counts: Uint32Array;
}

/**
 * In how many rows each term stands, kept in memory by every server: some 12 bytes a term. What a question's words are
 * worth is then known without asking the database.
 */
export class TermStatistics {
  readonly #rows: number;
  readonly #fields: Readonly<Record<Field, FieldCounts>>;

  constructor(rows: number, fields: Readonly<Record<Field, FieldCounts>>) {
    this.#rows = rows;
    this.#fields = fields;
  }

  /** In nats; the maximum for a term that no row has. */
  idf(field: Field, term: string): number {
    return inverseDocumentFrequency(this.#rows, this.#count(field, term));
  }

  has(field: Field, term: string): boolean {
    return this.#count(field, term) > 0;
  }

  #count(field: Field, term: string): number {
    const { terms, counts } = this.#fields[field];
    return counts[findTerm(terms, term)] ?? 0;
  }
}

/** The bytes that `unpackStatistics` reads. */
export function packStatistics(counts: Readonly<Record<Field, ReadonlyMap<string, number>>>): Buffer {
  const arrays = FIELDS.flatMap((field) => {
    const terms = [...counts[field].keys()].sort();
    const { units, starts } = packTerms(terms);
    const numbers = Uint32Array.from(terms, (term) => counts[field].get(term) ?? 0);
    return Object.entries({ units, starts, counts: numbers }).map(
      ([name, array]) => [`${field}.${name}`, array] as const,
    );
  });
  return Buffer.concat(packArrays(Object.fromEntries(arrays)));
}

/** Throws `IndexDamagedError`. */
export function unpackStatistics(location: string, rows: number, packed: Uint8Array): TermStatistics {
  // The driver hands out parts of larger buffers; the arrays want their own, on a boundary of 8.
  const arrays = unpackArrays(location, Uint8Array.from(packed));
  const countsOf = (field: Field): FieldCounts => {
    const { [`${field}.units`]: units, [`${field}.starts`]: starts, [`${field}.counts`]: counts } = arrays;
    if (units instanceof Uint16Array && starts instanceof Uint32Array && counts instanceof Uint32Array) {
      return { terms: { units, starts }, counts };
    }
    throw new IndexDamagedError(location, "lacks the counts of its terms");
  };
  return new TermStatistics(rows, { words: countsOf("words"), bigrams: countsOf("bigrams") });
}
