import { describe, expect, it } from "vitest";
import { BlockScorer, type TermBlock } from "./block-scorer.js";
import { BLOCK_ROWS } from "./posting-blocks.js";

const list = (field: TermBlock["field"], gain: number, postings: Readonly<Record<number, number>>): TermBlock => ({
  field,
  gain,
  rows: Uint16Array.from(Object.keys(postings), Number),
  impacts: Float32Array.from(Object.values(postings)),
});

const LAST = BLOCK_ROWS - 1;
const blocks = new Map([
  [2, [list("words", 4, { 0: 0.5, [LAST]: 0.25 })]],
  [0, [list("words", 2, { 5: 0.5, [LAST]: 0.5 }), list("bigrams", 8, { 5: 0.5 })]],
]);

describe("BlockScorer", () => {
  it("adds up terms by row, over all blocks", () => {
    expect(new BlockScorer(0.75).rank(blocks, 10, undefined, [])).toEqual([
      { row: 5, score: 0.75 * 1 + 0.25 * 4, words: 1, bigrams: 4 },
      { row: 2 * BLOCK_ROWS, score: 1.5, words: 2, bigrams: 0 },
      { row: LAST, score: 0.75, words: 1, bigrams: 0 },
      { row: 2 * BLOCK_ROWS + LAST, score: 0.75, words: 1, bigrams: 0 },
    ]);
  });

  it("keeps the best that a filter leaves, and adds rows wanted beside with what they have", () => {
    const beside = [5, BLOCK_ROWS + 7, 2 * BLOCK_ROWS];
    const found = new BlockScorer(0.75).rank(blocks, 1, (row) => row >= LAST, beside);
    expect(found).toEqual([
      { row: 2 * BLOCK_ROWS, score: 1.5, words: 2, bigrams: 0 },
      { row: 5, score: 1.75, words: 1, bigrams: 4 },
      { row: BLOCK_ROWS + 7, score: 0, words: 0, bigrams: 0 },
    ]);
  });

  it("forgets one question before the next", () => {
    const scorer = new BlockScorer(0.5);
    scorer.rank(blocks, 3, undefined, []);
    expect(scorer.rank(new Map([[0, [list("words", 1, { 9: 0.5 })]]]), 3, undefined, [5])).toEqual([
      { row: 9, score: 0.25, words: 0.5, bigrams: 0 },
      { row: 5, score: 0, words: 0, bigrams: 0 },
    ]);
  });
});
