import type { LayeredSegmenter } from "../language/segmenter.js";
import { inverseDocumentFrequency, lengthNorm, termScore } from "./bm25.js";
import { LEXICAL_PARAMETERS } from "./lexical-index.js";
import type { RowRange } from "./row-filter.js";
import { toSearchTerms } from "./search-terms.js";

/** Lexical scores as their formulas say, text by text, with no index: what tests hold every engine to. */
export interface LexicalFormula {
  /** Of every text. */
  scoreRows(question: string): number[];
  /** Of ranges of texts, as `LexicalSearch.scoreRanges`: what each text has of a bigram is added up before it is weighed. */
  scoreWholes(question: string, ranges: readonly RowRange[], averageRows: number): number[];
}

type Field = "words" | "bigrams";

export function createFormula(searchTexts: readonly string[], segmenter: LayeredSegmenter): LexicalFormula {
  const texts = searchTexts.map((text) => {
    const { words, bigrams } = toSearchTerms(text, segmenter);
    return { words: toField(words), bigrams: toField(bigrams) };
  });
  const idfOf = (field: Field, term: string): number =>
    inverseDocumentFrequency(texts.length, texts.filter((text) => text[field].counts.has(term)).length);
  /** tf / (tf + norm) of every text. */
  const impactsOf = (field: Field, term: string): number[] => {
    const average = sum(texts.map((text) => text[field].length)) / texts.length;
    return texts.map(({ [field]: { counts, length } }) =>
      termScore(1, counts.get(term) ?? 0, lengthNorm(length, average, LEXICAL_PARAMETERS)),
    );
  };
  const scoreField = (field: Field, terms: readonly string[]): number[] => {
    const lists = terms.map((term) => ({ idf: idfOf(field, term), impacts: impactsOf(field, term) }));
    return texts.map((_, row) => sum(lists.map(({ idf, impacts }) => idf * (impacts[row] ?? 0))));
  };
  return {
    scoreRows(question) {
      const asked = toSearchTerms(question, segmenter);
      const bigrams = scoreField("bigrams", asked.bigrams);
      const { wordWeight } = LEXICAL_PARAMETERS;
      return scoreField("words", asked.words).map(
        (words, row) => wordWeight * words + (1 - wordWeight) * (bigrams[row] ?? 0),
      );
    },
    scoreWholes(question, ranges, averageRows) {
      const asked = [...new Set(toSearchTerms(question, segmenter).bigrams)];
      const lists = asked.map((term) => ({ idf: idfOf("bigrams", term), impacts: impactsOf("bigrams", term) }));
      return ranges.map(({ first, end }) => {
        const norm = 0.2 * (0.25 + (0.75 * (end - first)) / averageRows);
        return sum(
          lists.map(({ idf, impacts }) => {
            const together = sum(impacts.slice(first, end));
            return together === 0 ? 0 : (idf * together) / (together + norm);
          }),
        );
      });
    },
  };
}

function toField(terms: readonly string[]): { counts: ReadonlyMap<string, number>; length: number } {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: terms.length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
