import { expect, it } from "vitest";
import type { PieceSpace } from "../embedding/embedder.js";
import { maxSims } from "./max-sim.js";

/** Pieces 0 to 9 stand on a line; what is nearer is more alike. */
const space: PieceSpace = {
  dimensions: 1,
  read: (text) => Uint16Array.from(text, Number),
  nameOf: String,
  vector: () => new Float32Array(1),
  norm: () => 1,
  dots: (_, pieces) => new Float32Array(pieces.length),
  cosines: (piece, others) => Float32Array.from(others, (other) => 1 - Math.abs(piece - other) / 10),
};
const rows = (...texts: string[]) => texts.map((text) => ({ pieces: space.read(text), norm: 1 }));
const simsOf = (question: string, texts: string[], idf: (word: string) => number) =>
  [...maxSims(space, question, rows(...texts), idf)].map((value) => Number(value.toFixed(4)));

it("is the mean of the best matches, weighted by rarity, each word of the question once", () => {
  // 1 is met by 1 (cosine 1) or 3 (.8), 9 by 3 (.4) or 5 (.6); weights 1 and 3.
  expect(simsOf("191", ["13", "35"], (word) => (word === "1" ? 1 : 3))).toEqual([
    // (1 · 1 + 3 · 0.4) / 4 and (1 · 0.8 + 3 · 0.6) / 4
    0.55, 0.65,
  ]);
});

it("passes over words without weight", () => {
  expect(simsOf("19", ["1", "9"], (word) => (word === "9" ? 0 : 2))).toEqual([1, 0.2]);
});

it("is 0 where there is nothing to compare", () => {
  expect(simsOf("", ["1"], () => 1)).toEqual([0]);
  expect(simsOf("1", [""], () => 1)).toEqual([0]);
  expect(simsOf("1", ["1"], () => 0)).toEqual([0]);
  expect(simsOf("1", [], () => 1)).toEqual([]);
});
