import type { PolicyLibrary } from "../corpus/library.js";
import type { Provision } from "../corpus/provision.js";
import { tellsMembers } from "./choosing/membership.js";
import { isAskedByName } from "./choosing/named-list.js";
import { belongingTogether } from "./choosing/together.js";
import { amendmentsAsked, writeAmendment } from "./documents/amendment-answer.js";
import { writePlaces } from "./documents/reference-answer.js";
import { amendmentOf, amendmentTo } from "./places/amendment.js";
import {
  ancestorsOf,
  introducedList,
  isList,
  isNested,
  needsOutline,
  parentOf,
  rowsOf,
  tableOf,
} from "./places/place-tree.js";
import { wantsList } from "./question/evidence.js";
import type { Understanding } from "./question/understand.js";
import type { ScoredCandidate } from "./ranking/score.js";
import { verdictOf } from "./ranking/verdict.js";
import { hasUnmetValue, rowsNamed, writeRow, writeRows } from "./tables/table-answer.js";
import { Draft } from "./writing/draft.js";
import { writeExtract, writeList } from "./writing/extract.js";

/** Writes the answer that ranked places give, in the form that what is asked and the best of them call for. */
export function writeAnswer(
  library: PolicyLibrary,
  understanding: Understanding,
  scored: readonly ScoredCandidate[],
): Draft {
  const draft = new Draft(library);
  const { terms, kind, text } = understanding;
  const best = scored[0];
  if (!best) return draft;
  const { provision, shape } = best;
  const article = asksForWhole(text) && [provision, ...ancestorsOf(library, provision)].find(isArticle);
  if (article) return writePlaces(library, [article]);
  const amendment = amendmentOf(library, provision) ?? amendmentTo(library, provision);
  const parent = parentOf(library, provision);
  const table = tableOf(library, provision);
  const named = table ? rowsNamed(library, table, understanding) : [];
  const asked = kind === "amendment" ? amendmentsAsked(library, provision.documentId, understanding) : [];
  if (asked.length > 0) for (const one of asked) writeAmendment(draft, library, one);
  else if (amendment) writeAmendment(draft, library, amendment);
  else if (named.length > 0) for (const row of named) writeRow(draft, row, understanding);
  else if (provision.level === "table") writeRows(draft, rowsOf(library, provision), text);
  else if (provision.level === "row" && parent && hasUnmetValue(library, parent, text))
    writeRows(draft, rowsOf(library, parent), text);
  else if (provision.level === "row" && parent) writeRow(draft, provision, understanding);
  else {
    const verdict = shape === "own" ? verdictOf(text, terms, { text: best.text, scores: best.reading }) : null;
    if (verdict) draft.add(`**${verdict}。**`);
    // What is asked for by its name is whole, and so is the list that defines a class.
    const isNamed = isAskedByName(library, best, understanding);
    const isWhole = isNamed || tellsMembers(library, best, understanding);
    const others = isWhole ? [] : [...belongingTogether(library, scored, terms)];
    // 老年人和产业工人这两块: two parts of one whole.
    if (isNamed && parent)
      others.push(...scored.filter((one) => isBeside(one, best) && isAskedByName(library, one, understanding)));
    const siblings =
      listAsked(library, text, scored) ?? (ASKS_OF_EACH.test(text) ? listOfAll(library, [best, ...others]) : null);
    if (siblings) {
      writeList(draft, library, siblings);
      return draft;
    }
    const introduced = wantsList(kind) ? introducedList(library, provision) : null;
    if (introduced) writeList(draft, library, introduced);
    else writeExtract(draft, library, best, understanding);
    for (const other of others) writeExtract(draft, library, other, understanding);
  }
  return draft;
}

/** 专家论证那条全给我看看, 合法性审查从头到尾怎么走: all of the article that fits best. */
const asksForWhole = (question: string): boolean =>
  /那一?条[^,。]{0,6}(?:全|整|原文|念)|整条|全条|从头到尾|从头至尾|全流程|整个(?:流程|过程|程序)|完整(?:的)?(?:流程|程序|过程|内容)/u.test(
    question,
  );

/** 有几个口子, 一共几条 */
const ASKS_HOW_MANY = /几.{0,3}(?:口子|路子|门路|途径|渠道|来路|来源)|几条路(?=可|能|走|$)|一共(?:有)?几[条项]/u;
/** 各家怎么分工 */
const ASKS_OF_EACH = /[各都].{0,3}(?:口子|路子|门路|途径|渠道|来路|来源)|各(?:家|自|单位|部门)|分工/u;

/** How many of the places that fit best may be items of the list that is asked for. */
const NEXT = 3;

/** The list that a question asks for as a whole (有几个口子) and that places which fit it best are several items of; null for none. */
export function listAsked(
  library: PolicyLibrary,
  question: string,
  scored: readonly ScoredCandidate[],
): Provision | null {
  return ASKS_HOW_MANY.test(question) ? listOfAll(library, scored.slice(0, NEXT)) : null;
}

/** The list that places are, stand in or introduce, several of them; null where they do not. */
function listOfAll(library: PolicyLibrary, [first, ...others]: readonly ScoredCandidate[]): Provision | null {
  if (!first || others.length === 0) return null;
  const list = isList(library, first.provision) ? first.provision : parentOf(library, first.provision);
  if (!list || !isList(library, list) || needsOutline(library, list)) return null;
  return others.some(({ provision }) => isNested(provision.id, list.id)) ? list : null;
}

const isBeside = ({ provision }: ScoredCandidate, best: ScoredCandidate): boolean =>
  provision.id !== best.provision.id &&
  provision.documentId === best.provision.documentId &&
  provision.parent === best.provision.parent;

const isArticle = ({ level }: Provision): boolean => level === "article";
