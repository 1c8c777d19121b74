import { expect, it } from "vitest";
import type { PieceSpace } from "../embedding/embedder.js";
import { maxSims } from "./max-sim.js";

/** Pieces 0 to 9 stand on a line; what is nearer is more alike. */
const space: Pick<PieceSpace, "nearest"> = {
  nearest: (asked, texts) =>
    Float32Array.from(
      texts.flatMap((text) =>
        [...asked].map((piece) => Math.max(0, ...[...text].map((other) => 1 - Math.abs(piece - other) / 10))),
      ),
    ),
};
const read = (text: string) => Uint16Array.from(text, Number);
const rows = (...texts: string[]) => texts.map((text) => ({ pieces: read(text), norm: 1 }));
const simsOf = (question: string, texts: string[], idf: (piece: number) => number) =>
  [...maxSims(space, read(question), rows(...texts), idf)].map((value) => Number(value.toFixed(4)));

it("is the mean of the best matches, weighted by rarity, each piece of the question once", () => {
  // 1 is met by 1 (cosine 1) or 3 (.8), 9 by 3 (.4) or 5 (.6); weights 1 and 3.
  expect(simsOf("191", ["13", "35"], (piece) => (piece === 1 ? 1 : 3))).toEqual([
    // (1 · 1 + 3 · 0.4) / 4 and (1 · 0.8 + 3 · 0.6) / 4
    0.55, 0.65,
  ]);
});

it("passes over pieces without weight", () => {
  expect(simsOf("19", ["1", "9"], (piece) => (piece === 9 ? 0 : 2))).toEqual([1, 0.2]);
});

it("is 0 where there is nothing to compare", () => {
  expect(simsOf("", ["1"], () => 1)).toEqual([0]);
  expect(simsOf("1", [""], () => 1)).toEqual([0]);
  expect(simsOf("1", ["1"], () => 0)).toEqual([0]);
  expect(simsOf("1", [], () => 1)).toEqual([]);
});
