import { normalise } from "../language/normalise.js";

const MODALS: readonly (readonly [opening: string, pattern: RegExp])[] = [
  ["不可以", /不得|严禁|禁止|不准|不能/u],
  ["不适用", /不适用/u],
  ["应当", /应当|必须|应该|须经|须/u],
  ["可以", /可以|有权|可通过|可/u],
];

/** What each opening answers: 可以 is no answer to 要不要, and nothing is one to 够精准了吗. */
const ASKS_LEAVE = /可以|可不可以|能|可否|行不行|行吗|允许|准许|准不准|让/u;
const ANSWERS: Readonly<Record<string, RegExp>> = {
  可以: ASKS_LEAVE,
  不可以: ASKS_LEAVE,
  应当: /要|应该|应当|该|必须|得|须|用不用|能不能/u,
  不适用: /适用|管|算|归|要|用不用|走/u,
};

/** Words that narrow what is asked (区长可以一个人拍板吗): a sentence without them says nothing of it. */
const NARROWING = /一个人|一人|独自|单独|自己|自行|擅自|私自|直接|只|仅|随便|随时|全部|所有|任何|马上|立刻/gu;

/**
 * 应当 / 可以 / 不可以 / 不适用 for a yes/no question, from the modal of the quoted sentence; null where the sentence holds
 * no modal, holds opposite ones, another one than is asked for, binds it to a condition that the question does not state, or the
 * question is itself negated, about a quantity or narrower, so that it does not decide.
 */
export function openingModal(question: string, sentence: string): string | null {
  if (/不(?!能不|可不|要不|用不|得不|行不)|没|无|\d/u.test(question.replace(/(.)不\1/gu, "$1"))) return null;
  const text = normalise(sentence);
  if (isConditional(text, normalise(question))) return null;
  if ([...question.matchAll(NARROWING)].some(([word]) => !text.includes(word))) return null;
  const opening = modalOf(text);
  return opening !== null && ANSWERS[opening]?.test(question) ? opening : null;
}

function modalOf(text: string): string | null {
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
