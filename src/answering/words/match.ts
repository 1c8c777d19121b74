import { parseNumeral } from "../../corpus/numerals.js";
import { remember } from "../../language/remember.js";
import type { Term } from "./terms.js";

/**
 * How well a text covers one term, 0 to 1: the word itself 1, a drafted wording for it 0.95 falling to 0.7, the word as a shortening
 * (督查 in 督促检查) 0.7, otherwise the share of the longest run of two or more of its characters, times 0.7.
 */
export function coverTerm(term: Term, text: string): number {
  const covers = known.get(term) ?? new Map<string, number>();
  known.set(term, covers);
  const cover = covers.get(text) ?? findCover(term, text);
  covers.set(text, cover);
  return cover;
}

/** The closest drafted wording stands first in the table. */
function worthOf(alternative: number): number {
  return Math.max(0.7, 0.95 - 0.05 * alternative);
}

/** Lead-ins, headings and titles are shared by many candidates of a question; a question's terms die with it. */
const known = new WeakMap<Term, Map<string, number>>();

function findCover({ text: word, alternatives }: Term, text: string): number {
  if (text.includes(word)) return 1;
  if (spellsOut(word, text)) return 0.95;
  for (let i = 0; i < alternatives.length; i++) if (text.includes(alternatives[i] as string)) return worthOf(i);
  const run = word.length > 2 ? (findRun(word, text)?.length ?? 0) : 0;
  return Math.max((0.7 * run) / word.length, isShortening(word, text) ? 0.7 : 0);
}

const NUMERALS = "两二三四五六七八九十";

/** 五小 sums up 小发明、小创造、小革新、小设计、小建议. */
function spellsOut(word: string, text: string): boolean {
  const [numeral, shared] = [word.charAt(0), word.charAt(1)];
  if (word.length !== 2 || !NUMERALS.includes(numeral) || !/\p{Script=Han}/u.test(shared)) return false;
  const count = parseNumeral(numeral === "两" ? "二" : numeral) ?? 0;
  const item = `${shared}[^、，,。；;\\s${shared}]{1,6}`;
  return new RegExp(`${item}(?:(?:、|和|以及|及)${item}){${count - 1}}`, "u").test(text);
}

/** Shortenings keep a character of each word that they stand for, in order and close together. */
const SHORTENING_GAP = 3;

/** Words are compared with one passage after the other. */
const KEPT = 20_000;

const isHan = remember(KEPT, (word): boolean => /^\p{Script=Han}+$/u.test(word));

function isShortening(word: string, text: string): boolean {
  if (word.length < 2 || word.length > 4 || !isHan(word)) return false;
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    let at = start;
    let i = 1;
    for (; i < word.length; i++) {
      const next = text.indexOf(word.charAt(i), at + 1);
      if (next < 0 || next - at > SHORTENING_GAP) break;
      at = next;
    }
    if (i === word.length) return true;
  }
  return false;
}

/** The longest run (at least two characters) of `word` that occurs in `text`; null when there is none. */
function findRun(word: string, text: string): { start: number; length: number } | null {
  for (let length = word.length - 1; length >= 2; length--) {
    for (let from = 0; from + length <= word.length; from++) {
      const start = text.indexOf(word.slice(from, from + length));
      if (start >= 0) return { start, length };
    }
  }
  return null;
}

/** A place of a text that covers a term. */
export interface Found {
  readonly start: number;
  readonly length: number;
  /** See `coverTerm`. */
  readonly value: number;
}

/** Where a text covers a term: the word and its drafted wordings wherever they stand, else the first run of its characters. */
export function findTerm(term: Term, text: string): Found[] {
  const whole = [
    ...allOf(term.text, text, 1),
    ...term.alternatives.flatMap((word, i) => allOf(word, text, worthOf(i))),
  ];
  if (whole.length > 0) return whole;
  const run = findRun(term.text, text);
  return run ? [{ ...run, value: (0.7 * run.length) / term.text.length }] : [];
}

function allOf(word: string, text: string, value: number): Found[] {
  const found: Found[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push({ start, length: word.length, value });
  return found;
}

/** A text that a candidate stands in, and how much its words count for the candidate, 0 to 1. */
export interface Layer {
  readonly text: string;
  readonly factor: number;
}

/** For each term the best cover over the layers, or the one that it has already, 0 to 1. */
export function coverTerms(
  terms: readonly Term[],
  layers: readonly Layer[],
  already: readonly number[] = [],
): number[] {
  return terms.map((term, i) => {
    let best = already[i] ?? 0;
    // A layer that cannot better what is found is not read.
    for (const { text, factor } of layers) if (factor > best) best = Math.max(best, factor * coverTerm(term, text));
    return best;
  });
}

/** Weighted mean of the covers; 0 for no terms. */
export function weightedCover(terms: readonly Term[], covers: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < terms.length; i++) {
    const { weight } = terms[i] as Term;
    sum += weight * (covers[i] ?? 0);
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

/** Weighted mean of the covers by one text. */
export function coverBy(terms: readonly Term[], text: string): number {
  return weightedCover(
    terms,
    terms.map((term) => coverTerm(term, text)),
  );
}
