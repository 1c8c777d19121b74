import { BestRows } from "./best-rows.js";
import type { ScoredBlock } from "./posting-walk.js";
import { type FoundTerms, type ScorableSegment, WalkedSegment } from "./walked-segment.js";

/** The segments of an index, and the number of rows of all of them that are not gone. */
export interface ScorableRows {
  readonly segments: readonly ScorableSegment[];
  readonly size: number;
}

/** A question to a scorer, all of it data; see `LexicalSearch.search`. */
export interface ScoringTask {
  /** By segment. */
  readonly terms: readonly FoundTerms[];
  readonly k: number;
  readonly also: readonly number[];
  /** `toBounds` of a filter's ranges. */
  readonly bounds?: Uint32Array;
}

/** Rows, best first, and the weighted scores of each by field. */
export interface ScoredRows {
  readonly rows: Uint32Array;
  readonly words: Float32Array;
  readonly bigrams: Float32Array;
}

/** Exact BM25 of terms that have been found already: arithmetic over arrays, which any thread can do. */
export class RowScorer {
  readonly #size: number;
  readonly #segments: readonly WalkedSegment[];
  /** By row: those of the question at hand that came near the best. */
  readonly #wordScores: Float32Array;
  readonly #bigramScores: Float32Array;

  constructor({ segments, size }: ScorableRows) {
    this.#size = size;
    this.#segments = segments.map((segment) => new WalkedSegment(segment));
    this.#wordScores = new Float32Array(size);
    this.#bigramScores = new Float32Array(size);
  }

  search({ terms, k, also }: Omit<ScoringTask, "bounds">, accept?: (row: number) => boolean): ScoredRows {
    const best = new BestRows(k);
    for (const [at, segment] of this.#segments.entries()) {
      const wanted = segment.localsOf(also);
      segment.walk(terms[at] ?? { words: [], bigrams: [] }, (block) => {
        this.#offer(block, segment, best, accept);
        for (const local of wanted) {
          if (local >= block.first && local < block.end) this.#keep(block, local, segment.placeOf(local));
        }
      });
    }
    const rows = best.toSorted().map(({ row }) => row);
    const found = new Set(rows);
    return this.#scoresOf([...rows, ...also.filter((row) => !found.has(row))]);
  }

  /** Offers the rows of a block that may be among the best. */
  #offer(block: ScoredBlock, segment: WalkedSegment, best: BestRows, accept?: (row: number) => boolean): void {
    const { first, words, bigrams } = block;
    let threshold = Math.max(0, best.threshold);
    for (const at of block.placesFrom(threshold)) {
      const score = (words[at] as number) + (bigrams[at] as number);
      if (score < threshold) continue;
      const row = segment.placeOf(first + at);
      if (row >= this.#size || (accept && !accept(row))) continue;
      best.offer(row, score);
      this.#keep(block, first + at, row);
      threshold = Math.max(0, best.threshold);
    }
  }

  #keep({ first, words, bigrams }: ScoredBlock, local: number, row: number): void {
    this.#wordScores[row] = words[local - first] as number;
    this.#bigramScores[row] = bigrams[local - first] as number;
  }

  #scoresOf(rows: readonly number[]): ScoredRows {
    return {
      rows: Uint32Array.from(rows),
      words: Float32Array.from(rows, (row) => this.#wordScores[row] ?? 0),
      bigrams: Float32Array.from(rows, (row) => this.#bigramScores[row] ?? 0),
    };
  }
}
