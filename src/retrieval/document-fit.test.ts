import { describe, expect, it } from "vitest";
import type { DocumentHead } from "../corpus/provision.js";
import type { RowRange } from "../indexing/row-filter.js";
import { type ComparedIndex, createDocumentFit, longness } from "./document-fit.js";
import type { Ranked } from "./first-stage.js";

const UNKNOWN = { isLaw: false, isInterpretation: false, place: null };
const ranked = (documentId: string, pieces: number): Ranked => ({
  kind: UNKNOWN,
  local: 0,
  score: 0,
  candidate: {
    row: 0,
    place: { document: ["a", "b"].indexOf(documentId), eId: "para_1" },
    pieces: { pieces: new Uint16Array(pieces), norm: 1 },
    dense: 0,
    lexical: 0,
    bigrams: 0,
  },
});

/** An index of three documents and six rows, one document a second source without rows, that scores a range by its first row. */
function fakeIndex(asked: { text: string; ranges: readonly RowRange[]; averageRows: number }[]): ComparedIndex {
  const firsts = new Map([
    ["a", 1],
    ["b", 4],
  ]);
  const head = (documentId: string, duplicateOf: string | null) => ({ documentId, duplicateOf }) as DocumentHead;
  return {
    documents: [head("a", null), head("b", null), head("copy", "a")],
    size: 6,
    rowsOf: (documentId) => ({ first: firsts.get(documentId) ?? 0, end: (firsts.get(documentId) ?? 0) + 1 }),
    lexical: {
      search: () => [],
      idf: () => 0,
      rarity: () => 0,
      scoreRanges: (text, ranges, averageRows) => {
        asked.push({ text, ranges, averageRows });
        return ranges.map(({ first }) => first);
      },
    },
  };
}

describe("longness", () => {
  it("is nothing up to 200 pieces, a half at 400 and whole from 800", () => {
    expect([0, 1, 200, 400, 800, 5_000].map((pieces) => longness(pieces))).toEqual([0, 0, 0, 0.5, 1, 1]);
  });
});

describe("createDocumentFit", () => {
  it("speaks for long rows of documents that fit, and against those of others", async () => {
    const asked: Parameters<typeof fakeIndex>[0] = [];
    const fits = await createDocumentFit(fakeIndex(asked))("补贴多少", [
      ranked("b", 800),
      ranked("a", 400),
      ranked("b", 20),
      ranked("a", 9_000),
    ]);
    // Scores 4 and 1: the best is worth 1, the other 1 / 4, each less a half.
    expect(fits).toEqual([0.5, -0.125, 0, -0.25]);
    // Each document once, without the word that asks; six rows in two documents that have any.
    expect(asked).toEqual([
      {
        text: "补贴 ",
        ranges: [
          { first: 4, end: 5 },
          { first: 1, end: 2 },
        ],
        averageRows: 3,
      },
    ]);
  });

  it("asks for nothing where every row is short", async () => {
    const asked: Parameters<typeof fakeIndex>[0] = [];
    expect(await createDocumentFit(fakeIndex(asked))("补贴", [ranked("a", 60), ranked("b", 200)])).toEqual([0, 0]);
    expect(asked).toEqual([]);
  });
});
