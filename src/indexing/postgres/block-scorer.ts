import { BestRows } from "../best-rows.js";
import type { LexicalNeighbour } from "../policy-index.js";
import { BLOCK_ROWS, type PostingBlock } from "./posting-blocks.js";
import type { Field } from "./statistics.js";

/** The postings of one term of a question within one block, and what a full impact of it adds. */
export interface TermBlock extends Omit<PostingBlock, "block"> {
  readonly field: Field;
  readonly gain: number;
}

type Test = ((row: number) => boolean) | undefined;

/** Adds up postings block after block, so that the sums stay in the processor's cache however many rows there are. */
export class BlockScorer {
  readonly #wordWeight: number;
  readonly #sums: Readonly<Record<Field, Float64Array>> = {
    words: new Float64Array(BLOCK_ROWS),
    bigrams: new Float64Array(BLOCK_ROWS),
  };

  constructor(wordWeight: number) {
    this.#wordWeight = wordWeight;
  }

  /** The k best rows, best first, and after them those of `also` that are not among them. */
  rank(
    blocks: ReadonlyMap<number, readonly TermBlock[]>,
    k: number,
    accept: Test,
    also: readonly number[],
  ): LexicalNeighbour[] {
    const best = new BestRows(k);
    const seen = new Map<number, LexicalNeighbour>();
    for (const [block, lists] of [...blocks].sort(([a], [b]) => a - b)) {
      const first = block * BLOCK_ROWS;
      this.#sum(lists);
      this.#offerRows(first, accept, best, seen);
      for (const row of also) if (row >= first && row < first + BLOCK_ROWS) seen.set(row, this.#neighbour(first, row));
    }
    const rows = best.toSorted().map(({ row }) => row);
    const found = new Set(rows);
    const beside = also.filter((row) => !found.has(row));
    return [...rows, ...beside].map((row) => seen.get(row) ?? { row, score: 0, words: 0, bigrams: 0 });
  }

  #sum(lists: readonly TermBlock[]): void {
    this.#sums.words.fill(0);
    this.#sums.bigrams.fill(0);
    for (const { field, gain, rows, impacts } of lists) addUp(this.#sums[field], gain, rows, impacts);
  }

  #offerRows(first: number, accept: Test, best: BestRows, seen: Map<number, LexicalNeighbour>): void {
    const { words, bigrams } = this.#sums;
    const wordWeight = this.#wordWeight;
    let threshold = Math.max(0, best.threshold);
    for (let at = 0; at < BLOCK_ROWS; at++) {
      const score = wordWeight * (words[at] as number) + (1 - wordWeight) * (bigrams[at] as number);
      if (score <= threshold || (accept && !accept(first + at))) continue;
      best.offer(first + at, score);
      seen.set(first + at, this.#neighbour(first, first + at));
      threshold = Math.max(0, best.threshold);
    }
  }

  #neighbour(first: number, row: number): LexicalNeighbour {
    const words = this.#sums.words[row - first] ?? 0;
    const bigrams = this.#sums.bigrams[row - first] ?? 0;
    return { row, score: this.#wordWeight * words + (1 - this.#wordWeight) * bigrams, words, bigrams };
  }
}

// The hot loop of a question: plain indexing, no calls.
function addUp(sums: Float64Array, gain: number, rows: Uint16Array, impacts: Float32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    sums[row] = (sums[row] as number) + gain * (impacts[at] as number);
  }
}
