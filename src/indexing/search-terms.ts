import { normalise } from "../language/normalise.js";
import type { LayeredSegmenter } from "../language/segmenter.js";

/** What a text is found by. */
export interface SearchTerms {
  /** Words, and the parts of words that join several; no punctuation; repeats kept. */
  readonly words: string[];
  /** Two characters side by side within a stretch of letters, Han characters or digits; a lone one stands for itself. */
  readonly bigrams: string[];
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const STRETCH = /[\p{L}\p{N}]+/gu;

/** The terms of a text as they stand in the index and are asked for: one way for both. */
export function toSearchTerms(text: string, segmenter: LayeredSegmenter): SearchTerms {
  const folded = normalise(text);
  const words: string[] = [];
  for (const pieces of segmenter.cutLayers(folded)) {
    if (pieces.length > 1) words.push(pieces.join(""));
    for (const piece of pieces) if (WORD_CHARACTER.test(piece)) words.push(piece);
  }
  return { words, bigrams: toBigrams(folded) };
}

function toBigrams(folded: string): string[] {
  const bigrams: string[] = [];
  for (const [stretch] of folded.matchAll(STRETCH)) {
    if (stretch.length === 1) bigrams.push(stretch);
    for (let at = 0; at + 2 <= stretch.length; at++) bigrams.push(stretch.slice(at, at + 2));
  }
  return bigrams;
}
