import type { DocumentHead } from "../../corpus/provision.js";
import { isEnglish, toChineseTerms } from "../../language/glossary.js";
import { withoutManner } from "../../language/manner.js";
import { normalise } from "../../language/normalise.js";
import { correctSlips, findSlips } from "../../language/spelling.js";
import type { Question } from "../answer.js";
import type { AnswererDeps } from "../deps.js";
import { type PlaceStep, shifted, under } from "../places/place.js";
import { type ParsedReferences, parseReferences } from "../places/reference.js";
import { resolveDocuments, unmarkDrafts } from "../places/resolve.js";
import { parseTerms, type Term } from "../words/terms.js";
import { type AdoptionAsked, adoptionAsked } from "./adoption-asked.js";
import { asOfDay, versionsMeant } from "./as-of.js";
import { continueCounting } from "./continued.js";
import { type Conversation, isCounterpart, leans, readConversation } from "./conversation.js";
import { datedVersion } from "./dated-version.js";
import { withoutListing } from "./listing.js";
import { localDocuments, withoutOwnRegions } from "./local-documents.js";
import { type QuestionKind, questionKind } from "./question-kind.js";
import { listOfAnother } from "./scope.js";
import { type Screened, type Screening, screen, screening, withoutSteering } from "./screen.js";
import { markTitles } from "./title-marks.js";

/** A question as read: what is asked, about what, in which document, and what it leans on. */
export interface Understanding {
  /** Normalised question, for matching only. */
  readonly text: string;
  readonly screened: Screened;
  /** What it is by its wording alone. */
  readonly screening: Screening;
  readonly kind: QuestionKind;
  /** Content words, those of the turn before at half weight where the question leans on it. */
  readonly terms: readonly Term[];
  /** What is searched for: the question, its drafted wordings, and the topic it leans on. */
  readonly query: string;
  readonly references: ParsedReferences;
  /** Places asked for, relative ones made absolute. */
  readonly places: readonly (readonly PlaceStep[])[];
  /** Ids of the documents of the regions that it names; none where it names none or the corpus has no text of them. */
  readonly local: readonly string[];
  /** The question as it is asked: where the corpus has texts of the regions that it names, without these, which are no part of what is asked. */
  readonly wording: string;
  /** Documents that number or title name, best first. */
  readonly documents: readonly DocumentHead[];
  /** The day as of which a text is asked for, ISO; null for what holds now. */
  readonly asOf: string | null;
  /** A document that is named and is not here. */
  readonly missingDocument: string | null;
  /** A document that is named and of which only amendments are here. */
  readonly amendedDocument: string | null;
  /** What earlier answers said, normalised. */
  readonly told: string;
  /** The earlier question that it leans on, normalised; empty where it leans on none. */
  readonly topic: string;
  /** What it asks of the 题注 of a text, and nothing else; null for other questions. */
  readonly adoption: AdoptionAsked | null;
}

export function understand(deps: AnswererDeps, { question, history }: Question): Understanding {
  const typed = withoutSteering(normalise(continueCounting(question, history) ?? question).trim());
  const text = readable(typed, deps);
  const conversation = readConversation(history);
  const dated = datedVersion(deps.library, text);
  const references = parseReferences(dated?.rest ?? unmarkDrafts(deps.library, markTitles(text, deps.segmenter)));
  const adoption = adoptionAsked(text);
  const follows = conversation.topic !== "" && (leans(text) || adoption?.name === null || conversation.topic === text);
  const asOf = dated?.asOf ?? asOfDay(text);
  const own = withoutListing(text, parseTerms(references.rest, deps));
  const carried = follows ? carriedTerms(deps, conversation, own) : [];
  const terms = [...own, ...carried];
  const named = dated ? { ...dated, missing: null, amended: null } : resolveDocuments(deps.library, references.mention);
  const earlier = follows && conversation.references ? conversation.references.mention : null;
  const documents =
    named.documents.length > 0 || !earlier ? named.documents : resolveDocuments(deps.library, earlier).documents;
  const local = localDocuments(deps.library, terms);
  const shares = screening(typed);
  const screened = screen(typed, shares);
  return {
    text,
    // Few words stand beside 三（四）2, and they tell nothing.
    screened: isPlaceAlone(screened, references, conversation, text) ? null : screened,
    screening: shares,
    kind: kindOf(text, conversation, follows),
    terms,
    query: [text, ...carried.map((term) => term.text), ...terms.flatMap((term) => term.alternatives.slice(0, 4))].join(
      " ",
    ),
    references,
    places: placesOf(references, conversation, follows),
    local,
    wording: withoutOwnRegions(text, terms, local),
    documents: dated?.documents ?? ofNamedRegion(local, versionsMeant(documents, asOf, text)),
    asOf,
    amendedDocument: named.amended,
    told: conversation.told,
    topic: follows ? conversation.topic : "",
    adoption,
    missingDocument: named.missing ?? (documents.length === 0 ? listOfAnother(deps.library, text) : null),
  };
}

