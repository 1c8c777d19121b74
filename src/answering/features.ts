import type { PolicyLibrary } from "../corpus/library.js";
import { normalise } from "../language/normalise.js";
import { ancestorsOf, type Candidate, leadInOf } from "./candidates.js";
import { showsEvidence, wantsList } from "./evidence.js";
import { coverTerm, coverTerms, type Layer, weightedCover } from "./match.js";
import type { QuestionKind } from "./question-kind.js";
import { splitSentences } from "./sentences.js";
import { formOf } from "./table-form.js";
import type { Term } from "./terms.js";

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
  /** An amount, a number or an address is asked for and the passage has none. */
  "unshown",
  /** Rarity of the rarest topic word that nothing covers, as a share of the rarest possible. */
  "rarestMissing",
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
  /** 1 for a word, falling with length. */
  "brevity",
] as const;

/** The features that say how well a question is covered, as against which place covers it best. */
export const DECISION_FEATURES: readonly FeatureName[] = [
  "cover",
  "ownCover",
  "sentenceCover",
  "missing",
  "missingName",
  "rarestMissing",
  "characters",
  "dense",
  "evidence",
  "sentenceEvidence",
  "quantity",
  "unshown",
  "defines",
  "askedOfColumn",
  "namedTable",
];

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** The question as far as its candidates are judged by it. */
export interface Asked {
  /** Normalised. */
  readonly text: string;
  readonly terms: readonly Term[];
  readonly kind: QuestionKind;
  /** See `quantityPattern`. */
  readonly quantity: RegExp | null;
}

/** What all candidates of one question are compared with. */
export interface Field {
  readonly bestLexical: number;
  /** Best fused score by top place (document and first part of the eId), with the provision that has it. */
  readonly bestByPlace: ReadonlyMap<string, readonly Candidate[]>;
}

export function toField(candidates: readonly Candidate[]): Field {
  const bestByPlace = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const place = topPlace(candidate);
    bestByPlace.set(place, [...(bestByPlace.get(place) ?? []), candidate]);
  }
  return { bestLexical: Math.max(1e-9, ...candidates.map((candidate) => candidate.lexical)), bestByPlace };
}

const topPlace = ({ provision }: Candidate) => `${provision.documentId}#${provision.eId.split("__")[0]}`;

export function featuresOf(library: PolicyLibrary, candidate: Candidate, field: Field, asked: Asked): Features {
  const { text, terms, kind } = asked;
  const own = comparable(candidate.text);
  const layers = [{ text: own, factor: 1 }, ...contextLayers(library, candidate)];
  const covers = coverTerms(terms, layers).map((cover, i) =>
    isAskedOfColumn(candidate, terms[i]?.text ?? "") ? Math.max(cover, 0.9) : cover,
  );
  const sentence = judgeSentences(candidate.text, asked);
  const isList = candidate.shape === "whole";
  const lead = isList ? leadCover(library, candidate, asked, layers.slice(1)) : 0;
  return {
    cover: weightedCover(terms, covers),
    ownCover: weightedCover(terms, coverTerms(terms, layers.slice(0, 1))),
    sentenceCover: sentence.cover,
    missing: heaviestMissing(terms, covers),
    missingName: missingNames(terms, covers),
    characters: characterCover(terms, own),
    retrieval: candidate.retrieval,
    lexical: candidate.lexical / field.bestLexical,
    dense: Math.max(0, candidate.dense),
    neighbours: neighbours(candidate, field),
    evidence: showsEvidence(kind, own) ?? 0.5,
    sentenceEvidence: sentence.evidence,
    quantity: sentence.quantity,
    unshown: isUnshown(asked, own) ? 1 : 0,
    rarestMissing: rarestMissing(terms, covers),
    run: Math.min(1, longestShared(text, own) / 8),
    defines: (kind === "scope" || kind === "definition") && DEFINES.test(own) ? 1 : 0,
    askedOfColumn: terms.some((term) => isAskedOfColumn(candidate, term.text)) ? 1 : 0,
    namedTable: isNamedTable(library, candidate, text) ? 1 : 0,
    isList: isList ? 1 : 0,
    leadCover: lead,
    wantedList: wantsList(kind) ? lead : 0,
    isLeadIn: !isList && /[:：]$/u.test(candidate.text) ? 1 : 0,
    isFrame: /^(?:preface|conclusions)/u.test(candidate.provision.eId) ? 1 : 0,
    brevity: 1 / (1 + candidate.text.length / 150),
  };
}

/** Normalised texts are asked for again with every question; the oldest are forgotten. */
const COMPARABLE_KEPT = 20_000;
const comparables = new Map<string, string>();

/** Normalised, remembered. */
export function comparable(text: string): string {
  const known = comparables.get(text);
  if (known !== undefined) return known;
  if (comparables.size >= COMPARABLE_KEPT) comparables.clear();
  const made = normalise(text);
  comparables.set(text, made);
  return made;
}

const sentenceLists = new Map<string, readonly string[]>();

/** The sentences of a text, normalised, remembered. */
function comparableSentences(text: string): readonly string[] {
  const known = sentenceLists.get(text);
  if (known !== undefined) return known;
  if (sentenceLists.size >= COMPARABLE_KEPT) sentenceLists.clear();
  const made = splitSentences(text).map(({ start, end }) => normalise(text.slice(start, end)));
  sentenceLists.set(text, made);
  return made;
}

