import { splitSentences } from "../words/sentences.js";

/** A sentence with the one mark that closes it; `mark` is null where it has none or several. */
export interface MarkedSentence {
  readonly text: string;
  readonly mark: number | null;
}

export interface ProseLine {
  readonly isItem: boolean;
  readonly sentences: readonly MarkedSentence[];
}

/** What reasoning models think aloud; an unclosed one runs to the end. */
const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const BULLET = /^(?:[-*+•]|\d{1,2}[.)、])\s*(?=\S)/u;

/**
 * Reads what a model wrote. Emphasis, headings and its own numbers before items are taken off; nothing else is interpreted.
 */
export function parseProse(output: string): ProseLine[] {
  const lines = output.replace(THINKING, "").split(/\r?\n/u);
  return lines.flatMap((raw) => {
    const line = raw
      .replace(INVISIBLE, "")
      .replace(/\*\*|__|^\s*#{1,6}\s+/gu, "")
      .trim();
    if (line === "") return [];
    const bullet = BULLET.exec(line)?.[0] ?? "";
    return [{ isItem: bullet !== "", sentences: toSentences(line.slice(bullet.length)) }];
  });
}

/** Marks after a stop belong to the sentence before it: 30日。[1] is 30日[1]。 */
function toSentences(line: string): MarkedSentence[] {
  const joined = line.replace(/([。！？；，,;!?])((?:\s*\[\d{1,3}\])+)/gu, "$2$1");
  return splitSentences(joined).flatMap(({ start, end }) => cutAtMarks(joined.slice(start, end)));
}

/**
 * A mark before a comma ends a sentence too: what comes after it stands on another place and must not borrow the subject of
 * this one. A mark in any other place stays in the text, which then proves nothing.
 */
function cutAtMarks(sentence: string): MarkedSentence[] {
  const cut: MarkedSentence[] = [];
  let start = 0;
  for (const match of sentence.matchAll(/((?:\s*\[\d{1,3}\])+)([，；,;。！？!?]|$)/gu)) {
    const [whole, marks = "", stop = ""] = match;
    const text = sentence.slice(start, match.index).trim() + stop.replace(/[，,]/u, "。");
    cut.push({ text, mark: soleMark(marks) });
    start = match.index + whole.length;
  }
  const rest = sentence.slice(start).trim();
  return rest === "" ? cut : [...cut, { text: rest, mark: null }];
}

function soleMark(marks: string): number | null {
  const indexes = new Set([...marks.matchAll(/\d+/gu)].map(([index]) => Number(index)));
  const [first] = indexes;
  return indexes.size === 1 && first !== undefined ? first : null;
}

/** The prose as Markdown, every mark behind its stop. `renumber` gives the number that a mark has now. */
export function renderProse(lines: readonly ProseLine[], renumber: (mark: number) => number): string {
  return lines
    .map(({ isItem, sentences }, at) => {
      const words = sentences.map(({ text, mark }) => (mark === null ? text : `${text}[${renumber(mark)}]`)).join("");
      if (at === 0) return isItem ? `- ${words}` : words;
      return isItem ? `${lines[at - 1]?.isItem ? "\n" : "\n\n"}- ${words}` : `\n\n${words}`;
    })
    .join("");
}
