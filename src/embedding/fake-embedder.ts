import { createHash } from "node:crypto";
import type { Embedder, PieceSpace } from "./embedder.js";
import { toUnit } from "./pooling.js";

/**
 * An embedder for tests: every character adds to a place of the vector that its code point picks, so that texts sharing
 * characters are near. Counts the texts it was given.
 */
export class FakeEmbedder implements Embedder {
  readonly modelId: string;
  readonly digest: string;
  readonly dimensions: number;
  readonly pieces: PieceSpace;
  embedded = 0;

  constructor({ modelId = "fake", dimensions = 64 }: { modelId?: string; dimensions?: number } = {}) {
    this.modelId = modelId;
    this.dimensions = dimensions;
    this.digest = createHash("sha256").update(`${modelId}/${dimensions}`).digest("hex");
    this.pieces = new FakePieces(dimensions);
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded += texts.length;
    return texts.map((text) => this.pieces.vector(this.pieces.read(text)));
  }
}

/** Characters are pieces; each has the unit vector of its place. */
class FakePieces implements PieceSpace {
  readonly dimensions: number;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  read(text: string): Uint16Array {
    return Uint16Array.from(text.replace(/\s/g, ""), (character) => character.charCodeAt(0));
  }

  nameOf(piece: number): string {
    return String.fromCharCode(piece);
  }

  vector(pieces: Uint16Array): Float32Array {
    return toUnit(this.#sum(pieces));
  }

  norm(pieces: Uint16Array): number {
    return Math.hypot(...this.#sum(pieces));
  }

  #sum(pieces: Uint16Array): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const piece of pieces) {
      const place = placeOf(piece, this.dimensions);
      sum[place] = (sum[place] ?? 0) + 1;
    }
    return sum;
  }

  sums(vector: Float32Array, texts: readonly Uint16Array[]): Float64Array {
    const product = (piece: number): number => vector[placeOf(piece, this.dimensions)] ?? 0;
    return Float64Array.from(texts, (text) => text.reduce((sum, piece) => sum + product(piece), 0));
  }

  products(vector: Float32Array): Float32Array {
    return Float32Array.from({ length: 1 << 16 }, (_, piece) => vector[placeOf(piece, this.dimensions)] ?? 0);
  }

  nearest(asked: Uint16Array, texts: readonly Uint16Array[]): Float32Array {
    const places = [...asked].map((piece) => placeOf(piece, this.dimensions));
    const cosines = texts.flatMap((text) => {
      const met = new Set([...text].map((piece) => placeOf(piece, this.dimensions)));
      return places.map((place) => Number(met.has(place)));
    });
    return Float32Array.from(cosines);
  }
}

function placeOf(piece: number, dimensions: number): number {
  return (piece * 2_654_435_761) % dimensions;
}
