import type { Answer } from "../answer.js";
import { officialForm } from "../writing/cite.js";
import type { Joints } from "./prose-align.js";
import { jointsOf } from "./prose-joints.js";
import { type Clause, splitClauses } from "./prose-text.js";

/** What a sentence marked `[index]` may say: the answer's own words under that mark. */
export interface ProseSource {
  readonly index: number;
  /** 《…》（朝政发〔2022〕9号）第八条第（一）项 */
  readonly name: string;
  readonly joints: Joints;
  /** The quotation, with the wording that the answer puts before it where it does. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** Stands in a list of several cited places, which is whole or worthless. */
  readonly isListItem: boolean;
}

/** An extractive answer taken apart for rewriting. */
export interface AnswerParts {
  /** The verdict before the first quotation (**可以。**), which stays as it is; empty where there is none. */
  readonly verdict: string;
  /** In the order of the citations, the main one first. */
  readonly sources: readonly ProseSource[];
}

const VERDICT = /^\*\*[^*\n]{1,6}。\*\*\n\n/u;

/**
 * Takes an answer apart at its marks. Null for what must stay in the rule's own form: refusals, wording that was amended
 * or replaced, several places with headings, and sentences without a mark.
 */
export function takeApart(answer: Answer): AnswerParts | null {
  if (
    answer.status !== "answered" ||
    answer.citations.some(({ status }) => status !== "in_force" && status !== "unknown")
  )
    return null;
  const verdict = VERDICT.exec(answer.answer)?.[0] ?? "";
  const body = answer.answer.slice(verdict.length);
  if (/\*\*|~~/u.test(body) || hasUnmarkedSentence(body)) return null;
  const words = wordsByMark(body);
  const sources = answer.citations.flatMap((citation): ProseSource[] => {
    const own = words.get(citation.index);
    if (!own) return [];
    const text = own.text.replaceAll(/^- /gmu, "").replaceAll(/\n+/gu, "\n").trim();
    return [
      {
        index: citation.index,
        name: officialForm(citation),
        joints: jointsOf(citation),
        text,
        clauses: splitClauses(text),
        isListItem: own.isListItem,
      },
    ];
  });
  return sources.length === answer.citations.length ? { verdict, sources } : null;
}

/** A paragraph that ends with a stop and no mark says what no citation proves (表中没有“一季度”的事项。). */
function hasUnmarkedSentence(body: string): boolean {
  const blocks = body.split("\n\n");
  return blocks.some((block, at) => /。$/u.test(block) && !/^- /u.test(blocks[at + 1] ?? ""));
}

function wordsByMark(body: string): Map<number, { text: string; isListItem: boolean }> {
  const words = new Map<number, { text: string; isListItem: boolean }>();
  let start = 0;
  for (const match of body.matchAll(/\[(\d{1,3})\]/gu)) {
    const index = Number(match[1]);
    const text = body.slice(start, match.index);
    const known = words.get(index);
    const isListItem = /^\n- [^\n]*$/u.test(text);
    words.set(index, {
      text: known ? `${known.text}\n${text}` : text,
      isListItem: isListItem || known?.isListItem === true,
    });
    start = match.index + match[0].length;
  }
  return words;
}
