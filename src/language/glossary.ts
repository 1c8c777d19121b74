import { EVERYDAY_GLOSSARY } from "./glossary-more.js";
import { GLOSSARY } from "./glossary-table.js";

const CHINESE: ReadonlyMap<string, string> = new Map(
  [...EVERYDAY_GLOSSARY, ...GLOSSARY].flatMap(([english, chinese]) =>
    english.split("|").map((wording) => [wording, chinese] as const),
  ),
);

/** Longest match first. */
const TERM = new RegExp(
  `\\b(${[...CHINESE.keys()].sort((a, b) => b.length - a.length).join("|")})(?:s|es|d|ed|ing)?\\b`,
  "gu",
);

/** English words that carry no subject. */
const LITTLE_WORD =
  /\b(?:the|a|an|of|for|to|be|been|is|are|was|were|in|on|at|by|and|or|do|does|did|it|its|this|that|these|those|there|with|from|as|if|i|we|you|they|he|she|my|your|our|their|s|open|get|need|have|has|had|will|would|any|please|tell|me|about|into|under|after|before|during|help|out|carr(?:y|ies|ied)|receive|use|used|new|own|still|who|many|ones?|someone|anyone|people|person|kind|sort|thing|make|made|take|taken|give|given|go|put|set|let)\b/gu;

/** Whether a normalised question is written in English: more Latin letters than Chinese characters. */
export function isEnglish(question: string): boolean {
  const latin = question.match(/[a-z]/gu)?.length ?? 0;
  return latin > 6 && latin > 2 * (question.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/**
 * The terms of an English question (normalised) in Chinese, in its order: enough to read a question, never to write an
 * answer. Words that the glossary lacks stay as they are.
 */
export function toChineseTerms(question: string): string {
  return question
    .replace(/\barticles? (\d+)\b/gu, " 第$1条 ")
    .replace(TERM, (wording, term: string) => ` ${CHINESE.get(term) ?? wording} `)
    .replace(LITTLE_WORD, " ")
    .replace(/\b(20\d\d)\b/gu, "$1年")
    .replace(/\s+/gu, " ")
    .trim();
}
