import { normalise } from "../language/normalise.js";
import type { Postings } from "./postings.js";
import { findTerm } from "./term-table.js";
import type { TermOccurrences } from "./user-dictionary.js";

/**
 * The terms that stand in one dictionary and not in the other. A text that contains none of them is cut alike with both:
 * what a dictionary adds to a cut are its terms that stand in the text, and nothing else
 * (docs/decisions/incremental-index.md).
 */
export function changedTerms(one: TermOccurrences, other: TermOccurrences): string[] {
  return [
    ...Object.keys(one).filter((term) => !(term in other)),
    ...Object.keys(other).filter((term) => !(term in one)),
  ];
}

/** Whether a text, as it was written, contains one of the terms. */
export function containsTerm(text: string, terms: readonly string[]): boolean {
  if (terms.length === 0) return false;
  const folded = normalise(text);
  return terms.some((term) => folded.includes(term));
}

/**
 * Rows that may contain one of the terms, because they have all its pairs of characters; undefined where a term has no
 * pair to go by.
 */
export function rowsWithTerms(bigrams: Postings, terms: readonly string[]): Set<number> | undefined {
  const rows = new Set<number>();
  for (const term of terms) {
    const pairs = pairsOf(term);
    if (pairs.length === 0) return undefined;
    for (const row of rowsWithAll(bigrams, pairs)) rows.add(row);
  }
  return rows;
}

function pairsOf(term: string): string[] {
  const stretches = [...term.matchAll(/[\p{L}\p{N}]{2,}/gu)].map(([stretch]) => stretch);
  return stretches.flatMap((stretch) =>
    Array.from({ length: stretch.length - 1 }, (_, at) => stretch.slice(at, at + 2)),
  );
}

function rowsWithAll({ terms, starts, rows }: Postings, pairs: readonly string[]): Iterable<number> {
  const lists = pairs.map((pair) => {
    const id = findTerm(terms, pair);
    return id < 0 ? new Uint32Array() : rows.subarray(starts[id], starts[id + 1]);
  });
  const [shortest, ...others] = lists.sort((a, b) => a.length - b.length);
  return others.reduce((left, list) => {
    const present = new Set(list);
    return left.filter((row) => present.has(row));
  }, shortest ?? new Uint32Array());
}
