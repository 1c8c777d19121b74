import { normalise } from "../language/normalise.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import { BestRows } from "./best-rows.js";
import type { Bm25Parameters } from "./bm25.js";
import { IndexDamagedError } from "./index-errors.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { LexicalNeighbour, LexicalSearch } from "./policy-index.js";
import { type FieldSegment, type Postings, type TermCounts, TermField } from "./postings.js";
import { PostingsBuilder } from "./postings-builder.js";
import { isFunctionWord, toSearchTerms } from "./search-terms.js";

/** The postings of both kinds of term. */
export interface LexicalPostings {
  readonly words: Postings;
  readonly bigrams: Postings;
}

/** Parameters of the lexical score: `wordWeight` · BM25 over words + (1 − `wordWeight`) · BM25 over bigrams; 0 to 1, neither. */
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

/** The postings of a part of the rows, and where those rows stand in the whole index. */
export interface LexicalSegment {
  readonly postings: LexicalPostings;
  /** As `FieldSegment.places`. */
  readonly places?: Uint32Array;
  readonly gone?: { readonly words: TermCounts; readonly bigrams: TermCounts };
}

/** Exact BM25 over the postings, which stay where they were loaded. */
export class LexicalIndex implements LexicalSearch {
  readonly #segmenter: LayeredSegmenter;
  readonly #size: number;
  readonly #words: TermField;
  readonly #bigrams: TermField;
  readonly #wordWeight: number;
  /** Weighted, by row, and one more place for rows that are gone. */
  readonly #wordScores: Float32Array;
  readonly #bigramScores: Float32Array;

  /** `size` is the number of rows of all segments that are not gone. */
  constructor(
    segments: readonly LexicalSegment[],
    size: number,
    segmenter: LayeredSegmenter,
    parameters: LexicalParameters = LEXICAL_PARAMETERS,
  ) {
    this.#segmenter = segmenter;
    this.#size = size;
    this.#words = new TermField(segments.map(toField("words")), size, parameters);
    this.#bigrams = new TermField(segments.map(toField("bigrams")), size, parameters);
    this.#wordWeight = parameters.wordWeight;
    this.#wordScores = new Float32Array(size + 1);
    this.#bigramScores = new Float32Array(size + 1);
  }

  /** Rows that share no term with the text are returned only where `also` names them. */
  search(
    text: string,
    k: number,
    accept?: (row: number) => boolean,
    also: readonly number[] = [],
  ): readonly LexicalNeighbour[] {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    this.#words.addScores(words, this.#wordWeight, this.#wordScores.fill(0));
    this.#bigrams.addScores(bigrams, 1 - this.#wordWeight, this.#bigramScores.fill(0));
    const best = this.#bestRows(k, accept);
    const found = new Set(best);
    return [...best, ...also.filter((row) => !found.has(row))].map((row) => this.#neighbourAt(row));
  }

  #bestRows(k: number, accept: ((row: number) => boolean) | undefined): number[] {
    const wordScores = this.#wordScores;
    const bigramScores = this.#bigramScores;
    const wordWeight = this.#wordWeight;
    const bigramWeight = 1 - wordWeight;
    const size = this.#size;
    const best = new BestRows(k);
    let threshold = 0;
    for (let row = 0; row < size; row++) {
      const score = wordWeight * (wordScores[row] as number) + bigramWeight * (bigramScores[row] as number);
      if (score <= threshold || (accept && !accept(row))) continue;
      best.offer(row, score);
      threshold = Math.max(0, best.threshold);
    }
    return best.toSorted().map(({ row }) => row);
  }

  #neighbourAt(row: number): LexicalNeighbour {
    const words = this.#wordScores[row] ?? 0;
    const bigrams = this.#bigramScores[row] ?? 0;
    const weight = this.#wordWeight;
    return { row, score: words + bigrams, words: words / weight, bigrams: bigrams / (1 - weight) };
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

function toField(name: keyof LexicalPostings): (segment: LexicalSegment) => FieldSegment {
  return ({ postings, places, gone }) => ({
    postings: postings[name],
    ...(places && { places }),
    ...(gone && { gone: gone[name] }),
  });
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