/** The words that a passage is read under: its lead-in, its headings, its document's title. */
function contextLayers(library: PolicyLibrary, candidate: Candidate): Layer[] {
  const { provision } = candidate;
  const document = library.document(provision.documentId);
  const headings = [provision, ...ancestorsOf(library, provision)].map((p) => p.heading ?? "").join(" ");
  const title = `${document?.title ?? ""} ${document?.number ?? ""}`;
  return [
    { text: comparable(leadInOf(library, provision)), factor: 0.9 },
    { text: comparable(headings), factor: 0.9 },
    { text: comparable(title), factor: 0.7 },
  ];
}

interface JudgedSentences {
  /** Best cover of one sentence. */
  readonly cover: number;
  /** Best cover of one sentence that shows what the kind asks for; `cover` where it asks for nothing special. */
  readonly evidence: number;
  /** Best cover of one sentence that has the number asked for; `cover` where nothing is counted. */
  readonly quantity: number;
}

function judgeSentences(text: string, { terms, kind, quantity }: Asked): JudgedSentences {
  const best = { cover: 0, evidence: 0, quantity: 0 };
  for (const sentence of comparableSentences(text)) {
    const cover = weightedCover(
      terms,
      terms.map((term) => coverTerm(term, sentence)),
    );
    best.cover = Math.max(best.cover, cover);
    if (showsEvidence(kind, sentence) !== 0) best.evidence = Math.max(best.evidence, cover);
    if (quantity === null || quantity.test(sentence)) best.quantity = Math.max(best.quantity, cover);
  }
  return best;
}

const DEFINES = /所称|是指|指的是|作为[^。]{2,12}[，,]/u;

/** 一季度 is asked of a table whose cells are 三季度. */
function isAskedOfColumn({ provision, text }: Candidate, term: string): boolean {
  if (provision.level !== "table" && provision.level !== "row") return false;
  const form = formOf(term);
  return form !== null && text.split(/[\t\n]/u).some((cell) => formOf(normalise(cell)) === form);
}

const LIST_TITLE = /(?:目录|清单|名单|名录|一览表|台账|计划表)/u;

function isNamedTable(library: PolicyLibrary, { provision }: Candidate, question: string): boolean {
  if (provision.level !== "table") return false;
  const noun = LIST_TITLE.exec(library.document(provision.documentId)?.title ?? "")?.[0];
  return noun !== undefined && question.includes(noun);
}

/** Length of the longest run of characters of the question that the passage has. */
function longestShared(question: string, passage: string): number {
  let longest = 0;
  for (let start = 0; start + longest < question.length; start++) {
    while (start + longest < question.length && passage.includes(question.slice(start, start + longest + 1))) longest++;
  }
  return longest;
}

/** Cover by the first line of a list, which introduces it, and by what it stands under. */
function leadCover(library: PolicyLibrary, candidate: Candidate, { terms }: Asked, context: readonly Layer[]): number {
  const first = candidate.provision.children[0];
  const introduced = library.provision(`${candidate.provision.documentId}#${first}`)?.level === "paragraph";
  const hasLead = introduced || candidate.provision.ownLength > 0;
  const lead = hasLead ? comparable(candidate.text.split("\n")[0] ?? "") : "";
  return weightedCover(terms, coverTerms(terms, [{ text: lead, factor: 1 }, ...context]));
}

function neighbours(candidate: Candidate, field: Field): number {
  const others = field.bestByPlace.get(topPlace(candidate)) ?? [];
  return Math.max(
    0,
    ...others.filter((other) => other.provision !== candidate.provision).map((other) => other.retrieval),
  );
}

function topicWeight(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0) || 1;
}

/** The largest uncovered share of the topic's weight that one single term holds. */
function heaviestMissing(terms: readonly Term[], covers: readonly number[]): number {
  const missing = terms.map((term, i) => (term.role === "topic" ? term.weight * (1 - (covers[i] ?? 0)) : 0));
  return Math.max(0, ...missing) / topicWeight(terms);
}

function rarestMissing(terms: readonly Term[], covers: readonly number[]): number {
  const missing = terms.map((term, i) => (term.role === "topic" && (covers[i] ?? 0) < 0.5 ? term.weight : 0));
  return Math.max(0, ...missing) / 6;
}

/** Kinds whose answer is a figure or an address, never a description. */
const EXACT_KINDS: readonly QuestionKind[] = ["money", "contact", "percent", "person"];

function isUnshown({ kind, quantity }: Asked, own: string): boolean {
  if (quantity !== null && !quantity.test(own)) return true;
  return EXACT_KINDS.includes(kind) && showsEvidence(kind, own) === 0;
}

/** 丰台区 or 2030年 in the question and not in the rule: the rule speaks of another place or time. */
function missingNames(terms: readonly Term[], covers: readonly number[]): number {
  const missing = terms.map((term, i) => (term.isName ? term.weight * (1 - (covers[i] ?? 0)) : 0));
  return missing.reduce((sum, weight) => sum + weight, 0) / topicWeight(terms);
}

/** Weighted share of the terms' characters that occur in the passage. */
function characterCover(terms: readonly Term[], own: string): number {
  const covers = terms.map((term) => {
    const characters = [...`${term.text}${term.alternatives[0] ?? ""}`];
    return characters.filter((character) => own.includes(character)).length / characters.length;
  });
  return weightedCover(terms, covers);
}
