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
  readonly pieces: PieceSpace;
}

/**
 * The words that a static model is made of: each has a vector of its own, and a text's vector is the sum of those of its
 * pieces, scaled to length 1. Every method is at hand at once, without a run of the model.
 */
export interface PieceSpace {
  readonly dimensions: number;
  /** Numbers of the pieces of a text, in order, repeats kept, unknown ones left out. */
  read(text: string): Uint16Array;
  /** The piece as it is written. */
  nameOf(piece: number): string;
  /** The unit vector of a text by its pieces, as `embed` makes it; the zero vector for none. */
  vector(pieces: Uint16Array): Float32Array;
  /** Length of the sum of the vectors of pieces; 0 for none. */
  norm(pieces: Uint16Array): number;
  /** For each text, given by its pieces, the inner product of a vector with the sum of the vectors of its pieces. */
  sums(vector: Float32Array, texts: readonly Uint16Array[]): Float64Array;
  /** The inner product of a vector with that of each piece, by the pieces' numbers. */
  products(vector: Float32Array): Float32Array;
  /**
   * How near each asked piece comes to each text: the best cosine of its vector with that of a piece of the text, 0 for a text without
   * pieces. Text after text, those of one text in the order of the asked pieces.
   */
  nearest(asked: Uint16Array, texts: readonly Uint16Array[]): Float32Array;
}

/** A text so long that its vector would say nothing about any of its parts. */
export class EmbedInputTooLongError extends PolicyChatError {
  constructor(length: number, limit: number) {
    super("embed_input_too_long", `a text of ${length} characters is over the ${limit} that one vector can stand for`);
  }
}
