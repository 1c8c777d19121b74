import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import type { PlaceStep } from "../places/place.js";
import { isList, itemsOf, parentOf } from "../places/place-tree.js";
import { namesDocumentType } from "../question/scope.js";
import type { Understanding } from "../question/understand.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";

/** A list that words name and the item of it that is asked for; null where the list ends before. */
export interface ItemAsked {
  readonly list: Provision;
  readonly item: Provision | null;
}

/** Candidates that are looked at for a list. */
const LOOKED_AT = 3;
/** A list is meant where its candidate covers this much of the question. */
const MEANT = 0.5;
const ARTICLE = /(?:第|最后|倒数|末|首|打头)[^,。?]{0,5}条|[0-9一二三四五六七八九十百]+条/u;
/** From this cover on a title has a word. */
const HAS = 0.5;

/**
 * The one step of a question that counts in a list which other words name: 提请审议要交的材料，第一项是什么, 工作原则第三条. Null for a place that
 * is a reference by itself (第八条第一项, 目录第二项).
 */
export function stepInNamedList(
  library: PolicyLibrary,
  { text, places, terms, documents }: Pick<Understanding, "text" | "places" | "terms" | "documents">,
): PlaceStep | null {
  const [place, second] = places;
  const [step, below] = place ?? [];
  if (!step || second || below || !(step.unit === "point" || step.unit === "article" || step.unit === "any"))
    return null;
  const isFree = isFreeItem({ text, documents }, step);
  // A list is named before its item; 第四条 that begins a question is an article.
  const at = step.unit === "article" ? text.search(ARTICLE) : text.length;
  const titles = library.documents.map(({ title, noticeTitle }) => comparable(`${title} ${noticeTitle ?? ""}`));
  const isNamed = (term: Term): boolean =>
    (term.role === "topic" || term.role === "asked") &&
    text.indexOf(term.text) < at &&
    (isFree || titles.every((title) => coverTerm(term, title) < HAS));
  // 9号文第三条 is an article of it, whatever else is said, and 最后一条 one of a text.
  const isOfArticles = documents.some(({ documentId }) => library.provision(`${documentId}#art_1`) !== undefined);
  const isOfText = step.unit === "article" && (isOfArticles || step.n < 0);
  return terms.some(isNamed) && !isOfText ? step : null;
}

/** Without a document 第一项 is of whatever list the other words name, be they in titles or not. */
export function isFreeItem(
  { text, documents }: Pick<Understanding, "text" | "documents">,
  { unit }: PlaceStep,
): boolean {
  return unit === "point" && documents.length === 0 && !namesDocumentType(text);
}

/** The item at that step of the first list that the best candidates are, or stand in. An article is counted only in a text without articles. */
export function itemAsked(
  library: PolicyLibrary,
  ranked: readonly ScoredCandidate[],
  { unit, n }: PlaceStep,
): ItemAsked | null {
  for (const { provision, shape, features } of ranked.slice(0, LOOKED_AT)) {
    if (features.cover < MEANT) continue;
    const parent = parentOf(library, provision);
    const list = shape === "whole" ? provision : parent && isItem(library, parent, provision) ? parent : null;
    if (!list || (unit === "article" && library.provision(`${list.documentId}#art_1`))) continue;
    return { list, item: itemsOf(library, list).at(n > 0 ? n - 1 : n) ?? null };
  }
  return null;
}

function isItem(library: PolicyLibrary, list: Provision, { id }: Provision): boolean {
  return isList(library, list) && itemsOf(library, list).some((item) => item.id === id);
}
