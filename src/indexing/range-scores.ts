import { type Bm25Parameters, lengthNorm, termScore } from "./bm25.js";
import type { Postings } from "./postings.js";
import type { RowRange } from "./row-filter.js";

/**
 * How texts of many rows are scored as wholes: BM25 whose term frequency is the sum of tf / (tf + norm) over the rows and
 * whose length is the number of rows. `k1` is small because a row adds less than 1. Not fitted: anything from 0.1 to
 * 0.3 finds the same.
 */
const RANGE_PARAMETERS: Bm25Parameters = { k1: 0.2, b: 0.75 };

/** One term's share of the score of a range of rows, from what its rows have of the term together. */
export function rangeTermScore(idf: number, impacts: number, { first, end }: RowRange, averageRows: number): number {
  return impacts === 0 ? 0 : termScore(idf, impacts, lengthNorm(end - first, averageRows, RANGE_PARAMETERS));
}

/** Rows of a segment that stand together and belong to the range `at`. */
export interface LocalRange extends RowRange {
  readonly at: number;
}

/**
 * Ranges of the index by the rows of one segment, rising; `locals` gives the row there of each row of the index, -1 for
 * one that stands elsewhere, and is left out where they are the same. Of an edited document some rows stand in the base
 * and some in the delta, so that one range may become several.
 */
export function localRanges(ranges: readonly RowRange[], locals: Int32Array | undefined): LocalRange[] {
  const apart = locals
    ? ranges.flatMap((range, at) => runsWithin(range, at, locals))
    : ranges.map(({ first, end }, at) => ({ at, first, end }));
  return apart.sort((a, b) => a.first - b.first);
}

function runsWithin({ first, end }: RowRange, at: number, locals: Int32Array): LocalRange[] {
  const runs: LocalRange[] = [];
  for (let row = first; row < end; row++) {
    const local = locals[row] as number;
    const last = runs.at(-1);
    if (local < 0) continue;
    if (last?.end === local) runs[runs.length - 1] = { at, first: last.first, end: local + 1 };
    else runs.push({ at, first: local, end: local + 1 });
  }
  return runs;
}

/**
 * Adds to each range's place in `impacts` the sum of tf / (tf + norm) of a term over its rows. Ranges are rising and
 * apart; they, and `norms`, are by row of the postings.
 */
export function addRangeImpacts(
  { starts, rows, frequencies }: Postings,
  term: number,
  ranges: readonly LocalRange[],
  norms: Float32Array,
  impacts: Float64Array,
): void {
  const end = starts[term + 1] as number;
  let entry = starts[term] as number;
  for (const range of ranges) {
    entry = firstAtLeast(rows, range.first, entry, end);
    let sum = 0;
    for (; entry < end && (rows[entry] as number) < range.end; entry++) {
      const row = rows[entry] as number;
      const frequency = frequencies[entry] as number;
      sum += frequency / (frequency + (norms[row] as number));
    }
    impacts[range.at] = (impacts[range.at] as number) + sum;
  }
}

/** First place from `from` to before `to` whose value is at least `wanted`, `to` where there is none. Values rise. */
export function firstAtLeast(values: Uint32Array | Uint16Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
