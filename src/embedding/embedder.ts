import { PolicyChatError } from "../errors.js";

/** Turns texts into unit vectors. The adapter segments, so callers hand in plain text. */
export interface Embedder {
  readonly modelId: string;
  /** SHA-256 over the model's files. */
  readonly digest: string;
  readonly dimensions: number;
  /**
   * One unit vector a text, in order; a text without a known piece yields the zero vector. A text longer than the
   * model reads at once is embedded in parts and averaged by length, never cut. Throws `EmbedInputTooLongError`.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** A text so long that its vector would say nothing about any of its parts. */
export class EmbedInputTooLongError extends PolicyChatError {
  constructor(length: number, limit: number) {
    super("embed_input_too_long", `a text of ${length} characters is over the ${limit} that one vector can stand for`);
  }
}
