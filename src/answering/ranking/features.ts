import type { PolicyLibrary } from "../../corpus/library.js";
import { showsEvidence, wantsList } from "../question/evidence.js";
import type { QuestionKind } from "../question/question-kind.js";
import { comparable } from "../words/comparable.js";
import { coverBy, coverTerms, type Layer, weightedCover } from "../words/match.js";
import { RAREST, type Term } from "../words/terms.js";
import { judgeAnchors } from "./anchor.js";
import type { Candidate } from "./candidates.js";
import { type Field, neighbours } from "./field.js";
import { judgeSentences } from "./judge-sentences.js";
import {
  askedCover,
  characterCover,
  earliest,
  judgeMissing,
  longestShared,
  missesPlace,
  termCount,
} from "./missing.js";
import type { Nearness } from "./nearness.js";
import type { ReadingSigns } from "./reading.js";
import {
  contextLayers,
  isAskedOfColumn,
  isLocal,
  isNamedTable,
  isOffTable,
  isOpening,
  leadCover,
  TITLE_FACTOR,
} from "./standing.js";

/** What ranking and confidence look at; every value is 0 to 1. */
export const FEATURES = [
  /** Cover of the terms by the passage, its lead-in, headings and title. */
  "cover",
  /** Cover by the passage's own words. */
  "ownCover",
  /** Cover by its best sentence. */
  "sentenceCover",
  /** Share of the topic's weight that the heaviest uncovered term holds. */
  "missing",
  /** Share of the topic's weight in place names, names and years that nothing covers. */
  "missingName",
  /** Share of the terms' characters that the passage has at all. */
  "characters",
  /** Fused retrieval score, 1 for the best row. */
  "retrieval",
  /** BM25, 1 for the best row. */
  "lexical",
  /** Cosine similarity. */
  "dense",
  /** Best fused score of the other places of the same article or section. */
  "neighbours",
  /** The passage shows what the kind asks for (0.5 where the kind asks for nothing special). */
  "evidence",
  /** Best cover of a sentence that shows it. */
  "sentenceEvidence",
  /** Best cover of a sentence with the number asked for. */
  "quantity",
  /** Best cover of the words of an acting organ, for a question that asks who. */
  "agent",
  /** Best cover by two clauses that follow each other. */
  "clauseCover",
  /** The same, by clauses that have the number or whatever else the kind asks for. */
  "quantityClause",
  /** An application, a registration is asked about and the passage speaks of none. */
  "notApplied",
  /** Share of those clauses' characters that the question's words are. */
  "focus",
  /** How early the passage comes to a word of the question, 1 for its first character. */
  "early",
  /** Share of all candidates' retrieval scores that the document's candidates have. */
  "documentShare",
  /** A whole list whose first line ends with a colon and so says nothing alone. */
  "isOpenList",
  /** The first paragraph of an article that has points below, a rule of its own. */
  "isOpening",
  /** An amount, a number or an address is asked for and the passage has none. */
  "unshown",
  /** Rarity of the rarest topic word that nothing covers, as a share of the rarest possible. */
  "rarestMissing",
  /** Weight of the heaviest uncovered drafters' word, as a share of the largest possible: a rule that answers has it. */
  "missingDrafted",
  /** The same for words of everyday speech, which rules never have. */
  "missingSpoken",
  /** Cover of the drafters' words. */
  "draftedCover",
  /** A year of the question that nothing covers. */
  "missingYear",
  /** Weight of the heaviest uncovered word for an act, as a share of the largest possible. */
  "missingAct",
  /** The same among other words. */
  "missingThing",
  /** See `JudgedAnchors`. */
  "anchorCover",
  "anchorMissing",
  "anchorMain",
  /** Mean cover of the words that name the kind of thing asked for. */
  "askedCover",
  /** How many words the topic has. */
  "termCount",
  /** A place or name of the question that nothing covers, in a text for one place only. */
  "missingPlace",
  /** A row of a table, for a kind that no column of a plain table answers. */
  "offTable",
  /** Cover by the heading that the place itself carries. */
  "headingCover",
  /** Longest run of characters that question and passage share, 1 for eight or more. */
  "run",
  /** Says what a word means or covers, for a question that asks it. */
  "defines",
  /** A value of a form that the table's cells have is asked for (一季度 of 三季度). */
  "askedOfColumn",
  /** The table of a document that is a list by its title (目录, 清单), for a question that names it so. */
  "namedTable",
  /** A whole list. */
  "isList",
  /** For a whole list, cover by the words that introduce it, under its headings and title. */
  "leadCover",
  /** The same, for a kind that wants a list. */
  "wantedList",
  /** Words that only introduce a list. */
  "isLeadIn",
  /** Number, addressees, opening, signature: about the document, not a rule. */
  "isFrame",
  /** Tells what follows for who breaks a rule, for a question that asks it. */
  "penaltyAsked",
  /** The same, for a question that does not ask it. */
  "penaltyUnasked",
  /** Tells what a text is for, for a question that does not ask it. */
  "purposeUnasked",
  /** See `JudgedNearness`. */
  "near",
  "nearOwn",
  "nearMissing",
  "nearAnchor",
  "alike",
  /** See `ReadingSigns`. */
  "told",
  "crossed",
  "crossLead",
  /** 1 for a word, falling with length. */
  "brevity",
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** The values in the order of `FEATURES`. */
export function rowOf(features: Features): Float64Array {
  const row = new Float64Array(FEATURES.length);
  for (let i = 0; i < row.length; i++) row[i] = features[FEATURES[i] as FeatureName];
  return row;
}

/** The question as far as its candidates are judged by it. */
export interface Asked {
  /** Normalised. */
  readonly text: string;
  readonly terms: readonly Term[];
  readonly kind: QuestionKind;
  /** See `quantityPattern`. */
  readonly quantity: RegExp | null;
  /** See `anchorsOf`. */
  readonly anchors: readonly Term[];
}

/** What a candidate is read in and under: its own words, then its lead-in, headings and title. */
export function layersOf(library: PolicyLibrary, candidate: Candidate): readonly Layer[] {
  return [{ text: comparable(candidate.text), factor: 1 }, ...contextLayers(library, candidate)];
}

/** What one candidate is compared by: `layers` are those of `layersOf`. */
export interface Compared {
  readonly layers: readonly Layer[];
  readonly field: Field;
  readonly nearness: Nearness;
  readonly reading: ReadingSigns;
}

export function featuresOf(
  library: PolicyLibrary,
  candidate: Candidate,
  { layers, field, nearness, reading }: Compared,
  asked: Asked,
): Features {
  const { text, terms, kind, anchors } = asked;
  const own = comparable(candidate.text);
  const ownCovers = coverTerms(terms, layers.slice(0, 1));
  const covers = coverTerms(terms, layers.slice(1), ownCovers).map((cover, i) =>
    isAskedOfColumn(candidate, terms[i]?.text ?? "") ? Math.max(cover, 0.9) : cover,
  );
  const sentence = judgeSentences(candidate.text, asked);
  const isList = candidate.shape === "whole";
  const [isPenal, asksPenal] = [isPenalty(layers), asksPenalty(asked)];
  const lead = isList ? leadCover(library, candidate, terms, layers.slice(1)) : 0;
  return {
    cover: weightedCover(terms, covers),
    ownCover: weightedCover(terms, ownCovers),
    sentenceCover: sentence.cover,
    ...judgeMissing(terms, covers),
    characters: characterCover(terms, own),
    retrieval: candidate.retrieval,
    lexical: candidate.lexical / field.bestLexical,
    dense: Math.max(0, candidate.dense),
    neighbours: neighbours(candidate, field),
    evidence: showsEvidence(kind, own) ?? 0.5,
    sentenceEvidence: sentence.evidence,
    quantity: sentence.quantity,
    agent: sentence.agent,
    clauseCover: sentence.clause,
    quantityClause: sentence.quantityClause,
    notApplied: APPLIES.test(text) && !APPLIED.test(own) ? 1 : 0,
    focus: sentence.focus,
    early: earliest(terms, own),
    documentShare: field.documentShares.get(candidate.provision.documentId) ?? 0,
    isOpenList: isList && /^[^\n]*[:：](?:\n|$)/u.test(candidate.text) ? 1 : 0,
    isOpening: isOpening(library, candidate) ? 1 : 0,
    unshown: isUnshown(asked, own) ? 1 : 0,
    ...judgeAnchors(
      anchors,
      layers.filter(({ factor }) => factor > TITLE_FACTOR).map((layer) => layer.text),
      RAREST,
    ),
    askedCover: askedCover(terms, covers),
    termCount: termCount(terms),
    missingPlace: isLocal(library, candidate) && missesPlace(terms, covers) ? 1 : 0,
    offTable: isOffTable(candidate, kind) ? 1 : 0,
    headingCover: coverBy(terms, comparable(candidate.provision.heading ?? "")),
    run: Math.min(1, longestShared(text, own) / 8),
    defines: (kind === "scope" || kind === "definition") && DEFINES.test(own) ? 1 : 0,
    askedOfColumn: terms.some((term) => isAskedOfColumn(candidate, term.text)) ? 1 : 0,
    namedTable: isNamedTable(library, candidate, text) ? 1 : 0,
    isList: isList ? 1 : 0,
    leadCover: lead,
    wantedList: wantsList(kind) ? lead : 0,
    isLeadIn: !isList && /[:：]$/u.test(candidate.text) ? 1 : 0,
    isFrame: /^(?:preface|conclusions)/u.test(candidate.provision.eId) ? 1 : 0,
    penaltyAsked: isPenal && asksPenal ? 1 : 0,
    penaltyUnasked: isPenal && !asksPenal ? 1 : 0,
    purposeUnasked: PURPOSE.test(own) && kind !== "purpose" && kind !== "basis" ? 1 : 0,
    ...nearness.judge(candidate.text, layers, covers, ownCovers),
    ...reading,
    brevity: 1 / (1 + candidate.text.length / 150),
  };
}

const PENALTY =
  /罚款|处分|处[一二三四五六七八九十百千万0-9]|责令|没收|吊销|追究[^,。]{0,12}责任|(?:赔偿|法律)责任|警告/u;

/** By its own words, its lead-in or the chapter that it stands in. */
function isPenalty(layers: readonly Layer[]): boolean {
  return layers.some(({ text, factor }) => factor > TITLE_FACTOR && PENALTY.test(text));
}

function asksPenalty({ text, kind }: Asked): boolean {
  return kind === "liability" || /罚|处分|赔|判|坐牢|拘留|吊销|扣分/u.test(text);
}

/** 为了规范…，制定本办法。 */
const PURPOSE = /^为了?[^。]{4,}[制修]定本/u;

const APPLIES = /报名|申请|申报|注册|登记|报销|领取|预约|怎么(?:加入?|参加|进)$/u;
const APPLIED = /报名|申请|申报|注册|登记|报销|领取|预约|加入|提出/u;

const DEFINES = /所称|是指|指的是|作为[^。]{2,12}[，,]/u;

/** Kinds whose answer is a figure or an address, never a description. */
const EXACT_KINDS: readonly QuestionKind[] = [
  "money",
  "contact",
  "percent",
  "person",
  "frequency",
  "form",
  "state",
  "company",
  "difference",
];

function isUnshown({ kind, quantity }: Asked, own: string): boolean {
  if (quantity !== null && !quantity.test(own)) return true;
  return EXACT_KINDS.includes(kind) && showsEvidence(kind, own) === 0;
}
