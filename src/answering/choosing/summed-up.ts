import { parseNumeral } from "../../corpus/numerals.js";
import type { Candidate } from "../ranking/candidates.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { putFirst } from "./put-first.js";

/** 四区, 五个“小”, 哪四个示范区: a number and the word that so many names begin or end with. */
const SUM =
  /(?<![十\d第])(?<count>[二两三四五六七八九十]|(?:[2-9]|10)(?!\d))[个大种类处样]?"?(?![二两三四五六七八九十个])(?<word>\p{Script=Han}{1,4}?)(?=[",;?、和与及跟的]|分别|到底|究竟|具体|[是都叫各指有对包又一挨逐到里]|$)/gu;
const ASKS = /哪|什么|啥|分别|各|叫|指|列|对照/u;

/** What spells out each sum that a normalised question asks to have spelt out: 发展示范区、文化引领区、国际交往区、绿色宜居区 for 四区. */
export function sumsAsked(question: string): readonly RegExp[] {
  if (!ASKS.test(question)) return [];
  // Two of a kind stand side by side everywhere.
  return sumsIn(question).flatMap(({ count, word }) => (count > 2 ? [new RegExp(rowOf(count, word), "u")] : []));
}

interface Sum {
  /** As it is written: 四. */
  readonly numeral: string;
  readonly count: number;
  readonly word: string;
  /** What the question goes on with. */
  readonly after: string;
}

const sumsIn = (question: string): readonly Sum[] =>
  [...question.matchAll(SUM)].map(({ 0: whole, index, groups: { count = "", word = "" } = {} }) => {
    const after = question.slice(index + whole.length);
    return { numeral: count, count: (count === "两" ? 2 : parseNumeral(count)) ?? 0, word, after };
  });

/** Words between a name and the verb that asks what it stands for. */
const ADVERBS = "(?:到底|究竟|具体|分别|各自?|都|一个个|挨个|逐个|一共|里头?|里面|说|讲|的|一下)*";
/** What follows a name that is to be spelt out: “四个中心”到底是什么, 分别指, 一个个叫, 的名称. */
const TO_BE_SPELT = new RegExp(
  `^"?(?:${ADVERBS}(?:算|叫|是|指|有|包括|包含)(?:的?是|的)?(?:什么|啥|哪(?!个?(?:部门|单位|局|人|年|天)))|(?:都|具体)*(?:分别|各|一个个|挨个|逐个)(?:叫|是|指|列|说|讲)|的?名(?:称|字))`,
  "u",
);

/** Whether a passage puts a sum that a normalised question asks to have spelt out into quotation marks, as known, and does not spell it out: “四个中心”城市战略定位. */
export function onlyNamesSum(question: string, passage: string): boolean {
  return sumsIn(question).some(({ numeral, count, word, after }) => {
    // 是哪四个中心, 这两区是哪两个
    if (!question.includes(`哪${numeral}`) && !TO_BE_SPELT.test(after)) return false;
    const name = new RegExp(`"${numeral}[个大]?${word}`, "u");
    // 文化科技卫生“三下乡”: so many words in a row before the name are what it sums up; more than three are set apart.
    const apart = `(?:\\p{Script=Han}{1,6}、){${count - 1}}\\p{Script=Han}+`;
    const before = count > 3 ? apart : `(?:${apart}|\\p{Script=Han}{${2 * count}})`;
    // “两堤三岛”景观格局由苏堤、白堤和…构成
    const behind = `${name.source}[^",。;]{0,8}"?[^",。;]{0,8}(?:由|即|包括|是指|分别[是为])[^。;]*、`;
    const told = new RegExp(`${rowOf(count, word)}|${before}${name.source}|${behind}`, "u");
    return name.test(passage) && !told.test(passage);
  });
}

/** "特殊家庭子女"算哪些, "特殊群体"是指什么. */
const CLASS = new RegExp(
  `"(?<name>\\p{Script=Han}{3,12})"(?:这个?[词类]?|这些)?${ADVERBS}(?:算|指|是|包括|包含)(?:的?是|的)?(?:指|包括)?(?:什么|啥|哪|谁)`,
  "u",
);
const DEFINED = /包括|是指|所称|指的是|简称|即|——|:|\(|等/u;

/** Whether a passage uses a name whose meaning a normalised question asks, and tells nothing of it. */
export function onlyNamesClass(question: string, passage: string): boolean {
  const name = CLASS.exec(question)?.groups?.name;
  if (name === undefined || !passage.includes(name) || SUM_NAME.test(name)) return false;
  // 区政府相关部门作为决策承办单位
  return !DEFINED.test(passage) && !passage.includes(`作为${name}`);
}

const SUM_NAME = /[二两三四五六七八九十]/u;

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
