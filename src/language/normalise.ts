import { ConverterBuilder } from "opencc-js/core";
import { configs, from, to } from "opencc-js/preset/t2cn";
import { remember } from "./remember.js";

/** Marks that people and presses use for one another and that NFKC leaves apart. */
const MARK_FAMILIES: readonly (readonly [marks: string, folded: string])[] = [
  ["“”„「」『』", '"'],
  ["‘’", "'"],
  ["〈", "《"],
  ["〉", "》"],
  ["[【", "〔"],
  ["]】", "〕"],
  ["–—―", "-"],
  ["•・‧", "·"],
];
const FOLDED_MARKS = new Map(MARK_FAMILIES.flatMap(([marks, folded]) => [...marks].map((mark) => [mark, folded])));
const ANY_MARK = /[“”„「」『』‘’〈〉[\]【】–—―•・‧]/g;

let toSimplified: ((text: string) => string) | undefined;

/**
 * The form in which texts are compared, never quoted: NFKC (full and half width folded), lower case, Traditional to
 * Simplified with its common phrases, one mark for each family of quotes, brackets and dashes. Lengths may change.
 */
export function normalise(text: string): string {
  return text.length <= LONGEST_KEPT ? normaliseShort(text) : fold(text);
}

/** Words and questions are compared again and again; passages are remembered where they are compared. */
const LONGEST_KEPT = 64;
const KEPT = 50_000;

const normaliseShort = remember(KEPT, fold);

function fold(text: string): string {
  // The tables take some milliseconds to build, which commands that compare nothing need not wait for.
  toSimplified ??= ConverterBuilder({ from, to, configs })({ from: "t", to: "cn" });
  const simplified = toSimplified(text.normalize("NFKC").toLowerCase());
  return simplified.replace(ANY_MARK, (mark) => FOLDED_MARKS.get(mark) ?? mark);
}
