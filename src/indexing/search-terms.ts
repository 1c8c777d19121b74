import { normalise } from "../language/normalise.js";
import type { LayeredSegmenter } from "../language/segmenter.js";

/** What a text is found by. */
export interface SearchTerms {
  /** Words, and the parts of words that join several; no punctuation, no function words; repeats kept. */
  readonly words: string[];
  /** Two characters side by side within a stretch of letters, Han characters or digits; a lone one stands for itself. */
  readonly bigrams: string[];
}

/**
 * Words that only join others. They stand in most rows, so that they cost half of a search and tell nothing; as parts of
 * bigrams they stay.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set("的 了 和 与 及 或 在 是 之 于 对 等 也 而 其".split(" "));

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const STRETCH = /[\p{L}\p{N}]+/gu;

/** Whether a word (normalised) only joins others and is never searched for. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** The terms of a text as they stand in the index and are asked for: one way for both. */
export function toSearchTerms(text: string, segmenter: LayeredSegmenter): SearchTerms {
  const folded = normalise(text);
  const words: string[] = [];
  for (const pieces of segmenter.cutLayers(folded)) {
    if (pieces.length > 1) words.push(pieces.join(""));
    for (const piece of pieces) if (WORD_CHARACTER.test(piece) && !FUNCTION_WORDS.has(piece)) words.push(piece);
  }
  return { words, bigrams: toBigrams(folded) };
}

/** The bigrams of a normalised text. */
export function toBigrams(folded: string): string[] {
  const bigrams: string[] = [];
  for (const [stretch] of folded.matchAll(STRETCH)) {
    if (stretch.length === 1) bigrams.push(stretch);
    for (let at = 0; at + 2 <= stretch.length; at++) bigrams.push(stretch.slice(at, at + 2));
  }
  return bigrams;
}
