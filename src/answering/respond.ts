import type { Provision } from "../corpus/provision.js";
import { isRegion } from "../language/regions.js";
import type { SearchOptions } from "../retrieval/hit.js";
import { deciderFirst } from "./choosing/decider.js";
import { definitionFirst } from "./choosing/definition.js";
import { isElsewhere, isYearCovered } from "./choosing/elsewhere.js";
import { isFreeItem, itemAsked, stepInNamedList } from "./choosing/item-asked.js";
import { lacksAnswer } from "./choosing/lacks.js";
import { materialsFirst } from "./choosing/materials.js";
import { membersFirst, tellsMembers } from "./choosing/membership.js";
import { isAskedByName, sectionsAsked } from "./choosing/named-list.js";
import { narrowed } from "./choosing/narrow.js";
import { occasionFirst } from "./choosing/occasion.js";
import { putFirst } from "./choosing/put-first.js";
import { rangeFirst } from "./choosing/range.js";
import { spellingFirst, spellsSum } from "./choosing/summed-up.js";
import { yearFirst } from "./choosing/year.js";
import type { AnswererDeps } from "./deps.js";
import { answerAboutDocument } from "./documents/about-document.js";
import { answerReferences, placesReferred } from "./documents/answer-places.js";
import { answerMentioned } from "./documents/mentioned-document.js";
import { writePlaces } from "./documents/reference-answer.js";
import { answerFactOfPlace, factAskedOfPlace } from "./fact-of-place.js";
import { tableOf } from "./places/place-tree.js";
import { spellSteps } from "./places/spell-steps.js";
import { quantityPattern } from "./question/evidence.js";
import type { QuestionKind } from "./question/question-kind.js";
import type { Understanding } from "./question/understand.js";
import { anchorsOf } from "./ranking/anchor.js";
import { type Candidate, collectCandidates } from "./ranking/candidates.js";
import { confidenceOf, hasSubject, isAnswerable, SETTLED } from "./ranking/confidence.js";
import type { Asked } from "./ranking/features.js";
import { type ScoredCandidate, scoreCandidates } from "./ranking/score.js";
import { hasUnmetValue, onlyRow, writeColumns, writeRow, writeRows } from "./tables/table-answer.js";
import { askedOfTable, columnsAsked, rowCalled } from "./tables/table-question.js";
import type { Missing } from "./tables/table-rows.js";
import { listAsked, writeAnswer } from "./write-answer.js";
import { noteComing } from "./writing/coming.js";
import { type Decline, decline, reasonFor } from "./writing/decline.js";
import { Draft } from "./writing/draft.js";
import type { Outcome } from "./writing/outcome.js";
import { wording } from "./writing/wording.zh.js";

/** How many rows are fetched for a question: over laws two answers in a hundred stand below the first hundred. */
const DEPTH = 200;

/** The steps of an answer, each of which may settle the question; the first that does wins. */
export async function respond(deps: AnswererDeps, understanding: Understanding): Promise<Outcome> {
  const outcome =
    answerFromTable(deps, understanding) ??
    (await answerItem(deps, understanding)) ??
    (await answerMentioned(deps, understanding)) ??
    declineByName(deps, understanding) ??
    (await answerWithinPlaces(deps, understanding)) ??
    answerByName(deps, understanding) ??
    (await answerFromText(deps, understanding));
  if ("draft" in outcome) noteComing(deps.library, outcome.draft, understanding.kind);
  return outcome;
}

/** An item by its number in a list that other words name. */
async function answerItem(deps: AnswererDeps, understanding: Understanding): Promise<Outcome | null> {
  const { library } = deps;
  const { screened, missingDocument, amendedDocument, references } = understanding;
  const isOther = screened !== null || missingDocument !== null || amendedDocument !== null;
  const step = isOther ? null : stepInNamedList(library, understanding);
  if (!step) return null;
  const ranked = await findCandidates(deps, { ...understanding, text: references.rest });
  const found = isAnswerable(references.rest, ranked) ? itemAsked(library, ranked, step) : null;
  // An item of a list that is not here is no reference to whatever else has so many.
  if (!found) return isFreeItem(understanding, step) ? answerFromText(deps, understanding) : null;
  const { list, item } = found;
  if (item) return { draft: writePlaces(library, [item]), confidence: confidenceOf(references.rest, ranked) };
  const title = library.document(list.documentId)?.title ?? "";
  const detail = wording.missingPlace(title, `${list.label}${spellSteps([{ ...step, unit: "point" }])}`);
  return { decline: decline(library, "no_such_provision", [list.id], detail), confidence: 0 };
}

/** What needs no search: lists, small talk, documents that are not here, references, facts about a document. */
export function settleWithoutSearch(deps: AnswererDeps, understanding: Understanding): Outcome | null {
  return (
    answerFromTable(deps, understanding) ?? declineByName(deps, understanding) ?? answerByName(deps, understanding)
  );
}

