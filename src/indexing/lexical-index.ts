import { normalise } from "../language/normalise.js";
import type { LayeredSegmenter } from "../language/segmenter.js";
import type { Bm25Parameters } from "./bm25.js";
import { IndexDamagedError } from "./index-errors.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { LexicalNeighbour, LexicalSearch } from "./policy-index.js";
import type { RowNorms } from "./posting-walk.js";
import { type FieldSegment, type Postings, type TermCounts, TermField } from "./postings.js";
import { PostingsBuilder } from "./postings-builder.js";
import type { RowRange } from "./row-filter.js";
import { RowScorer, type ScorableRows, type ScoredRows } from "./row-scorer.js";
import { isFunctionWord, toBigrams, toSearchTerms } from "./search-terms.js";
import { type FoundTerms, type SegmentPlaces, type TermEntries, turnRound } from "./walked-segment.js";

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
  readonly #words: TermField;
  readonly #bigrams: TermField;
  readonly #wordWeight: number;
  readonly #scorer: RowScorer;
  /** What `RowScorer` scores. */
  readonly scorable: ScorableRows;

  /** `size` is the number of rows of all segments that are not gone. */
  constructor(
    segments: readonly LexicalSegment[],
    size: number,
    segmenter: LayeredSegmenter,
    parameters: LexicalParameters = LEXICAL_PARAMETERS,
  ) {
    this.#segmenter = segmenter;
    const places = segments.map((segment) => placesOf(segment, size));
    this.#words = new TermField(segments.map(toField("words", places)), size, parameters);
    this.#bigrams = new TermField(segments.map(toField("bigrams", places)), size, parameters);
    this.#wordWeight = parameters.wordWeight;
    const scorable = segments.map(({ postings: { words, bigrams } }, at) => {
      const norms = { words: this.#words.norms[at], bigrams: this.#bigrams.norms[at] } as RowNorms;
      return { entries: { words: entriesOf(words), bigrams: entriesOf(bigrams) }, norms, ...places[at] };
    });
    this.scorable = { segments: scorable, size };
    this.#scorer = new RowScorer(this.scorable);
  }

  /** Rows that share no term with the text are returned only where `also` names them. */
  search(
    text: string,
    k: number,
    accept?: (row: number) => boolean,
    also: readonly number[] = [],
  ): readonly LexicalNeighbour[] {
    return this.toNeighbours(this.#scorer.search({ terms: this.find(text), k, also }, accept));
  }

  /** The terms of a text, by segment, as a scorer asks for them. */
  find(text: string): FoundTerms[] {
    const { words, bigrams } = toSearchTerms(text, this.#segmenter);
    const [byWords, byBigrams] = [
      this.#words.find(words, this.#wordWeight),
      this.#bigrams.find(bigrams, 1 - this.#wordWeight),
    ];
    return byWords.map((found, at) => ({ words: found, bigrams: byBigrams[at] ?? [] }));
  }

  toNeighbours({ rows, words, bigrams }: ScoredRows): LexicalNeighbour[] {
    const weight = this.#wordWeight;
    return Array.from(rows, (row, at) => {
      const [word, bigram] = [words[at] as number, bigrams[at] as number];
      return { row, score: word + bigram, words: word / weight, bigrams: bigram / (1 - weight) };
    });
  }

  scoreRanges(text: string, ranges: readonly RowRange[], averageRows: number): readonly number[] {
    return this.#bigrams.scoreRanges(toBigrams(normalise(text)), ranges, averageRows);
  }

  idf(word: string): number {
    return isFunctionWord(word) ? 0 : this.#words.idf(word);
  }

  rarity(word: string): number {
    const idf = this.idf(word);
    if (word.length < 2 || idf < this.#words.idf("\u0000")) return idf;
    const bigrams = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
    return Math.max(...bigrams.map((bigram) => this.#bigrams.idf(bigram)));
  }
}

function entriesOf({ rows, frequencies }: Postings): TermEntries {
  return { rows, frequencies };
}

function placesOf({ places }: LexicalSegment, size: number): SegmentPlaces {
  return places ? { places, locals: turnRound(places, size) } : {};
}

function toField(
  name: keyof LexicalPostings,
  places: readonly SegmentPlaces[],
): (segment: LexicalSegment, at: number) => FieldSegment {
  return ({ postings, gone }, at) => ({ postings: postings[name], ...places[at], ...(gone && { gone: gone[name] }) });
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
