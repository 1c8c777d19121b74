import { existsSync } from "node:fs";
import type { LexicalIndex } from "./lexical-index.js";
import type { LexicalNeighbour, LexicalSearch } from "./policy-index.js";
import { type RowFilter, type RowRange, toBounds } from "./row-filter.js";
import { ScoringThread } from "./scoring-thread.js";

/** Beside the bundled program; where that runs from its sources there is none. */
const PROGRAM = new URL("./lexical-thread.js", import.meta.url);

/**
 * A lexical index that scores on a second thread once it is warmed up, so that one question's BM25 runs beside another's
 * vectors and reranking. Only where its postings lie in shared memory: scoring smaller ones takes little time. Once that
 * thread has ended, whatever ended it, this one answers again.
 */
export class ThreadedLexical implements LexicalSearch {
  readonly #index: LexicalIndex;
  readonly #program: URL;
  #starting: Promise<void> | undefined;
  #thread: ScoringThread | undefined;

  constructor(index: LexicalIndex, program = PROGRAM) {
    this.#index = index;
    this.#program = program;
  }

  /** Starts the thread, where there is to be one. Never rejects. */
  warmUp(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const { scorable } = this.#index;
    const isShared = scorable.segments.some(({ entries }) => entries.words.rows.buffer instanceof SharedArrayBuffer);
    if (!isShared || !existsSync(this.#program)) return;
    this.#thread = await ScoringThread.start(this.#program, scorable).catch(() => undefined);
  }

  search(
    text: string,
    k: number,
    accept?: RowFilter,
    also: readonly number[] = [],
  ): readonly LexicalNeighbour[] | Promise<readonly LexicalNeighbour[]> {
    const here = (): readonly LexicalNeighbour[] => this.#index.search(text, k, accept, also);
    if (!this.#thread) return here();
    const task = { terms: this.#index.find(text), k, also, ...(accept && { bounds: toBounds(accept.ranges) }) };
    return this.#thread.search(task).then((rows) => this.#index.toNeighbours(rows), here);
  }

  scoreRanges(text: string, ranges: readonly RowRange[], averageRows: number): readonly number[] {
    return this.#index.scoreRanges(text, ranges, averageRows);
  }

  idf(word: string): number {
    return this.#index.idf(word);
  }

  rarity(word: string): number {
    return this.#index.rarity(word);
  }

  /** Gives the thread back; searches in progress, and later ones, are answered on this thread. */
  async close(): Promise<void> {
    await this.#starting;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.end();
  }
}
