import { AsyncLocalStorage } from "node:async_hooks";
import type { Answerer } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Hit } from "../retrieval/hit.js";
import type { App } from "./open-app.js";

export interface LiveAppOptions {
  /** Number of the newest generation there is; 0 where there is none. */
  readonly newest: () => number | Promise<number>;
  readonly openNewest: () => Promise<App>;
  /** Told of a generation that has been taken live, and of one that cannot be. */
  readonly onTaken: (generation: number) => void;
  readonly onRefused: (generation: number, error: unknown) => void;
}

/** One opened index and the requests that are using it. */
interface Lease {
  readonly app: App;
  users: number;
  isRetired: boolean;
}

/**
 * The opened index, exchanged for a newer generation while it serves: a request in progress finishes with the one that
 * it began with, which is closed when its last request is done.
 */
export class LiveApp {
  readonly #options: LiveAppOptions;
  #lease: Lease;
  #generation: number;
  #isTaking = false;
  readonly #reading = new AsyncLocalStorage<PolicyLibrary>();

  /** `generation` is the newest one that there was when the app was opened. */
  constructor(app: App, generation: number, options: LiveAppOptions) {
    this.#lease = { app, users: 0, isRetired: false };
    this.#generation = generation;
    this.#options = options;
  }

  /** Takes the newest generation live if it is newer than the one that serves. Never throws. */
  async refresh(): Promise<void> {
    if (this.#isTaking) return;
    this.#isTaking = true;
    try {
      const newest = await this.#options.newest();
      if (newest > this.#generation) await this.#take(newest);
    } catch {
      // A database that does not answer is asked again the next time; the questions that need it report it.
    } finally {
      this.#isTaking = false;
    }
  }

  async #take(newest: number): Promise<void> {
    this.#generation = newest;
    try {
      const retired = this.#lease;
      this.#lease = { app: await this.#options.openNewest(), users: 0, isRetired: false };
      retired.isRetired = true;
      await closeIfIdle(retired);
      this.#options.onTaken(newest);
    } catch (error) {
      this.#options.onRefused(newest, error);
    }
  }

  get current(): App {
    return this.#lease.app;
  }

  readonly answerer: Answerer = {
    answer: (question) => this.#use(({ answerer }) => answerer.answer(question)),
  };

  search(question: string, k: number): Promise<Hit[]> {
    return this.#use(({ retriever }) => retriever.search(question, { k }));
  }

  sampleQuestions(count: number): Promise<readonly string[]> {
    return this.#use((app) => app.sampleQuestions(count));
  }

  /** The library of the newest generation; within `read`, the one that the reading began with. */
  get library(): PolicyLibrary {
    const current = (): PolicyLibrary => this.#reading.getStore() ?? this.#lease.app.library;
    return {
      get documents() {
        return current().documents;
      },
      document: (documentId) => current().document(documentId),
      provision: (provisionId) => current().provision(provisionId),
      provisionsOf: (documentId) => current().provisionsOf(documentId),
      read: (task) => this.#use(({ library }) => library.read(() => this.#reading.run(library, task))),
    };
  }

  async close(): Promise<void> {
    this.#lease.isRetired = true;
    await closeIfIdle(this.#lease);
  }

  async #use<T>(task: (app: App) => Promise<T>): Promise<T> {
    const lease = this.#lease;
    lease.users += 1;
    try {
      return await task(lease.app);
    } finally {
      lease.users -= 1;
      await closeIfIdle(lease);
    }
  }
}

async function closeIfIdle({ app, users, isRetired }: Lease): Promise<void> {
  if (isRetired && users === 0) await app.close();
}
