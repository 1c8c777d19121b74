import { Worker } from "node:worker_threads";
import type { ScorableRows, ScoredRows, ScoringTask } from "./row-scorer.js";

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

/** A `RowScorer` on a thread of its own. It keeps no program running unless a task is in progress. */
export class ScoringThread {
  readonly #worker: Worker;
  /** Who waits for a reply, in the order of the replies. */
  readonly #waiting: Waiting[] = [];
  #end: Error | undefined;

  private constructor(program: URL, rows: ScorableRows) {
    this.#worker = new Worker(program, { workerData: rows });
    this.#worker.on("message", (reply: unknown) => {
      this.#waiting.shift()?.resolve(reply);
      if (this.#waiting.length === 0) this.#worker.unref();
    });
    this.#worker.once("error", (error) => this.#fail(error));
    this.#worker.once("exit", () => this.#fail(new Error("the thread has ended")));
  }

  /** `program` is the bundled `lexical-thread.ts`. Arrays over shared memory stay where they are, others are copied. */
  static async start(program: URL, rows: ScorableRows): Promise<ScoringThread> {
    const thread = new ScoringThread(program, rows);
    await thread.#reply();
    return thread;
  }

  /** Rejects where the thread ends before it has answered. */
  async search(task: ScoringTask): Promise<ScoredRows> {
    if (this.#end) throw this.#end;
    this.#worker.postMessage(task);
    return (await this.#reply()) as ScoredRows;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #reply(): Promise<unknown> {
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
