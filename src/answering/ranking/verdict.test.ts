import { expect, it } from "vitest";
import { VERDICTS } from "../../retrieval/likeness.js";
import { fakeTerm } from "../fake-candidate.js";
import { proposeVerdict, VERDICT_SIGNS, verdictOf } from "./verdict.js";
import weights from "./verdict.json" with { type: "json" };

/** A passage of which the cross-encoder is sure that it decides by one word, or by none. */
const read = (text: string, word: (typeof VERDICTS)[number], told = 6) => ({
  text,
  scores: { told, verdicts: VERDICTS.map((other) => (other === word ? 8 : 0)) },
});
const hearing = [fakeTerm("听证会"), fakeTerm("召开", { isVerb: true })];

const cases = [
  ["能不能选有利害关系的专家", "不得选择有利害关系的专家。", "不可以", ["选择", "利害关系", "专家"]],
  ["突发事件用走这个规定吗", "突发事件不适用本规定。", "不适用", ["突发事件"]],
  ["听证会能召开吗", "决策承办单位可以召开听证会。", "可以", ["听证会", "召开"]],
  ["要不要征求意见", "应当向社会征求意见。", "应当", ["征求", "意见"]],
] as const;
const termsOf = (words: readonly string[]) => words.map((word) => fakeTerm(word));

it.each(cases)("proposes the word by which a passage decides %s", (question, passage, word, words) => {
  expect(proposeVerdict(question, termsOf(words), read(passage, word))?.verdict).toBe(word);
});

it.each(cases.slice(0, 2))("gives the word where it is sure: %s", (question, passage, word, words) => {
  expect(verdictOf(question, termsOf(words), read(passage, word))).toBe(word);
});

it("gives none where the cross-encoder sees none, or one that the passage has not", () => {
  const passage = "决策承办单位可以召开听证会。";
  expect(verdictOf("听证会能召开吗", hearing, read(passage, ""))).toBeNull();
  expect(verdictOf("听证会能召开吗", hearing, read(passage, "不可以"))).toBeNull();
  expect(verdictOf("听证会能召开吗", hearing, { text: passage, scores: { told: 6, verdicts: [] } })).toBeNull();
});

it("gives none to who asks for more than yes or no, or asks something else", () => {
  const passage = read("决策承办单位可以召开听证会。", "可以");
  expect(verdictOf("听证会能召开吗，谁召开", hearing, passage)).toBeNull();
  expect(verdictOf("听证会谁召开", hearing, passage)).toBeNull();
  // 可以 is no answer to 要不要.
  expect(verdictOf("要不要召开听证会", hearing, passage)).toBeNull();
});

it.each([
  ["conditional", "涉及企业经营的，可以召开听证会。", "听证会能召开吗"],
  ["onConsent", "经区政府批准，可以召开听证会。", "听证会能召开吗"],
  ["excepted", "可以召开听证会，依法不公开的除外。", "听证会能召开吗"],
  ["mixed", "可以召开听证会并应当公告。", "听证会能召开吗"],
  ["narrower", "可以召开听证会。", "区长一个人能召开听证会吗"],
  ["negated", "可以召开听证会。", "没人申请能召开听证会吗"],
] as const)("sees that it is %s", (sign, passage, question) => {
  const plain = proposeVerdict("听证会能召开吗", hearing, read("可以召开听证会。", "可以"));
  const proposed = proposeVerdict(question, hearing, read(passage, "可以"));
  expect([plain?.signs[sign], proposed?.signs[sign]]).toEqual([0, 1]);
});

it("knows a modal by itself from one within a word", () => {
  for (const text of ["不可以召开听证会。", "认可听证会。", "听证会所有权属。", "未经允许召开听证会。"])
    expect(proposeVerdict("听证会能召开吗", hearing, read(text, "可以"))).toBeNull();
});

it("takes the modal where most of the question is said", () => {
  const text = "应当公布草案，听取各方面的意见。有关部门可以召开听证会。";
  expect(proposeVerdict("听证会能召开吗", hearing, read(text, "可以"))?.signs).toMatchObject({ isFirst: 1, mixed: 0 });
});

it("weighs each sign", () => {
  expect(Object.keys(weights.signs)).toEqual([...VERDICT_SIGNS]);
});
