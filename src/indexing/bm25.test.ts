import { describe, expect, it } from "vitest";
import { inverseDocumentFrequency, lengthNorm, termScore } from "./bm25.js";

describe("BM25", () => {
  // Lucene's BM25Similarity explains a hit as: idf = log(1 + (N - n + 0.5) / (n + 0.5)),
  // tf = freq / (freq + k1 * (1 - b + b * dl / avgdl)), score = idf * tf.
  it("weighs rare terms as Lucene does", () => {
    expect(inverseDocumentFrequency(1, 1)).toBeCloseTo(0.2876821, 7);
    expect(inverseDocumentFrequency(3, 1)).toBeCloseTo(0.9808293, 7);
    expect(inverseDocumentFrequency(10, 0)).toBeCloseTo(Math.log(22), 12);
  });

  it("never weighs a term below nothing, however common it is", () => {
    expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
  });

  it("scores the worked example", () => {
    const parameters = { k1: 1.2, b: 0.75 };
    // Length 4 where the average is 5: 1.2 · (0.25 + 0.75 · 0.8) = 1.02; tf 2: 2 / 3.02.
    const norm = lengthNorm(4, 5, parameters);
    expect(norm).toBeCloseTo(1.02, 12);
    expect(termScore(0.9808293, 2, norm)).toBeCloseTo(0.6495558, 6);
  });

  it("ignores length where b is 0 and repeats where k1 is 0", () => {
    expect(lengthNorm(400, 5, { k1: 1.2, b: 0 })).toBe(1.2);
    expect(termScore(1.5, 7, lengthNorm(400, 5, { k1: 0, b: 0.75 }))).toBe(1.5);
  });

  it("knows an empty collection", () => {
    expect(lengthNorm(0, 0, { k1: 1.2, b: 0.75 })).toBeCloseTo(0.3, 12);
  });
});
