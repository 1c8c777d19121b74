import { isDecree } from "../../corpus/adoption.js";
import type { PolicyLibrary } from "../../corpus/library.js";
import { normalise } from "../../language/normalise.js";
import { ancestorsOf, isList, leadInOf, parentOf } from "../places/place-tree.js";
import { LIST_NOUN } from "../question/listing.js";
import type { QuestionKind } from "../question/question-kind.js";
import { comparable } from "../words/comparable.js";
import { coverTerms, type Layer, weightedCover } from "../words/match.js";
import { formOf } from "../words/table-form.js";
import type { Term } from "../words/terms.js";
import type { Candidate } from "./candidates.js";

/** Every passage of a document stands under its title. */
export const TITLE_FACTOR = 0.7;

/** The words that a passage is read under: its lead-in, its headings, its document's title. */
export function contextLayers(library: PolicyLibrary, candidate: Candidate): Layer[] {
  const { provision } = candidate;
  const document = library.document(provision.documentId);
  const headings = [provision, ...ancestorsOf(library, provision)].map((p) => p.heading ?? "").join(" ");
  const { title: name = "", number = null } = document ?? {};
  // Of an order's number (国务院令第713号) people know no more than the issuer, who is no word for what a text is about.
  const title = `${name} ${number === null || isDecree(number) ? "" : number}`;
  return [
    { text: comparable(leadInOf(library, provision)), factor: 0.9 },
    { text: comparable(headings), factor: 0.9 },
    { text: comparable(title), factor: TITLE_FACTOR },
  ];
}

export function isOpening(library: PolicyLibrary, { provision, shape }: Candidate): boolean {
  const parent = parentOf(library, provision);
  return (
    shape === "own" &&
    provision.level === "paragraph" &&
    parent?.children[0] === provision.eId &&
    isList(library, parent)
  );
}

/** 一季度 is asked of a table whose cells are 三季度. */
export function isAskedOfColumn({ provision, text }: Candidate, term: string): boolean {
  if (provision.level !== "table" && provision.level !== "row") return false;
  const form = formOf(term);
  return form !== null && text.split(/[\t\n]/u).some((cell) => formOf(normalise(cell)) === form);
}

export function isNamedTable(library: PolicyLibrary, { provision }: Candidate, question: string): boolean {
  if (provision.level !== "table") return false;
  const noun = LIST_NOUN.exec(library.document(provision.documentId)?.title ?? "")?.[0];
  return noun !== undefined && question.includes(noun);
}

/** Cover by the first line of a list, which introduces it, and by what it stands under. */
export function leadCover(
  library: PolicyLibrary,
  candidate: Candidate,
  terms: readonly Term[],
  context: readonly Layer[],
): number {
  const first = candidate.provision.children[0];
  const introduced = library.provision(`${candidate.provision.documentId}#${first}`)?.level === "paragraph";
  const hasLead = introduced || candidate.provision.ownLength > 0;
  const lead = hasLead ? comparable(candidate.text.split("\n")[0] ?? "") : "";
  return weightedCover(terms, coverTerms(terms, [{ text: lead, factor: 1 }, ...context]));
}

const REGION = /[一-鿿]{2,6}?(?:省|自治区|[市区县州旗])/u;

/** A law has its region in its title: who adopted it is not weighed, and 国家市场监督管理总局 is of no 市. */
const ADOPTS = /人民代表大会|^国家/u;

/** Issued by or for one region; the laws of the land hold everywhere. */
export function isLocal(library: PolicyLibrary, { provision }: Candidate): boolean {
  const { issuer, title = "" } = library.document(provision.documentId) ?? {};
  return REGION.test(`${issuer && !ADOPTS.test(issuer) ? issuer : ""} ${title}`);
}

/** Kinds that the columns of a list of matters (name, organ, time) never answer. */
const OFF_TABLE = new Set<QuestionKind>([
  "materials",
  "procedure",
  "money",
  "channel",
  "condition",
  "liability",
  "purpose",
  "definition",
  "basis",
  "percent",
  "contact",
  "form",
  "state",
  "frequency",
  "difference",
]);

export function isOffTable({ provision }: Candidate, kind: QuestionKind): boolean {
  return (provision.level === "row" || provision.level === "table") && OFF_TABLE.has(kind);
}
