import { normalise } from "../../language/normalise.js";
import type { LayeredSegmenter } from "../../language/segmenter.js";
import type { LexicalParameters } from "../lexical-index.js";
import type { LexicalNeighbour, LexicalSearch } from "../policy-index.js";
import { rangeTermScore } from "../range-scores.js";
import type { RowFilter, RowRange } from "../row-filter.js";
import { isFunctionWord, toBigrams, toSearchTerms } from "../search-terms.js";
import { BlockScorer, type TermBlock } from "./block-scorer.js";
import type { Connection } from "./connection.js";
import { PostingBlocks, sumImpacts, type TermKey } from "./posting-blocks.js";
import type { Field, TermStatistics } from "./statistics.js";

export interface PostgresLexicalOptions {
  readonly connection: Connection;
  readonly schema: string;
  readonly segmenter: LayeredSegmenter;
  readonly statistics: TermStatistics;
  readonly parameters: LexicalParameters;
}

/** A term of a question with what one full impact of it adds to a row: idf by the times it is asked for. */
interface AskedTerm extends TermKey {
  readonly gain: number;
}

/** Exact BM25: the database keeps the postings, this process adds them up. */
export class PostgresLexical implements LexicalSearch {
  readonly #options: PostgresLexicalOptions;
  readonly #postings: PostingBlocks;
  readonly #scorer: BlockScorer;

  constructor(options: PostgresLexicalOptions) {
    this.#options = options;
    this.#postings = new PostingBlocks(options.connection, options.schema);
    this.#scorer = new BlockScorer(options.parameters.wordWeight);
  }

  async search(
    text: string,
    k: number,
    accept?: RowFilter,
    also: readonly number[] = [],
  ): Promise<readonly LexicalNeighbour[]> {
    const terms = this.#askedTerms(text);
    const postings = await this.#postings.get(terms);
    const blocks = new Map<number, TermBlock[]>();
    for (const [at, { field, gain }] of terms.entries()) {
      for (const { block, rows, impacts } of postings[at] ?? []) {
        const lists = blocks.get(block) ?? [];
        lists.push({ field, gain, rows, impacts });
        blocks.set(block, lists);
      }
    }
    return this.#scorer.rank(blocks, k, accept, also);
  }

  async scoreRanges(text: string, ranges: readonly RowRange[], averageRows: number): Promise<readonly number[]> {
    const { statistics } = this.#options;
    const distinct = [...new Set(toBigrams(normalise(text)))].filter((term) => statistics.has("bigrams", term));
    const postings = await this.#postings.get(distinct.map((term) => ({ field: "bigrams" as const, term })));
    const idfs = distinct.map((term) => statistics.idf("bigrams", term));
    return ranges.map((range) =>
      idfs.reduce(
        (sum, idf, at) => sum + rangeTermScore(idf, sumImpacts(postings[at] ?? [], range), range, averageRows),
        0,
      ),
    );
  }

  idf(word: string): number {
    return isFunctionWord(word) ? 0 : this.#options.statistics.idf("words", word);
  }

  rarity(word: string): number {
    const { statistics } = this.#options;
    const idf = this.idf(word);
    if (word.length < 2 || isFunctionWord(word) || statistics.has("words", word)) return idf;
    const bigrams = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
    return Math.max(...bigrams.map((bigram) => statistics.idf("bigrams", bigram)));
  }

  #askedTerms(text: string): AskedTerm[] {
    const { segmenter, statistics } = this.#options;
    const { words, bigrams } = toSearchTerms(text, segmenter);
    const asked = (field: Field, terms: readonly string[]): AskedTerm[] => {
      const times = new Map<string, number>();
      for (const term of terms) if (statistics.has(field, term)) times.set(term, (times.get(term) ?? 0) + 1);
      return [...times].map(([term, count]) => ({ field, term, gain: count * statistics.idf(field, term) }));
    };
    return [...asked("words", words), ...asked("bigrams", bigrams)];
  }
}