function declineByName(deps: AnswererDeps, understanding: Understanding): Outcome | null {
  return (
    declineScreened(deps, understanding) ??
    answerNamedRow(deps, understanding) ??
    declineMissingDocument(deps, understanding)
  );
}

function answerByName(deps: AnswererDeps, understanding: Understanding): Outcome | null {
  return answerReferences(deps, understanding) ?? answerAboutDocument(deps, understanding);
}

/** A fact that is asked of a place (第五条里谁管公开), by what stands in it; null where the place itself is asked for. */
async function answerWithinPlaces(deps: AnswererDeps, understanding: Understanding): Promise<Outcome | null> {
  const fact = factAskedOfPlace(understanding);
  const referred = fact && placesReferred(deps, understanding);
  if (!fact || !referred || "outcome" in referred) return null;
  const documents = understanding.documents.filter(({ documentId }) => documentId === referred.meant[0]?.documentId);
  const asked = { ...understanding, ...fact, query: fact.text, documents };
  return answerFactOfPlace(deps.library, asked, referred.meant, await findCandidates(deps, asked));
}

function declineScreened({ library }: AnswererDeps, { screened }: Understanding): Outcome | null {
  switch (screened) {
    case null:
      return null;
    case "unsafe":
      return { decline: decline(library, "unsafe", []), confidence: 0 };
    default:
      return {
        decline: decline(library, "off_topic", [], wording.smallTalk[screened] + wording.purpose),
        confidence: 0,
      };
  }
}

/** A text that is here only as a row of a list: who is to write it, and for when. */
function answerNamedRow({ library }: AnswererDeps, understanding: Understanding): Outcome | null {
  const { missingDocument } = understanding;
  const row = missingDocument === null ? null : rowCalled(library, missingDocument, understanding);
  if (!row) return null;
  const draft = new Draft(library);
  writeRow(draft, row, understanding);
  return { draft, confidence: SETTLED };
}

/** Kinds that may name another text and still ask about ours: 依据是不是《…条例》. */
const ABOUT_OURS: readonly QuestionKind[] = ["basis", "yesno", "purpose"];

function declineMissingDocument({ library }: AnswererDeps, understanding: Understanding): Outcome | null {
  const { missingDocument, kind, places, text } = understanding;
  if (missingDocument === null) return null;
  if (places.length === 0 && ABOUT_OURS.includes(kind) && !isItsOwn(missingDocument, text)) return null;
  return { decline: decline(library, "not_in_corpus", [], wording.missingDocument(missingDocument)), confidence: 0 };
}

/** 《…条例》的立法目的是什么 asks about that text itself, not on what ours rests. */
function isItsOwn(missingDocument: string, text: string): boolean {
  const name = missingDocument.replace(/[《》]/gu, "");
  const at = text.indexOf(name);
  return at >= 0 && at <= 1 && OWN_GROUNDS.test(text.slice(at + name.length));
}

const OWN_GROUNDS =
  /^》?的?(?:制定|立法|起草)?(?:的?(?:依据|根据|上位法|目的|宗旨|意义)|(?:是|又是)?为(?:了)?(?:什么|啥))/u;

/** What is asked of the rows of a list; its numbers (目录第一项, 承办两项) are no places of other texts. */
function answerFromTable({ library }: AnswererDeps, understanding: Understanding): Outcome | null {
  const { screened, missingDocument, amendedDocument, documents } = understanding;
  if (screened !== null || missingDocument !== null || amendedDocument !== null) return null;
  const isMeant = ({ documentId }: Provision): boolean =>
    documents.length === 0 || documents.some((document) => document.documentId === documentId);
  const headed = columnsAsked(library, understanding.text);
  if (headed && isMeant(headed)) {
    const draft = new Draft(library);
    writeColumns(draft, library, headed);
    return { draft, confidence: SETTLED };
  }
  const asked = askedOfTable(library, understanding);
  if (!asked || !isMeant(asked.table)) return null;
  const { table, rows, missing } = asked;
  if (missing !== null && missing.what !== "value")
    return { decline: declineOfTable(library, table, missing), confidence: 0 };
  const draft = new Draft(library);
  const [first, second] = rows;
  const isAll = missing !== null || understanding.kind === "count";
  const row = first && !second ? first : isAll ? null : onlyRow(rows, understanding.text);
  if (row) writeRow(draft, row, understanding);
  else writeRows(draft, rows, understanding.text, missing?.name ?? null);
  return { draft, confidence: SETTLED };
}

/** A row that is not there is no place; a column that is not there is nothing that the list tells. */
function declineOfTable(library: AnswererDeps["library"], table: Provision, { what, name }: Missing): Decline {
  const title = library.document(table.documentId)?.title ?? "";
  if (what === "row")
    return decline(library, "no_such_provision", [table.id], wording.missingPlace(title, `${table.label}${name}`));
  return decline(
    library,
    "no_basis",
    [table.id],
    name === "" ? undefined : wording.missingPlace(title, `“${name}”一栏`),
  );
}

