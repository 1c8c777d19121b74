import { normalise } from "../language/normalise.js";

const MODALS: readonly (readonly [opening: string, pattern: RegExp])[] = [
  ["不可以", /不得|严禁|禁止|不准|不能/u],
  ["不适用", /不适用/u],
  ["应当", /应当|必须|应该|须经|须/u],
  ["可以", /可以|有权|可通过|可/u],
];

/**
 * 应当 / 可以 / 不可以 / 不适用 for a yes/no question, from the modal of the quoted sentence; null where the sentence holds
 * no modal, holds opposite ones, or the question is itself negated or about a quantity, so that it does not decide.
 */
export function openingModal(question: string, sentence: string): string | null {
  if (/不(?!能不|可不|要不|用不|得不|行不)|没|无|\d/u.test(question.replace(/(.)不\1/gu, "$1"))) return null;
  const text = normalise(sentence);
  const found = MODALS.filter(([, pattern]) => pattern.test(text)).map(([opening]) => opening);
  if (found.length === 2 && found.includes("不可以") && found.includes("可以") && !/可以|可通过/u.test(text))
    return "不可以";
  return found.length === 1 ? (found[0] ?? null) : null;
}
