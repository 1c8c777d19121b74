import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { parentOf } from "../places/place-tree.js";
import { Draft } from "../writing/draft.js";
import { writePlaces } from "./reference-answer.js";

const ASKS_FULL_NAME =
  /指的?是?(?:什么|啥|哪)|全[称名]|完整的?(?:名字|名称|叫法)|代指|是(?:什么|啥|哪[^,。]{0,6})的简称/u;
const MARKED = /[《"]([^《》"]{2,20})[》"]/u;
/** 简称的决策承办单位,全称是什么 */
const CALLED = /(?:简称|说|叫|写|用)的(?:[这那]个)?([^,。的]{2,12}?)[,的]*(?:它的)?全[称名]/u;

/**
 * The sentence in which one of the documents gives a text or a body the short name that is asked about (以下简称《目录》); null where none
 * does.
 */
export function answerShortName(
  library: PolicyLibrary,
  documents: readonly DocumentHead[],
  name: string,
): Draft | null {
  for (const provision of documents.flatMap(({ documentId }) => library.provisionsOf(documentId))) {
    if (provision.children.length > 0 || !provision.text.includes("简称")) continue;
    const sentence = [...provision.text.matchAll(/[^。\n]+。?/gu)].find(([one]) => gives(normalise(one), name));
    if (!sentence) continue;
    // (以下简称决策事项)包括: is told by the list that follows.
    const list = /(?:包括|是指|指|为)[:：]\s*$/u.test(sentence[0]) ? parentOf(library, provision) : undefined;
    if (list) return writePlaces(library, [list]);
    const draft = new Draft(library);
    draft.add(draft.quote(provision, sentence.index, sentence.index + sentence[0].length));
    return draft;
  }
  return null;
}

/** The short name of which a question asks the full one; null where it asks none. */
export function shortNameAsked(question: string): string | null {
  if (!ASKS_FULL_NAME.test(question)) return null;
  return MARKED.exec(question)?.[1] ?? CALLED.exec(question)?.[1] ?? null;
}

function gives(sentence: string, name: string): boolean {
  return [...sentence.matchAll(GIVEN)].some(([, given]) => given === name);
}

const GIVEN = /简称:?为?\s*(?:本)?[《"]?([^《》"()),。;]{2,20})/gu;
