import { PolicyChatError } from "../errors.js";

export type CorpusProblemKind =
  | "unsupported_type"
  | "unreadable"
  | "empty"
  | "not_text"
  | "too_large"
  | "line_too_long"
  | "unparsed"
  | "duplicate_number";

/** What is wrong with one source file; it never keeps the other files from being read. */
export interface CorpusProblem {
  /** Relative to the corpus folder. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly kind: CorpusProblemKind;
  /** For people, in Chinese: what, and what to do. */
  readonly message: string;
}

/** The corpus folder itself cannot be read. */
export class CorpusUnreadableError extends PolicyChatError {
  constructor(directory: string, options?: { cause?: unknown }) {
    super("corpus_unreadable", `无法读取语料目录 ${directory}，请检查路径和权限。`, options);
  }
}

/** Text of a source file was left without a place, or a provision does not repeat its source. Names file and line. */
export class CorpusParseError extends PolicyChatError {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super("corpus_parse", `${file} 第 ${line} 行：${what}`);
    this.file = file;
    this.line = line;
  }
}
