import { expect, it } from "vitest";
import type { Embedder } from "../embedding/embedder.js";
import { openTransformersEmbedder } from "../embedding/transformers-js.js";
import { createJieba } from "../language/jieba.js";
import { normalise } from "../language/normalise.js";
import { ExactVectors } from "./exact-vectors.js";
import { openRowPieces, RowPiecesBuilder } from "./row-pieces.js";
import { ScannedVectors } from "./scanned-vectors.js";

const TEXTS = [
  "重大行政决策草案应当经决策机关常务会议或者全体会议讨论。",
  "向社会公开征求意见的期限一般不少于30日。",
  "区司法局负责对决策草案进行合法性审查。",
  "",
  "各街道办事处、各地区办事处：现将方案印发给你们，请认真贯彻落实。",
  "公开征求意见，公开征求意见。",
];
const jieba = createJieba({ dictionaryDir: "models/jieba", userDictionary: [] });
const embedder = await openTransformersEmbedder({
  modelDir: "models/zh-policy-static-4",
  toWords: (text) => jieba.cutPlain(normalise(text)),
});
const scanned = new ScannedVectors(tableOf(embedder), embedder.pieces);
const vectors = await embedder.embed(TEXTS);
const exact = new ExactVectors(Float32Array.from(vectors.flatMap((vector) => [...vector])), embedder.dimensions);
const [question = new Float32Array()] = await embedder.embed(["征求意见要公开多少天"]);

function tableOf({ pieces: space }: Embedder) {
  const builder = new RowPiecesBuilder();
  for (const text of TEXTS) {
    const pieces = space.read(text);
    builder.add({ pieces, norm: space.norm(pieces) });
  }
  return openRowPieces("pieces", builder.toArrays(), TEXTS.length);
}

it("finds what a comparison of all vectors finds, with the same scores", () => {
  const [found, expected] = [scanned.search(question, 10), exact.search(question, 10)];
  expect(found.map(({ row }) => row)).toEqual(expected.map(({ row }) => row));
  for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 3);
});

it("filters before ranking", () => {
  expect(scanned.search(question, 2, (row) => row !== 1 && row !== 5).map(({ row }) => row)).toEqual(
    exact.search(question, 2, (row) => row !== 1 && row !== 5).map(({ row }) => row),
  );
});

it("scores a row without pieces 0", () => {
  expect(scanned.search(question, 1, (row) => row === 3)).toEqual([{ row: 3, score: 0 }]);
});

it("gives the vector that the model gives", () => {
  for (const [row, vector] of vectors.entries()) {
    for (const [d, value] of scanned.vectorAt(row).entries()) expect(value).toBeCloseTo(vector[d] ?? Number.NaN, 5);
  }
});
