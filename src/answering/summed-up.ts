import { parseNumeral } from "../corpus/numerals.js";
import type { Candidate } from "./candidates.js";
import { comparable } from "./comparable.js";
import { putFirst } from "./put-first.js";
import type { ScoredCandidate } from "./score.js";

/** 四区, 五个“小”, 哪四个示范区: a number and the word that so many names begin or end with. */
const SUM =
  /(?<count>[三四五六七八九十]|(?<!\d)(?:[3-9]|10)(?!\d))[个大种类处样]?"?(?<word>\p{Script=Han}{1,4}?)(?=[",;?、和与及跟的]|分别|[是都叫各指有对包又]|$)/gu;
const ASKS = /哪|什么|啥|分别|各|叫|指|列|对照/u;

/** What spells out each sum that a normalised question asks to have spelt out: 发展示范区、文化引领区、国际交往区、绿色宜居区 for 四区. */
export function sumsAsked(question: string): readonly RegExp[] {
  if (!ASKS.test(question)) return [];
  return [...question.matchAll(SUM)].map(({ groups }) => {
    const count = parseNumeral(groups?.count ?? "") ?? 0;
    return new RegExp(rowOf(count, groups?.word ?? ""), "u");
  });
}

/** So many things in a row, no more and no fewer, that all begin or all end with a word. */
function rowOf(count: number, word: string): string {
  const [char, more] = ["[^、,。;:\\s]", count - 1];
  const [begins, ends] = [`${word}${char}{1,8}?`, `${char}{1,14}?${word}`];
  return (
    `(?<!${word}${char}{1,8}、)${begins}(?:、${begins}){${more}}(?!${char}*、${word})` +
    `|(?<!${word}、${char}{0,13})${ends}(?:(?:、|和|以及|及)${ends}){${more}}(?!、${ends})`
  );
}

/** Whether a place spells out, in its own words, a sum that a question asks to have spelt out. */
export function spellsSum(question: string): (candidate: Candidate) => boolean {
  const sums = sumsAsked(question);
  return ({ shape, text }) => shape === "own" && sums.some((sum) => sum.test(comparable(text)));
}

/** Puts the place that spells a sum out before places that only use it (朝阳新“四区”建设), however many words they share with the question. */
export function spellingFirst(
  scored: readonly ScoredCandidate[],
  spells: (candidate: Candidate) => boolean,
): readonly ScoredCandidate[] {
  const [best] = scored;
  return !best || spells(best) ? scored : putFirst(scored, Number.POSITIVE_INFINITY, spells);
}