/** Whether what looks like no question for us is a place and little else. */
function isPlaceAlone(
  screened: Screened,
  { places, relative }: ParsedReferences,
  { place }: Conversation,
  text: string,
) {
  return places.length > 0 ? screened === "pastime" : relative !== null && place !== null && text.length <= FEW;
}

/** Characters of a turn that says no more than 那再往前一条. */
const FEW = 8;

/** 朝阳区9号文 is the one of 朝阳区; all of them where none is of the region named. */
function ofNamedRegion(local: readonly string[], documents: readonly DocumentHead[]): readonly DocumentHead[] {
  const kept = documents.filter(({ documentId }) => local.includes(documentId));
  return kept.length > 0 ? kept : documents;
}

/** A normalised question in the form in which it is matched: English terms in Chinese, slips put right. */
function readable(question: string, deps: AnswererDeps): string {
  const text = question
    .replace(/\s+/gu, " ")
    .replace(/几多/gu, "多少")
    .replace(/[拢统]共/gu, "一共")
    .replace(/多少时间/gu, "多长时间")
    .replace(/啥时(?!候)/gu, "啥时候")
    .replace(/(?<=[说讲写谈提管])(?:了|过)?(?:一?[些点]|一些)(?=啥|什么)/gu, "的")
    .trim();
  const chinese = isEnglish(text) ? toChineseTerms(text) : withoutManner(text);
  return spellYears(correctSlips(chinese, findSlips(chinese, deps)), deps);
}

/** 35年 is 2035年 where the corpus speaks of that year; elsewhere it is a length of time. */
function spellYears(text: string, { rarity }: AnswererDeps): string {
  const isKnown = (year: string) => rarity(year) < rarity("2099年");
  return text.replace(/(?<![\d.])[23]\d年/gu, (year) => (isKnown(`20${year}`) ? `20${year}` : year));
}

/** 那2035年呢 asks for what the turn before asked for. */
function kindOf(text: string, conversation: Conversation, follows: boolean): QuestionKind {
  const kind = kindAsked(text);
  return kind === "open" && follows ? questionKind(conversation.topic) : kind;
}

/** Kinds that a word of a story may seem to ask for: 天天打电话来问, 财务说要算花多少钱. */
const OFTEN_TOLD: readonly QuestionKind[] = ["contact", "money", "deadline", "frequency", "form", "person"];

/** What a question asks for; after a story its last clause tells, if it tells anything. */
function kindAsked(text: string): QuestionKind {
  const kind = questionKind(text);
  const clauses = text.split(/[,;。?]/u).filter((clause) => clause.trim() !== "");
  if (clauses.length < 3 || !OFTEN_TOLD.includes(kind)) return kind;
  const last = questionKind(clauses.at(-1) ?? "");
  return last === "open" ? kind : last;
}

/** A year of the new question replaces the year of the old one, and so does a word of the same kind (单位的话呢 after 个人罚多少). */
function carriedTerms(deps: AnswererDeps, { topic }: Conversation, own: readonly Term[]): Term[] {
  const hasYear = own.some((term) => term.role === "year");
  return parseTerms(parseReferences(withoutManner(topic)).rest, deps)
    .filter((term) => !own.some((other) => other.text === term.text || isCounterpart(other.text, term.text)))
    .filter((term) => !(hasYear && term.role === "year"))
    .map((term) => ({ ...term, weight: term.weight * 0.5 }));
}

function placesOf(
  references: ParsedReferences,
  { place }: Conversation,
  follows: boolean,
): readonly (readonly PlaceStep[])[] {
  const beside = references.relative && place && shifted(place, references.relative.by, references.relative.unit);
  if (beside) return [beside];
  if (!follows || !place) return references.places;
  return references.places.map((steps) => under(place, steps));
}
