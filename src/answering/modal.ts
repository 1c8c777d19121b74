import { normalise } from "../language/normalise.js";

const MODALS: readonly (readonly [opening: string, pattern: RegExp])[] = [
  ["不可以", /不得|严禁|禁止|不准|不能/u],
  ["不适用", /不适用/u],
  ["应当", /应当|必须|应该|须经|须/u],
  ["可以", /可以|有权|可通过|可/u],
];

/**
 * 应当 / 可以 / 不可以 / 不适用 for a yes/no question, from the modal of the quoted sentence; null where the sentence holds
 * no modal, holds opposite ones, binds it to a condition that the question does not state, or the question is itself negated
 * or about a quantity, so that it does not decide.
 */
export function openingModal(question: string, sentence: string): string | null {
  if (/不(?!能不|可不|要不|用不|得不|行不)|没|无|\d/u.test(question.replace(/(.)不\1/gu, "$1"))) return null;
  const text = normalise(sentence);
  if (isConditional(text, normalise(question))) return null;
  const found = MODALS.filter(([, pattern]) => pattern.test(text)).map(([opening]) => opening);
  if (found.length === 2 && found.includes("不可以") && found.includes("可以") && !/可以|可通过/u.test(text))
    return "不可以";
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** 涉及市场主体经济活动的, 应当…: what holds only then. */
const CONDITION = /([^,;:。]{2,60})的,/gu;
const EXCEPTION = /除外|另有规定/u;
/** Share of a condition's characters from which on the question states it. */
const STATED = 0.6;

function isConditional(sentence: string, question: string): boolean {
  const isStated = (condition: string) =>
    [...condition].filter((character) => question.includes(character)).length >= STATED * condition.length;
  return (
    EXCEPTION.test(sentence) || [...sentence.matchAll(CONDITION)].some(([, condition = ""]) => !isStated(condition))
  );
}
