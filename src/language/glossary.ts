import glossaryRows from "./glossary.json" with { type: "json" };
import { regionsInEnglish } from "./regions-in-english.js";

interface Table {
  /** Chinese by the stems of the English wording. */
  readonly chinese: ReadonlyMap<string, string>;
  /** Words in the longest wording. */
  readonly longest: number;
}

let table: Table | undefined;

/**
 * Rows of `glossary.json`, by theme: English for what rules speak of, wordings of one meaning parted by `|`, in lower case
 * and without plain endings (-s, -es, -d, -ed, -ing are understood), and the Chinese for it. A row belongs there when it
 * holds for any government rule.
 */
const THEMES = Object.values(glossaryRows) as [english: string, chinese: string][][];

/** Made on first need: most questions are Chinese. Of two wordings with one stem the later decides, so the general theme comes last. */
function glossary(): Table {
  if (table) return table;
  const rows = [...regionsInEnglish(), ...THEMES.flat()];
  const wordings = rows.flatMap(([english, meaning]) =>
    english.split("|").map((wording) => [wording, meaning] as const),
  );
  const chinese = new Map([
    ...wordings.map(([wording, meaning]) => [stemsOf(wording).join(" "), meaning] as const),
    // A wording as it is written goes before those that share its stem: park is not parking.
    ...wordings.map(([wording, meaning]) => [wordsOf(wording).join(" "), meaning] as const),
  ]);
  table = { chinese, longest: Math.max(...[...chinese.keys()].map((wording) => wording.split(" ").length)) };
  return table;
}

const stemsOf = (wording: string) => wordsOf(wording).map(stem);

/** English words that carry no subject. */
const LITTLE_WORD =
  /^(?:the|a|an|of|for|to|be|been|is|are|was|were|in|on|at|by|and|or|do|does|did|it|its|this|that|these|those|there|with|from|as|if|i|we|you|they|he|she|my|your|our|their|s|open|get|need|have|has|had|will|would|any|please|tell|me|about|into|under|after|before|during|help|out|carr(?:y|ies|ied)|receive|use|used|new|own|still|who|many|ones?|someone|anyone|people|person|kind|sort|thing|make|made|take|taken|give|given|go|goes|put|set|let|also|done|say|says|up|end|inside)$/u;

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
  const stretches = placesInChinese(question).split(/([a-z][a-z'’-]*(?: +[a-z][a-z'’-]*)*)/u);
  return stretches
    .map((stretch, i) => (i % 2 === 1 ? translate(stretch) : stretch))
    .join(" ")
    .replace(/(?<!〔)\b(20\d\d)\b/gu, "$1年")
    .replace(/\s+/gu, " ")
    .trim();
}

const UNITS: Readonly<Record<string, string>> = {
  article: "条",
  paragraph: "款",
  item: "项",
  point: "项",
  chapter: "章",
};
const PLACE = "(articles?|paragraphs?|items?|points?|chapters?) (\\d+)";

/** Paragraph 3 of article 19 and article 19, paragraph 3 are both 第19条第3款. */
function placesInChinese(question: string): string {
  const place = (unit: string, n: string) => `第${n}${UNITS[unit.replace(/s$/u, "")]}`;
  return question
    .replace(
      new RegExp(`\\b${PLACE} (?:of|in|under) (?:the )?${PLACE}`, "gu"),
      (_, inner, n, outer, m) => ` ${place(outer, m)}${place(inner, n)} `,
    )
    .replace(new RegExp(`\\b${PLACE},? ?(?=${PLACE})`, "gu"), (_, unit, n) => ` ${place(unit, n)}`)
    .replace(new RegExp(`\\b${PLACE}`, "gu"), (_, unit, n) => `${place(unit, n)} `)
    .replace(
      /\b1([1-9])th five-year(?: (?:plan|period))*/gu,
      (_, n) => ` 十${"一二三四五六七八九".charAt(Number(n) - 1)}五 `,
    )
    .replace(/\bno\. ?(\d+)(?: of (20\d\d))?\b/gu, (_, n, year) => (year ? ` 〔${year}〕${n}号 ` : ` ${n}号文 `));
}

/** Longest wording first, at each word in turn. */
function translate(stretch: string): string {
  const { chinese, longest } = glossary();
  const words = wordsOf(stretch);
  const stems = words.map(stem);
  const meaningOf = (from: number, to: number) =>
    chinese.get(words.slice(from, to).join(" ")) ?? chinese.get(stems.slice(from, to).join(" "));
  const read: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = Math.min(at + longest, words.length);
    while (end > at && meaningOf(at, end) === undefined) end--;
    const word = words[at] ?? "";
    const meaning = meaningOf(at, end);
    if (meaning !== undefined) read.push(meaning);
    else if (!LITTLE_WORD.test(word)) read.push(word);
    at = Math.max(at + 1, end);
  }
  return read.join(" ");
}

/** Hyphens part words as spaces do, and nobody is sure of them. */
function wordsOf(text: string): string[] {
  return text
    .replace(/['’]s?(?![a-z])/gu, "")
    .split(/[\s-]+/u)
    .filter(Boolean);
}

/** A word without its plain ending: applies, applied and applying are one. Short words are whole. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  const bare = word
    .replace(/(?:ies|ied)$/u, "y")
    .replace(/(?<=ss|sh|ch|x|z)es$/u, "")
    .replace(/(?<=[^suie])s$/u, "")
    .replace(/(?<=e)s$/u, "")
    .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$/u, "")
    .replace(/(?<=[aeiou])([bdgmnprt])\1$/u, "$1");
  return bare.length > 3 ? bare.replace(/e$/u, "") : bare;
}
