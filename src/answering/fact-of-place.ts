import type { PolicyLibrary } from "../corpus/library.js";
import type { Provision } from "../corpus/provision.js";
import { ASKS } from "../language/asks.js";
import { normalise } from "../language/normalise.js";
import { lacksActor } from "./choosing/lacks.js";
import { writePlaces } from "./documents/reference-answer.js";
import { amendmentOf } from "./places/amendment.js";
import { lacksWhatIsAsked, quantityPattern, showsEvidence } from "./question/evidence.js";
import { type QuestionKind, questionKind } from "./question/question-kind.js";
import type { Understanding } from "./question/understand.js";
import { confidenceOf, isAnswerable } from "./ranking/confidence.js";
import type { ScoredCandidate } from "./ranking/score.js";
import { coverTerm } from "./words/match.js";
import type { Term } from "./words/terms.js";
import { writeAnswer } from "./write-answer.js";
import { decline } from "./writing/decline.js";
import { Draft } from "./writing/draft.js";
import type { Outcome } from "./writing/outcome.js";

/** Asks for a place as such: what stands in it, its wording. */
const READING =
  /(?:都|大概|大致|主要|各|分别|具体|又|究竟|到底)*(?:讲|说|写|谈|提|规定|管|指)的?(?:了|过|着|到|的|是)*(?:一?些|点|个)?(?:什么|啥|哪些|怎么回事)(?:内容|事)?|(?:怎么|如何|怎样|咋)(?:说|讲|写|规定|表述)(?:的)?|是(?:什么|啥)(?:意思|内容)?(?=$|[,。?])|(?:大概|大致)?(?:什么|啥)意思|原文|原话|全文|内容|条文|一字不[差漏改]/gu;
/** 附不附还是只报, 有没有名录 ask as well. */
const ASKS_WHETHER = /还是|有无|有没有/u;
/** From this weight on a word has a subject. */
const SUBJECT = 1.5;
/** Cover from which a text speaks of a word. */
const SPEAKS = 0.5;

/** What is asked of a place beside its wording; null for a question that only wants to read it. */
export interface FactAsked {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly terms: readonly Term[];
}

/** What a question asks of the places that it refers to, in words that say what about. */
export function factAskedOfPlace({ references, terms }: Pick<Understanding, "references" | "terms">): FactAsked | null {
  const text = references.rest.replace(READING, " ").trim();
  if (!ASKS.test(text) && !ASKS_WHETHER.test(text)) return null;
  const own = terms.filter((term) => text.includes(term.text));
  return own.some((term) => term.role === "topic" && term.weight >= SUBJECT)
    ? { text, kind: questionKind(text), terms: own }
    : null;
}

/** Answers a fact asked of places by the smallest place within each that tells it. `ranked` are the candidates of their text. */
export function answerFactOfPlace(
  library: PolicyLibrary,
  asked: Understanding,
  places: readonly Provision[],
  ranked: readonly ScoredCandidate[],
): Outcome | null {
  const readings = places.map((place) => readPlace(library, asked, place, ranked));
  if (readings.every((reading) => reading === "untold")) {
    const nearest = places.map(({ id }) => id);
    return { decline: decline(library, "no_basis", nearest), confidence: 0 };
  }
  if (readings.every((reading) => typeof reading === "string")) return null;
  const draft = new Draft(library);
  let confidence = 1;
  readings.forEach((reading, at) => {
    const place = places[at];
    if (typeof reading !== "string") {
      draft.addNew(writeAnswer(library, asked, reading));
      confidence = Math.min(confidence, confidenceOf(asked.text, reading));
    } else if (place) draft.addNew(writePlaces(library, [place]));
  });
  return { draft, confidence };
}

/** The candidates within a place, of which one tells the fact; or that nothing in it does, or that all of it is to be read. */
type Reading = readonly ScoredCandidate[] | "untold" | "whole";

function readPlace(
  library: PolicyLibrary,
  asked: Understanding,
  place: Provision,
  ranked: readonly ScoredCandidate[],
): Reading {
  if (place.level === "row" || place.level === "table" || amendmentOf(library, place)) return "whole";
  const within = ranked.filter(({ provision }) => isPartOf(provision, place));
  const told = normalise(place.text);
  const either = tellsEither(asked, told);
  if (either === false || lacksFact(told, asked)) return "untold";
  // A number of the kind asked for, or one of two alternatives, may be told in quite other words than it is asked in.
  const mayTell = either === true || quantityPattern(asked.text)?.test(told) === true;
  if (!mayTell && within.length > 0 && !isAnswerable(asked.text, within)) return "untold";
  const items = ASKS_WHICH.test(asked.text) ? within.filter(({ provision }) => isNumberedBelow(provision, place)) : [];
  const fit = items.length > 0 ? items : within;
  const [best] = fit;
  if (!best || best.provision.id === place.id || confidenceOf(asked.text, fit) < SURE) return "whole";
  return items.length > 0 || best.features.cover >= FITS ? fit : "whole";
}

const isPartOf = ({ id }: Provision, place: Provision): boolean => id === place.id || id.startsWith(`${place.id}__`);

const isNumberedBelow = (provision: Provision, place: Provision): boolean =>
  provision.id !== place.id && provision.level !== "paragraph";

/** Whether a place, with all that hangs below it, plainly does not tell the fact. */
function lacksFact(told: string, { text, kind, terms }: FactAsked): boolean {
  return (
    lacksWhatIsAsked(text, kind, told) ||
    (kind === "who" && showsEvidence(kind, told) === 0) ||
    !(quantityPattern(text)?.test(told) ?? true) ||
    lacksActor([told], terms, kind, text) ||
    terms.some(
      (term) => text.includes(`有没有${term.text}`) && term.weight >= SUBJECT && coverTerm(term, told) < SPEAKS,
    )
  );
}

/**
 * Whether a place speaks of either alternative of a question (按季度还是按半年); null where the question has no two that a place must
 * speak of.
 */
function tellsEither({ text, terms }: FactAsked, told: string): boolean | null {
  const at = text.indexOf(OR);
  if (at < 0) return null;
  const words = terms.filter((term) => term.text.length > 1 && term.role !== "quantity");
  const before = words.find((term) => isNear(at - text.lastIndexOf(term.text, at) - term.text.length));
  const after = words.find((term) => isNear(text.indexOf(term.text, at) - at - OR.length));
  return before && after ? [before, after].some((term) => coverTerm(term, told) >= SPEAKS) : null;
}

const OR = "还是";
/** How far an alternative may stand from 还是, in characters. */
const isNear = (distance: number): boolean => distance >= 0 && distance <= 4;
/** 第三条的哪一项: one of the numbered items, not what introduces them. */
const ASKS_WHICH = /(?:哪一?个?|第几)[款项目点]/u;
/** A part of a place is answered alone where it is this surely right, and, unless one of the items is asked for, covers this much of the question. */
const SURE = 0.5;
const FITS = 0.5;
