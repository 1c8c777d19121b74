import { normalise } from "../language/normalise.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import { BestRows } from "./best-rows.js";
import type { Bm25Parameters } from "./bm25.js";
import { IndexDamagedError } from "./index-errors.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { LexicalSearch } from "./policy-index.js";
import { type Postings, TermField } from "./postings.js";
import { PostingsBuilder } from "./postings-builder.js";
import { isFunctionWord, toSearchTerms } from "./search-terms.js";
import type { Neighbour } from "./vector-index.js";

/** The postings of both kinds of term. */
export interface LexicalPostings {
  readonly words: Postings;
  readonly bigrams: Postings;
}

/** Parameters of the lexical score: `wordWeight` · BM25 over words + (1 − `wordWeight`) · BM25 over bigrams. */
export interface LexicalParameters extends Bm25Parameters {
  readonly wordWeight: number;
}

export const LEXICAL_PARAMETERS: LexicalParameters = { k1: 1.2, b: 0.75, wordWeight: 0.5 };

/** Collects the texts of rows, row after row. */
export class LexicalIndexBuilder {
  readonly #segmenter: LayeredSegmenter;
  readonly #words = new PostingsBuilder();
  readonly #bigrams = new PostingsBuilder();

  constructor(segmenter: LayeredSegmenter) {
    this.#segmenter = segmenter;
  }

  /** Adds the next row. */
  add(text: string): void {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    this.#words.add(words);
    this.#bigrams.add(bigrams);
  }

  build(): LexicalPostings {
    return { words: this.#words.build(), bigrams: this.#bigrams.build() };
  }
}

/** Exact BM25 over the postings, which stay where they were loaded. */
export class LexicalIndex implements LexicalSearch {
  readonly #segmenter: LayeredSegmenter;
  readonly #words: TermField;
  readonly #bigrams: TermField;
  readonly #wordWeight: number;
  readonly #scores: Float32Array;

  constructor(
    postings: LexicalPostings,
    segmenter: LayeredSegmenter,
    parameters: LexicalParameters = LEXICAL_PARAMETERS,
  ) {
    this.#segmenter = segmenter;
    this.#words = new TermField(postings.words, parameters);
    this.#bigrams = new TermField(postings.bigrams, parameters);
    this.#wordWeight = parameters.wordWeight;
    this.#scores = new Float32Array(postings.words.lengths.length);
  }

  /** Rows that share no term with the text are not returned. */
  search(text: string, k: number, accept?: (row: number) => boolean): Neighbour[] {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    const scores = this.#scores.fill(0);
    this.#words.addScores(words, this.#wordWeight, scores);
    this.#bigrams.addScores(bigrams, 1 - this.#wordWeight, scores);
    const best = new BestRows(k);
    let threshold = 0;
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] as number;
      if (score <= threshold || (accept && !accept(row))) continue;
      best.offer(row, score);
      threshold = Math.max(0, best.threshold);
    }
    return best.toSorted();
  }

  idf(word: string): number {
    const folded = normalise(word);
    return isFunctionWord(folded) ? 0 : this.#words.idf(folded);
  }

  rarity(word: string): number {
    const idf = this.idf(word);
    const folded = normalise(word);
    if (folded.length < 2 || idf < this.#words.idf("\u0000")) return idf;
    const bigrams = Array.from({ length: folded.length - 1 }, (_, i) => folded.slice(i, i + 2));
    return Math.max(...bigrams.map((bigram) => this.#bigrams.idf(bigram)));
  }
}

/** The postings as named arrays, to be packed into a file. */
export function toArrays({ words, bigrams }: LexicalPostings): PackedArrays {
  return { ...fieldArrays("words", words), ...fieldArrays("bigrams", bigrams) };
}

function fieldArrays(name: string, { terms, starts, rows, frequencies, lengths }: Postings): PackedArrays {
  const arrays = { units: terms.units, termStarts: terms.starts, starts, rows, frequencies, lengths };
  return Object.fromEntries(Object.entries(arrays).map(([key, array]) => [`${name}.${key}`, array]));
}

/** Reads back what `toArrays` laid out. Throws `IndexDamagedError`. */
export function fromArrays(path: string, arrays: PackedArrays): LexicalPostings {
  return { words: fieldFromArrays(path, "words", arrays), bigrams: fieldFromArrays(path, "bigrams", arrays) };
}

function fieldFromArrays(path: string, name: string, arrays: PackedArrays): Postings {
  const units = arrays[`${name}.units`];
  const frequencies = arrays[`${name}.frequencies`];
  const [termStarts, starts, rows, lengths] = ["termStarts", "starts", "rows", "lengths"].map(
    (key) => arrays[`${name}.${key}`],
  );
  if (
    units instanceof Uint16Array &&
    frequencies instanceof Uint8Array &&
    termStarts instanceof Uint32Array &&
    starts instanceof Uint32Array &&
    rows instanceof Uint32Array &&
    lengths instanceof Uint32Array
  ) {
    return { terms: { units, starts: termStarts }, starts, rows, frequencies, lengths };
  }
  throw new IndexDamagedError(path, `lacks the postings of ${name}`);
}
