import { existsSync } from "node:fs";
import type { LexicalIndex } from "./lexical-index.js";
import type { LexicalNeighbour, LexicalSearch } from "./policy-index.js";
import { type RowFilter, type RowRange, toBounds } from "./row-filter.js";
import { ScoringThread } from "./scoring-thread.js";

/** Beside the bundled program; where that runs from its sources there is none. */
const PROGRAM = new URL("./lexical-thread.js", import.meta.url);

export interface ThreadedLexicalOptions {
  /** The bundled `lexical-thread.ts`. */
  readonly program?: URL;
  /** Told once where the thread cannot be started or ends before it is closed. */
  readonly onLost?: ((error: unknown) => void) | undefined;
}

/**
 * A lexical index that scores on a second thread once it is warmed up, so that one question's BM25 runs beside another's
 * vectors and reranking. Only where its postings lie in shared memory: scoring smaller ones takes little time. Once that
 * thread has ended, whatever ended it, this one answers again.
 */
export class ThreadedLexical implements LexicalSearch {
  readonly #index: LexicalIndex;
  readonly #program: URL;
  readonly #onLost: (error: unknown) => void;
  #starting: Promise<void> | undefined;
  #thread: ScoringThread | undefined;

  constructor(index: LexicalIndex, { program = PROGRAM, onLost = () => undefined }: ThreadedLexicalOptions = {}) {
    this.#index = index;
    this.#program = program;
    this.#onLost = onLost;
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
    try {
      this.#thread = await ScoringThread.start(this.#program, scorable);
    } catch (error) {
      this.#onLost(error);
    }
  }

  /** Searches that fail together are one loss, and those of a thread that is given back none. */
  #lose(error: unknown): void {
    if (!this.#thread) return;
    this.#thread = undefined;
    this.#onLost(error);
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
    return this.#thread.search(task).then(
      (rows) => this.#index.toNeighbours(rows),
      (error: unknown) => {
        this.#lose(error);
        return here();
      },
    );
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
