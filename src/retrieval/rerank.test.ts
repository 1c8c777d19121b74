import { describe, expect, it } from "vitest";
import type { RankingWeights } from "../embedding/ranking-weights.js";
import type { Candidate } from "./candidate.js";
import { rankFirst } from "./first-stage.js";
import { rankingFeatures, weigh } from "./rerank.js";

const documents = ["law", "court", "local", "other"];
const candidate = (row: number, documentId: string, dense: number, bigrams: number): Candidate => ({
  row,
  place: { document: documents.indexOf(documentId), eId: `art_${row}` },
  dense,
  bigrams,
  lexical: bigrams,
  pieces: { pieces: Uint16Array.of(1, 2, 3), norm: 1 },
});
const kinds = [
  { isLaw: true, isInterpretation: false, place: null },
  { isLaw: false, isInterpretation: true, place: null },
  { isLaw: false, isInterpretation: false, place: "天津" },
];

describe("rankFirst", () => {
  const found = [
    candidate(0, "local", 0.5, 1),
    candidate(1, "other", 0.5, 0.5),
    candidate(2, "court", 0.5, 0.5),
    candidate(3, "law", 0.5, 0),
  ];
  const scoresOf = (question: string) =>
    rankFirst(found, question, kinds).map(({ candidate: { place }, score }) => [
      documents[place.document],
      Number(score.toFixed(4)),
    ]);

  it("adds wording and rank of the norm to the cosine", () => {
    // Of equals the earlier row is first.
    expect(scoresOf("押金多久退")).toEqual([
      ["court", 0.65],
      ["law", 0.65],
      ["other", 0.6],
      ["local", 0.5],
    ]);
  });

  it("takes nothing from a text of a place that the question names", () => {
    expect(scoresOf("天津押金多久退")[0]).toEqual(["local", 0.7]);
  });
});

describe("rankingFeatures", () => {
  const ranked = rankFirst(
    [candidate(0, "law", 0.9, 0), candidate(1, "law", 0.8, 0), candidate(2, "other", 0.7, 1)],
    "问",
    kinds,
  );
  const features = rankingFeatures(ranked, Float32Array.of(0.5, 0.25, 0.125), [0.25, 0, -0.5]);

  it("holds what is known of each", () => {
    expect(features[0]).toMatchObject({ dense: 0.9, bigrams: 0, maxsim: 0.5, law: 1, interpretation: 0, local: 0 });
    expect(features.map(({ longRow }) => longRow)).toEqual([0.25, 0, -0.5]);
    expect(features[0]?.length).toBeCloseTo(Math.log(4), 12);
  });

  it("counts what else of its document was found, by how near it is to the best", () => {
    // First stage: 1.05, 0.95 and 0.9; the two of the law speak for each other.
    expect(features[0]?.support).toBeCloseTo(Math.log(0.1 + Math.exp(-1.2)), 9);
    expect(features[1]?.support).toBeCloseTo(Math.log(0.1 + 1), 9);
    expect(features[2]?.support).toBeCloseTo(Math.log(0.1), 9);
  });
});

it("weighs every feature", () => {
  const each = {
    dense: 1,
    bigrams: 2,
    maxsim: 3,
    length: 4,
    support: 5,
    law: 6,
    interpretation: 7,
    local: 8,
    longRow: 9,
  };
  const weights: RankingWeights = { ...each, dense: 10, local: -1 };
  expect(weigh(each, weights)).toBe(10 + 4 + 9 + 16 + 25 + 36 + 49 - 8 + 81);
});