async function answerFromText(deps: AnswererDeps, understanding: Understanding): Promise<Outcome> {
  const { library } = deps;
  const { terms, text, wording: asked, topic, told } = understanding;
  const scored = await findCandidates(deps, understanding);
  const [best] = scored;
  const confidence = confidenceOf(asked, scored);
  const elsewhere = best !== undefined && isElsewhere(library, best, terms, text);
  const lacks = best !== undefined && lacksAnswer(library, best, understanding);
  if (!best || elsewhere || lacks || !answers(library, understanding, scored, best)) {
    const nearest = best ? [...new Set(scored.slice(0, 6).map(({ provision }) => provision.id))] : [];
    const isCovered = elsewhere && isYearCovered(library, best, terms, text);
    // It leans on a turn that was answered.
    const goesOn = topic !== "" && told !== "";
    const reason = reasonFor(understanding, {
      hasSubject: isCovered || goesOn || hasSubject(asked, scored),
      isElsewhere: elsewhere && !isCovered,
    });
    const shown = reason === "off_topic" || reason === "unsafe" ? [] : nearest;
    return { decline: decline(library, reason, shown), confidence: lacks ? 0 : confidence };
  }
  const named = isAskedByName(library, best, understanding);
  const first = named ? best : narrowed(library, best, { ...understanding, quantity: quantityPattern(text) });
  return { draft: writeAnswer(library, understanding, [first, ...scored.slice(1)]), confidence };
}

/** What is plain to see decides before what was learned: a table that has no 一季度 says so itself. */
function answers(
  library: AnswererDeps["library"],
  understanding: Understanding,
  scored: readonly ScoredCandidate[],
  best: ScoredCandidate,
): boolean {
  const { text } = understanding;
  if (isAskedByName(library, best, understanding)) return true;
  if (tellsMembers(library, best, understanding) || listAsked(library, text, scored) !== null) return true;
  const table = tableOf(library, best.provision);
  return isAnswerable(understanding.wording, scored) || (table !== undefined && hasUnmetValue(library, table, text));
}

/**
 * Ranked candidates for a question, best first; none where the question has no word to search for. A question that names a
 * region is asked of that region's texts first, and of all where they do not answer it.
 */
export async function findCandidates(
  deps: AnswererDeps,
  understanding: Understanding,
): Promise<readonly ScoredCandidate[]> {
  const { terms, documents, asOf, local } = understanding;
  if (terms.length === 0 && documents.length === 0) return [];
  if (documents.length > 0)
    return findWithin(deps, understanding, { documentIds: documents.map((document) => document.documentId) });
  if (asOf !== null) return findWithin(deps, understanding, { inForceOn: asOf });
  if (local.length > 0) {
    // The region has done its work: all these texts are its own.
    const rest = terms.filter(({ text }) => !isRegion(text));
    const ranked = await findWithin(deps, { ...understanding, terms: rest }, { documentIds: local });
    if (isAnswerable(understanding.wording, ranked)) return ranked;
    const [best, ...others] = await findWithin(deps, understanding, {});
    // What another region's text says is nothing to the region asked about, which has texts that say nothing.
    return best && !isElsewhere(deps.library, best, terms, understanding.text) ? [best, ...others] : ranked;
  }
  return findWithin(deps, understanding, {});
}

/** Every candidate that a search finds, before any is looked at closely, and the question as far as they are judged by it. */
export async function gatherCandidates(
  deps: AnswererDeps,
  { text, terms, kind, query }: Understanding,
  scope: Omit<SearchOptions, "k">,
): Promise<{ readonly candidates: readonly Candidate[]; readonly asked: Asked }> {
  const hits = await deps.retriever.search(query, { k: DEPTH, ...scope });
  const asked = { text, terms, kind, quantity: quantityPattern(text), anchors: anchorsOf(text, terms) };
  const found = collectCandidates(deps.library, hits);
  return { candidates: [...found, ...sectionsAsked(deps.library, found, asked)], asked };
}

async function findWithin(
  deps: AnswererDeps,
  understanding: Understanding,
  scope: Omit<SearchOptions, "k">,
): Promise<readonly ScoredCandidate[]> {
  const { text, kind } = understanding;
  const { candidates, asked } = await gatherCandidates(deps, understanding, scope);
  const isNamed = (candidate: Candidate): boolean => isAskedByName(deps.library, candidate, asked);
  const spells = spellsSum(text);
  const ranked = scoreCandidates(deps, candidates, asked, (one) => isNamed(one) || spells(one));
  const members = materialsFirst(deps.library, spellingFirst(membersFirst(deps.library, ranked, asked), spells), kind);
  const defining = definitionFirst(occasionFirst(members, asked), text);
  const scored = yearFirst(deciderFirst(deps.library, defining, asked), asked);
  return rangeFirst(deps.library, putFirst(scored, Number.POSITIVE_INFINITY, isNamed), text);
}
