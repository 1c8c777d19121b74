import { describe, expect, it } from "vitest";
import { createJieba } from "../language/jieba.js";
import { inverseDocumentFrequency, lengthNorm, termScore } from "./bm25.js";
import { fromArrays, LEXICAL_PARAMETERS, LexicalIndex, LexicalIndexBuilder, toArrays } from "./lexical-index.js";
import { packArrays, unpackArrays } from "./packed-arrays.js";
import { toSearchTerms } from "./search-terms.js";

const segmenter = createJieba({ dictionaryDir: "models/jieba", userDictionary: ["区司法局"] });
const texts = [
  "决策草案须经区司法局进行合法性审查。",
  "审查，审查，一般不少于7个工作日。",
  "向社会公开征求意见，期限一般不少于30日。",
  "听证会由决策承办单位组织。",
];

function build(rows: readonly string[]) {
  const builder = new LexicalIndexBuilder(segmenter);
  for (const row of rows) builder.add(row);
  return builder.build();
}

const postings = build(texts);
const index = new LexicalIndex([{ postings }], texts.length, segmenter);

/** BM25 worked out row by row from the formula, without postings. */
function scoreByHand(rows: readonly string[][], asked: readonly string[], row: number): number {
  const average = rows.reduce((sum, terms) => sum + terms.length, 0) / rows.length;
  const norm = lengthNorm(rows[row]?.length ?? 0, average, LEXICAL_PARAMETERS);
  return asked.reduce((sum, term) => {
    const frequency = rows[row]?.filter((other) => other === term).length ?? 0;
    const rowsWithTerm = rows.filter((terms) => terms.includes(term)).length;
    return sum + termScore(inverseDocumentFrequency(rows.length, rowsWithTerm), frequency, norm);
  }, 0);
}

describe("LexicalIndex", () => {
  it.each([
    "审查期限",
    "区司法局审查什么",
    "征求意见不少于几天",
    "30日",
  ])("scores %s as the formula does", (question) => {
    const asked = toSearchTerms(question, segmenter);
    const rows = texts.map((text) => toSearchTerms(text, segmenter));
    const found = new Map(index.search(question, 10).map(({ row, score }) => [row, score]));
    for (const row of texts.keys()) {
      const words = scoreByHand(
        rows.map((terms) => terms.words),
        asked.words,
        row,
      );
      const bigrams = scoreByHand(
        rows.map((terms) => terms.bigrams),
        asked.bigrams,
        row,
      );
      const { wordWeight } = LEXICAL_PARAMETERS;
      expect(found.get(row) ?? 0).toBeCloseTo(wordWeight * words + (1 - wordWeight) * bigrams, 5);
    }
  });

  it("gives the rows that are asked for besides, whatever their scores", () => {
    const found = index.search("听证会", 1, undefined, [3, 0]);
    expect(found.map(({ row }) => row)).toEqual([3, 0]);
    expect(found[1]).toEqual({ row: 0, score: 0, words: 0, bigrams: 0 });
    const { wordWeight } = LEXICAL_PARAMETERS;
    for (const { score, words, bigrams } of found) {
      expect(score).toBeCloseTo(wordWeight * words + (1 - wordWeight) * bigrams, 10);
    }
  });

  it("ranks best first and leaves out what shares nothing", () => {
    const found = index.search("听证会", 10);
    expect(found.map(({ row }) => row)).toEqual([3]);
    expect(index.search("渔业资源", 10)).toEqual([]);
    expect(index.search("", 10)).toEqual([]);
  });

  it("filters before ranking", () => {
    const [best] = index.search("审查", 1);
    const [other] = index.search("审查", 1, (row) => row !== best?.row);
    expect(other?.row).toBe(best?.row === 0 ? 1 : 0);
  });

  it("finds Simplified by Traditional and half width by full width", () => {
    expect(index.search("聽證會", 1)[0]?.row).toBe(3);
    expect(index.search("３０日", 1)[0]?.row).toBe(2);
  });

  it("finds a kept term by itself and by its parts", () => {
    expect(index.search("区司法局", 1)[0]?.row).toBe(0);
    expect(index.search("司法局", 1)[0]?.row).toBe(0);
  });

  it("gives an unseen word the greatest weight", () => {
    expect(index.idf("渔业")).toBeCloseTo(inverseDocumentFrequency(4, 0), 12);
    expect(index.idf("区司法局")).toBeCloseTo(inverseDocumentFrequency(4, 1), 12);
    expect(index.idf("审查")).toBeCloseTo(inverseDocumentFrequency(4, 2), 12);
  });

  it("answers from its file as it did when it was built", () => {
    const bytes = new Uint8Array(Buffer.concat(packArrays(toArrays(postings))));
    const loaded = new LexicalIndex(
      [{ postings: fromArrays("file", unpackArrays("file", bytes)) }],
      texts.length,
      segmenter,
    );
    expect(loaded.search("区司法局审查期限不少于几天", 10)).toEqual(index.search("区司法局审查期限不少于几天", 10));
  });

  it("knows an empty corpus", () => {
    expect(new LexicalIndex([{ postings: build([]) }], 0, segmenter).search("审查", 5)).toEqual([]);
  });
});

describe("toSearchTerms", () => {
  it("keeps repeats and drops punctuation", () => {
    const { words, bigrams } = toSearchTerms("审查，审查。", segmenter);
    expect(words).toEqual(["审查", "审查"]);
    expect(bigrams).toEqual(["审查", "审查"]);
  });

  it("gives a kept term and its parts", () => {
    expect(toSearchTerms("区司法局", segmenter).words).toEqual(["区司法局", "区", "司法局"]);
    expect(toSearchTerms("7个工作日", segmenter).words).toEqual(["7个工作日", "7", "个", "工作日"]);
  });

  it("drops words that only join others", () => {
    expect(toSearchTerms("决策的公开", segmenter).words).toEqual(["决策", "公开"]);
    expect(index.idf("的")).toBe(0);
  });

  it("takes no bigram across a mark and a lone character for itself", () => {
    expect(toSearchTerms("区、县", segmenter).bigrams).toEqual(["区", "县"]);
  });
});
