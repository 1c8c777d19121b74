import { createHash } from "node:crypto";
import type { Embedder } from "./embedder.js";
import { toUnit } from "./pooling.js";

/**
 * An embedder for tests: every character adds to a place of the vector that its code point picks, so that texts sharing
 * characters are near. Counts the texts it was given.
 */
export class FakeEmbedder implements Embedder {
  readonly modelId: string;
  readonly digest: string;
  readonly dimensions: number;
  embedded = 0;

  constructor({ modelId = "fake", dimensions = 64 }: { modelId?: string; dimensions?: number } = {}) {
    this.modelId = modelId;
    this.dimensions = dimensions;
    this.digest = createHash("sha256").update(`${modelId}/${dimensions}`).digest("hex");
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded += texts.length;
    return texts.map((text) => this.#embedOne(text));
  }

  #embedOne(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    for (const character of text.replace(/\s/g, "")) {
      const code = character.codePointAt(0) ?? 0;
      const place = (code * 2_654_435_761) % this.dimensions;
      vector[place] = (vector[place] ?? 0) + 1;
    }
    return toUnit(vector);
  }
}
