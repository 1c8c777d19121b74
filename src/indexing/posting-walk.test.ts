import { describe, expect, it } from "vitest";
import { type AskedTerm, type AskedTerms, PostingWalk } from "./posting-walk.js";

/** More rows than one block has, and not a multiple of anything. */
const SIZE = 30_011;
const norms = {
  words: Float32Array.from({ length: SIZE }, (_, row) => 0.3 + (row % 97) / 50),
  bigrams: Float32Array.from({ length: SIZE }, (_, row) => 0.3 + (row % 89) / 40),
};

/** Every `step`th row has the term. */
function term(step: number, gain: number): AskedTerm {
  const rows = Uint32Array.from({ length: Math.floor(SIZE / step) }, (_, at) => at * step + (at % step));
  return { rows, frequencies: Uint8Array.from(rows, (row) => 1 + (row % 5)), gain };
}

/** BM25 in plain arithmetic, each sum rounded to single precision as it is kept. */
function plainScores(terms: readonly AskedTerm[], rowNorms: Float32Array): Float32Array {
  const scores = new Float32Array(SIZE);
  for (const { rows, frequencies, gain } of terms) {
    for (const [at, row] of rows.entries()) {
      const frequency = frequencies[at] ?? 0;
      scores[row] = (scores[row] ?? 0) + (gain * frequency) / (frequency + (rowNorms[row] ?? 0));
    }
  }
  return scores;
}

function walked(asked: AskedTerms, threshold = 0) {
  const words = new Float32Array(SIZE);
  const bigrams = new Float32Array(SIZE);
  const ends: number[] = [];
  const reaching: number[] = [];
  new PostingWalk(norms).walk(asked, (block) => {
    const count = block.end - block.first;
    words.set(block.words.subarray(0, count), block.first);
    bigrams.set(block.bigrams.subarray(0, count), block.first);
    ends.push(block.end);
    for (const place of block.placesFrom(threshold)) reaching.push(block.first + place);
  });
  return { words, bigrams, ends, reaching };
}

const few: AskedTerms = { words: [term(3, 1.7), term(1_000, 4.1)], bigrams: [term(2, 0.9)] };
/** So many entries that they are walked in parts. */
const many: AskedTerms = {
  words: Array.from({ length: 15 }, (_, at) => term(1 + (at % 3), 0.3 + at)),
  bigrams: Array.from({ length: 30 }, (_, at) => term(1 + (at % 2), 0.2 + at)),
};

describe("PostingWalk", () => {
  it.each([
    ["few", few],
    ["many", many],
  ])("gives the scores of plain arithmetic to the bit, of %s terms", (_, asked) => {
    const { words, bigrams, ends } = walked(asked);
    expect(words).toEqual(plainScores(asked.words, norms.words));
    expect(bigrams).toEqual(plainScores(asked.bigrams, norms.bigrams));
    expect(ends.at(-1)).toBe(SIZE);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });

  it.each([0, 1.2, 2.7])("finds the rows whose scores together are at least %f", (threshold) => {
    const [words, bigrams] = [plainScores(few.words, norms.words), plainScores(few.bigrams, norms.bigrams)];
    const sums = Array.from(words, (score, row) => score + (bigrams[row] ?? 0));
    const wanted = [...sums.keys()].filter((row) => (sums[row] ?? 0) > 0 && (sums[row] ?? 0) >= threshold);
    expect(wanted.length).toBeGreaterThan(10);
    expect(walked(few, threshold).reaching).toEqual(wanted);
  });

  it("forgets one question before the next", () => {
    const walk = new PostingWalk(norms);
    walk.walk(many, () => {});
    const seen: number[] = [];
    walk.walk({ words: [], bigrams: [term(29_000, 1)] }, (block) => {
      for (const place of block.placesFrom(0)) seen.push(block.first + place);
    });
    expect(seen).toEqual([0]);
  });

  it("knows no rows", () => {
    const none = new Float32Array();
    const blocks: unknown[] = [];
    new PostingWalk({ words: none, bigrams: none }).walk({ words: [], bigrams: [] }, (block) => blocks.push(block));
    expect(blocks).toEqual([]);
  });
});
