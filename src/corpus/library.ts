import type { DocumentHead, Provision } from "./provision.js";

/**
 * The documents and provisions of one corpus, read-only. What answers, pages and doors read from. Provisions are read
 * within `read`; heads at any time.
 */
export interface PolicyLibrary {
  /** Every document in corpus order, second sources (`duplicateOf`) included. */
  readonly documents: readonly DocumentHead[];
  document(documentId: string): DocumentHead | undefined;
  /** One provision, read on demand; undefined when there is none. */
  provision(provisionId: string): Provision | undefined;
  /** Every provision of a document in source order; empty for an unknown document. */
  provisionsOf(documentId: string): readonly Provision[];
  /**
   * Runs a task that reads provisions and gives its result. A library that is kept elsewhere fetches what the task finds
   * missing and runs it again, so the task changes nothing outside itself. Tasks may nest.
   */
  read<T>(task: () => T | Promise<T>): Promise<T>;
}
