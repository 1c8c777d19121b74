/** Turns texts into unit vectors. The adapter segments, so callers hand in plain text. */
export interface Embedder {
  readonly modelId: string;
  /** SHA-256 over the model's files. */
  readonly digest: string;
  readonly dimensions: number;
  /** One unit vector a text, in order; a text without a known piece yields the zero vector. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
