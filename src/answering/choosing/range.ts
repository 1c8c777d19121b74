import type { PolicyLibrary } from "../../corpus/library.js";
import { parseNumeral } from "../../corpus/numerals.js";
import type { Provision } from "../../corpus/provision.js";
import { isList, itemsOf, parentOf } from "../places/place-tree.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";

const NUMBER = "[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千两零]+";
/** Units of one measure; 岁 is told of trees as well as 年. */
const UNITS: readonly (readonly [measure: string, pattern: string])[] = [
  ["persons", "(?:个人|人|名|口)"],
  ["years", "(?:周岁|岁|年)(?!度|级|代)"],
  ["months", "个月"],
  ["days", "(?:个?工作日|日|天)"],
  ["yuan", "(?:元|块钱?)"],
  ["tenThousandYuan", "万(?:元|块钱?)?"],
  ["metres", "米"],
  ["tons", "吨"],
];

/** From `from` on and below `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the item of a list first whose range (300年以上不满500年) holds the measure that a question tells of its case (四百来岁的古树), where
 * items of the best place's list are told apart by such ranges.
 */
export function rangeFirst(
  library: PolicyLibrary,
  scored: readonly ScoredCandidate[],
  question: string,
): readonly ScoredCandidate[] {
  const [best] = scored;
  const list = best && listOf(library, best);
  if (!list) return scored;
  for (const [, unit] of UNITS) {
    const told = toldMeasures(question, unit);
    if (told.length !== 1) continue;
    const [value = 0] = told;
    const ranged = itemsOf(library, list)
      .map((item) => ({ item, range: rangeOf(comparable(item.text), unit) }))
      .filter((one): one is { item: Provision; range: Range } => one.range !== null);
    const [fit, other] = ranged.filter(({ range }) => value >= range.from && value < range.to);
    if (ranged.length < 2 || !fit || other) continue;
    const text = fit.item.text.slice(0, fit.item.ownLength);
    return [
      { ...best, provision: fit.item, shape: "own", text },
      ...scored.filter((one) => one.provision !== fit.item),
    ];
  }
  return scored;
}

function listOf(library: PolicyLibrary, { provision, shape }: ScoredCandidate): Provision | null {
  if (shape === "whole") return provision;
  const parent = parentOf(library, provision);
  return parent && isList(library, parent) ? parent : null;
}

/** Measures that a question tells, those that it asks for (几年) left out, and years of the calendar. */
function toldMeasures(question: string, unit: string): readonly number[] {
  const written = new RegExp(`(?<![第0-9])(${NUMBER})(?:来|多|几)?(?:个)?${unit}`, "gu");
  return [...question.matchAll(written)]
    .map(([, number = ""]) => parseMeasure(number))
    .filter((value): value is number => value !== null && value < 1900);
}

/** The first range of a text; null where it tells none of this unit. */
function rangeOf(text: string, unit: string): Range | null {
  const from = new RegExp(`(?:(?:已?满|超过)(${NUMBER}) ?${unit}|(${NUMBER}) ?${unit}以上)`, "u").exec(text);
  const to = new RegExp(`(?:(?:不满|不超过|不足|未满)(${NUMBER}) ?${unit}|(${NUMBER}) ?${unit}以下)`, "u").exec(text);
  if (!from && !to) return null;
  const least = from ? parseMeasure(from[1] ?? from[2] ?? "") : 0;
  const most = to ? parseMeasure(to[1] ?? to[2] ?? "") : Number.POSITIVE_INFINITY;
  return least === null || most === null || least >= most ? null : { from: least, to: most };
}

function parseMeasure(number: string): number | null {
  return number.includes(".") ? Number(number) : parseNumeral(number);
}
