import type { Amendment, DocumentHead, Provision } from "../../corpus/provision.js";
import type { AnswererDeps } from "../deps.js";
import { mayNameHeading, spellHeading } from "../places/heading-place.js";
import { childrenOf } from "../places/place-tree.js";
import { parseReferences } from "../places/reference.js";
import { spellSteps } from "../places/spell-steps.js";
import { amendedTextCalled, NAMES_DOCUMENT, namedDocuments, namesDocumentType } from "../question/scope.js";
import type { Understanding } from "../question/understand.js";
import { SETTLED } from "../ranking/confidence.js";
import { comparable } from "../words/comparable.js";
import { decline } from "../writing/decline.js";
import { Draft } from "../writing/draft.js";
import type { Outcome } from "../writing/outcome.js";
import { wording } from "../writing/wording.zh.js";
import { amendmentsToPlaces, amendmentsWithin, writeAmendment } from "./amendment-answer.js";
import { type ResolvedPlaces, resolvePlaces, writePlaces } from "./reference-answer.js";

/** What a question's references come to: the places that it means, which an answer shows whole, or else what there is to say of them. */
export type Referred = { readonly meant: readonly Provision[] } | { readonly outcome: Outcome };

/** Answers the places that a question refers to (第八条第二项), or says that there are none such; null for a question without references. */
export function answerReferences(deps: AnswererDeps, asked: Understanding): Outcome | null {
  const referred = placesReferred(deps, asked);
  if (referred === null || "outcome" in referred) return referred?.outcome ?? null;
  return { draft: writePlaces(deps.library, referred.meant), confidence: SETTLED };
}

/** Looks the references of a question up; null where it has none. */
export function placesReferred(deps: AnswererDeps, asked: Understanding): Referred | null {
  const understanding = underHeading(deps, asked);
  const { places } = understanding;
  if (places.length === 0) return null;
  const { library } = deps;
  const changes = answerPlaceChanges(library, understanding);
  if (changes) return { outcome: changes };
  if (understanding.amendedDocument !== null) return { outcome: answerAmendedPlaces(library, understanding) };
  const documents = documentsForPlaces(deps, understanding);
  const [likeliest] = documents;
  const amended =
    likeliest && understanding.documents.length === 0 && amendedTextCalled(library, likeliest, understanding.text);
  if (amended) {
    const ordered = { ...understanding, documents: [likeliest], amendedDocument: `《${amended}》` };
    return { outcome: answerAmendedPlaces(library, ordered) };
  }
  const found = resolvePlaces(library, documents, places);
  const { provisions, missing } =
    (found.provisions.length < places.length && resolveElsewhere(deps, understanding)) || found;
  if (missing) {
    const detail = wording.missingPlace(missing.document.title, spellSteps(missing.steps));
    return { outcome: { decline: decline(library, "no_such_provision", [], detail), confidence: 0 } };
  }
  const meant = provisions.map((provision) => partCalled(library, provision, understanding.references.rest));
  return meant.length > 0 ? { meant } : null;
}

/** 第六条的目录由谁拟订: a noun for a kind of document behind the article may be what is asked about; null where all are not there either. */
function resolveElsewhere(deps: AnswererDeps, understanding: Understanding): ResolvedPlaces | null {
  const { documents, places, text } = understanding;
  const before = text.slice(0, Math.max(0, text.search(ARTICLE)));
  if (documents.length > 0 || places[0]?.[0]?.unit !== "article" || namesDocumentType(before)) return null;
  const resolved = resolvePlaces(deps.library, documentsForPlaces(deps, { ...understanding, text: before }), places);
  return resolved.provisions.length === places.length ? resolved : null;
}

const ARTICLE = /第?[0-9一二三四五六七八九十百]+条/u;

