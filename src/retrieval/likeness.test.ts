import { expect, it } from "vitest";
import type { PieceSpace } from "../embedding/embedder.js";
import { createLikeness } from "./likeness.js";

let handedOver: unknown[] = [];
/** Answers the later passages better. */
const crossEncoder = {
  read: (head: Uint16Array, own: Uint16Array) => {
    handedOver.push([[...head], [...own]]);
    return [];
  },
  scores: (question: Uint16Array, passages: readonly unknown[]) =>
    passages.map((_, at) => ({ relevance: question.length * 10 + at, told: 0, verdicts: [] })),
};

let reads: string[] = [];
/** Each digit is a piece; pieces stand on a line, and what is nearer is more alike. A text's vector is its mean on that line. */
const space = {
  read: (text: string) => {
    reads.push(text);
    return Uint16Array.from(text.replace(/\D/gu, ""), Number);
  },
  nearest: (asked: Uint16Array, texts: readonly Uint16Array[]) =>
    Float32Array.from(
      texts.flatMap((text) =>
        [...asked].map((piece) => Math.max(0, ...[...text].map((other) => 1 - Math.abs(piece - other) / 10))),
      ),
    ),
  vector: (pieces: Uint16Array) => Float32Array.of(pieces[0] ?? 0),
  sums: (vector: Float32Array, texts: readonly Uint16Array[]) =>
    Float64Array.from(texts, (text) => text.reduce((sum, piece) => sum + (5 - piece) * (vector[0] ?? 0), 0)),
  norm: (pieces: Uint16Array) => 10 * pieces.length,
} as unknown as PieceSpace;

const rounded = (values: Float32Array) => [...values].map((value) => Number(value.toFixed(4)));

it("gives every word its nearness to every text, the mean of its pieces", () => {
  const near = createLikeness(space, crossEncoder).wordsNear(["19", "5", "无"], ["13", "5", ""]);
  // 1 meets 1 and 9 meets 3 (.4); 5 is .8 from 3. A word without pieces is near nothing, and nothing is near no text.
  expect(near.map(rounded)).toEqual([
    [0.7, 0.8, 0],
    [0.6, 1, 0],
    [0, 0, 0],
  ]);
});

it("gives the cosine of question and text, 0 where it is below and where there is nothing to compare", () => {
  expect(rounded(createLikeness(space, crossEncoder).alike("2", ["4", "9", ""]))).toEqual([0.2, 0, 0]);
});

it("compares nothing with nothing", () => {
  const { wordsNear, alike } = createLikeness(space, crossEncoder);
  expect(wordsNear([], ["1"]).map(rounded)).toEqual([[]]);
  expect(wordsNear(["1"], [])).toEqual([]);
  expect(rounded(alike("1", []))).toEqual([]);
});

it("reads a passage once, however often it is asked for", () => {
  const { wordsNear, alike } = createLikeness(space, crossEncoder);
  reads = [];
  wordsNear(["1"], ["23", "45"]);
  alike("1", ["45", "23"]);
  expect(reads.filter((text) => text.length > 1)).toEqual(["23", "45"]);
});

it("hands over what a passage stands under, in its order, and its own words, once", () => {
  const { answering } = createLikeness(space, crossEncoder);
  handedOver = [];
  const passages = [["13", "", "2", "5"], ["5"], []];
  expect(answering("19", passages).map(({ relevance }) => relevance)).toEqual([20, 21, 22]);
  answering("19", passages);
  expect(handedOver).toEqual([
    [[1, 3, 2], [5]],
    [[], [5]],
    [[], []],
  ]);
});
