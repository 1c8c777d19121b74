import type { Postings, TermCounts } from "./postings.js";

/** Counts the rows of each term that are gone: those whose place is `size`. */
export function goneTerms({ starts, rows }: Postings, places: Uint32Array, size: number): TermCounts {
  const terms: number[] = [];
  const counts: number[] = [];
  for (let term = 0; term + 1 < starts.length; term++) {
    const end = starts[term + 1] as number;
    let count = 0;
    for (let at = starts[term] as number; at < end; at++) if (places[rows[at] as number] === size) count++;
    if (count === 0) continue;
    terms.push(term);
    counts.push(count);
  }
  return { terms: Uint32Array.from(terms), counts: Uint32Array.from(counts) };
}
