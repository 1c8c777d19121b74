import { PolicyChatError } from "../errors.js";

/** No index has been built in the folder. */
export class IndexMissingError extends PolicyChatError {
  constructor(indexDir: string) {
    super("index_missing", `no index in ${indexDir}; build it with "policy-chat index"`);
  }
}

/** The index was made by another version, model, dictionary or from other texts. */
export class IndexStaleError extends PolicyChatError {
  constructor(indexDir: string, what: string) {
    super("index_stale", `the index in ${indexDir} was made with ${what}; rebuild it with "policy-chat index"`);
  }
}

/** No generation in the folder is whole. */
export class IndexDamagedError extends PolicyChatError {
  constructor(path: string, problem: string, options?: { cause?: unknown }) {
    super("index_damaged", `index file ${path} ${problem}; rebuild it with "policy-chat index"`, options);
  }
}

/** The index could not be written: a full disk, a folder without permission. The index in use stays as it was. */
export class IndexWriteFailedError extends PolicyChatError {
  constructor(path: string, options?: { cause?: unknown }) {
    super(
      "index_write_failed",
      `cannot write ${path}; free space or check permissions, the old index is untouched`,
      options,
    );
  }
}