/** The question with its places told by numbers alone, where it tells one by the heading that it stands under (组织保障最后一段). */
function underHeading(deps: AnswererDeps, asked: Understanding): Understanding {
  const { text, places, documents } = asked;
  if (!mayNameHeading(text) || (places.length === 0 && documents.length === 0 && !namesDocumentType(text)))
    return asked;
  for (const { documentId } of documentsForPlaces(deps, asked)) {
    const spelled = spellHeading(text, deps.library.provisionsOf(documentId));
    if (spelled === null) continue;
    const references = parseReferences(spelled);
    return { ...asked, references, places: references.places };
  }
  return asked;
}

const SHORTEST_HEADING = 3;

/** 第五部分的机制保障有哪几块 means the part of that heading within the place. */
function partCalled(library: AnswererDeps["library"], place: Provision, rest: string): Provision {
  const called = childrenOf(library, place).find(({ heading }) => {
    const name = comparable(heading ?? "");
    return name.length >= SHORTEST_HEADING && rest.includes(name);
  });
  return called ? partCalled(library, called, rest) : place;
}

/** A place of the document that was amended, asked for by what it became, or under the title of that document. */
function answerPlaceChanges(
  library: AnswererDeps["library"],
  { places, kind, documents, text, terms }: Understanding,
): Outcome | null {
  const amendments = amendmentsToPlaces(library, places);
  const [named] = namedDocuments(library, text, terms);
  const isNamed = (documentId: string) => named?.document.documentId === documentId && named.cover >= NAMES_DOCUMENT;
  const meant = amendments.filter((amendment) => {
    const ordering = amendment.provisionId.slice(0, amendment.provisionId.indexOf("#"));
    return documents.length > 0
      ? documents.some(({ documentId, number }) => documentId === ordering && number !== null && kind === "amendment")
      : kind === "amendment" || isNamed(ordering);
  });
  if (meant.length === 0) return null;
  return writeAmendments(library, meant);
}

/** Places of a text that is here only as far as it was amended. */
function answerAmendedPlaces(
  library: AnswererDeps["library"],
  { amendedDocument, documents, places }: Understanding,
): Outcome {
  const amendments = amendmentsWithin(documents, places);
  if (amendments.length === 0)
    return {
      decline: decline(library, "not_in_corpus", [], wording.onlyAmended(amendedDocument ?? "")),
      confidence: 0,
    };
  return writeAmendments(library, amendments);
}

function writeAmendments(library: AnswererDeps["library"], amendments: readonly Amendment[]): Outcome {
  const draft = new Draft(library);
  for (const amendment of amendments) writeAmendment(draft, library, amendment);
  return { draft, confidence: SETTLED };
}

/**
 * Named documents; otherwise those that the question's words name; otherwise all, those with 条 first for 第X条. A document
 * that only the turn before named comes first, and others after it: it may have no such place.
 */
function documentsForPlaces(
  { library }: AnswererDeps,
  { documents, references, asOf, text, terms, places }: Understanding,
): readonly DocumentHead[] {
  const { number, shortNumber, names } = references.mention;
  const isNamed = number !== null || shortNumber !== null || names.length > 0 || asOf !== null;
  if (documents.length > 0 && isNamed) return documents;
  const named = namedDocuments(library, text, terms);
  const wantsArticle = places[0]?.[0]?.unit === "article";
  const hasArticles = ({ documentId }: DocumentHead) => library.provision(`${documentId}#art_1`) !== undefined;
  const rank = (document: DocumentHead) => (wantsArticle && !hasArticles(document) ? 1 : 0);
  const typed = namesDocumentType(text);
  // 第四条 of a text without 条 is its 四、, but only where no other text has one.
  const articled = wantsArticle && !typed && named.some(({ document }) => hasArticles(document));
  const likely = named
    .filter(({ document }) => !articled || hasArticles(document))
    .map(({ document, cover }) => ({ document, order: (typed ? 0 : rank(document)) - cover }))
    .sort((a, b) => a.order - b.order)
    .map(({ document }) => document);
  // The books of a code are one text.
  const meant = typed ? likely.filter(({ title }) => title === likely[0]?.title) : likely.slice(0, 8);
  return [...new Set([...documents, ...meant])];
}
