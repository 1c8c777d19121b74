/** Codes are stable: programs switch on them; the message is for people. */
export type ErrorCode =
  | "usage"
  | "config_invalid"
  | "corpus_unreadable"
  | "corpus_parse"
  | "model_missing"
  | "model_damaged"
  | "embed_input_too_long"
  | "dictionary_missing"
  | "word_register_damaged"
  | "index_missing"
  | "index_stale"
  | "index_damaged"
  | "index_write_failed"
  | "index_build_failed"
  | "index_unreachable"
  | "chat_model_failed"
  | "not_found"
  | "dataset_invalid"
  | "internal";

/**
 * Base of every error we raise on purpose. `message` says what, where and what to do; it never holds a secret or the
 * text of a question.
 */
export class PolicyChatError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The caller's mistake: a wrong option, a missing file, a bad value. The command line exits with 2. */
export class UsageError extends PolicyChatError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("usage", message, options);
  }
}
