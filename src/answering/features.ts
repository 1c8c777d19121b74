import type { PolicyLibrary } from "../corpus/library.js";
import { normalise } from "../language/normalise.js";
import { ancestorsOf, type Candidate, leadInOf } from "./candidates.js";
import { showsEvidence, wantsList } from "./evidence.js";
import { coverTerm, coverTerms, type Layer, weightedCover } from "./match.js";
import type { QuestionKind } from "./question-kind.js";
import { splitSentences } from "./sentences.js";
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
  /** The best sentence shows it. */
  "sentenceEvidence",
  /** The best sentence has a number with the unit asked for (0.5 where nothing is counted). */
  "quantity",
  /** Longest run of characters that question and passage share, 1 for eight or more. */
  "run",
  /** A whole list. */
  "isList",
  /** A whole list for a kind that wants one. */
  "wantedList",
  /** Words that only introduce a list. */
  "isLeadIn",
  /** Number, addressees, opening, signature: about the document, not a rule. */
  "isFrame",
  /** 1 for a word, falling with length. */
  "brevity",
] as const;

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

export function featuresOf(
  library: PolicyLibrary,
  candidate: Candidate,
  field: Field,
  { text, terms, kind, quantity }: Asked,
): Features {
  const own = comparable(candidate.text);
  const layers = [{ text: own, factor: 1 }, ...contextLayers(library, candidate)];
  const covers = coverTerms(terms, layers);
  const sentence = bestSentence(candidate.text, terms, kind);
  const isList = candidate.shape === "whole";
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
    quantity: quantity ? (quantity.test(sentence.text) ? 1 : 0) : 0.5,
    run: Math.min(1, longestShared(text, own) / 8),
    isList: isList ? 1 : 0,
    wantedList: isList && wantsList(kind) ? 1 : 0,
    isLeadIn: !isList && /[:：]$/u.test(candidate.text) ? 1 : 0,
    isFrame: /^(?:preface|conclusions)/u.test(candidate.provision.eId) ? 1 : 0,
    brevity: 1 / (1 + candidate.text.length / 150),
  };
}

/** Normalised texts are asked for again with every question; the oldest are forgotten. */
const COMPARABLE_KEPT = 20_000;
const comparables = new Map<string, string>();

function comparable(text: string): string {
  const known = comparables.get(text);
  if (known !== undefined) return known;
  if (comparables.size >= COMPARABLE_KEPT) comparables.clear();
  const made = normalise(text);
  comparables.set(text, made);
  return made;
}

/** The words that a passage is read under: its lead-in, its headings, its document's title. */
function contextLayers(library: PolicyLibrary, candidate: Candidate): Layer[] {
  const { provision } = candidate;
  const document = library.document(provision.documentId);
  const headings = [provision, ...ancestorsOf(library, provision)].map((p) => p.heading ?? "").join(" ");
  const title = `${document?.title ?? ""} ${document?.noticeTitle ?? ""} ${document?.number ?? ""} ${document?.issuer ?? ""}`;
  return [
    { text: comparable(leadInOf(library, provision)), factor: 0.9 },
    { text: comparable(headings), factor: 0.9 },
    { text: comparable(title), factor: 0.8 },
  ];
}

interface JudgedSentence {
  readonly text: string;
  readonly cover: number;
  readonly evidence: number;
}

function bestSentence(text: string, terms: readonly Term[], kind: QuestionKind): JudgedSentence {
  let best: JudgedSentence = { text: "", cover: 0, evidence: 0 };
  for (const { start, end } of splitSentences(text)) {
    const sentence = comparable(text.slice(start, end));
    const cover = weightedCover(
      terms,
      terms.map((term) => coverTerm(term, sentence)),
    );
    const evidence = showsEvidence(kind, sentence) ?? 0.5;
    if (cover + 0.3 * evidence > best.cover + 0.3 * best.evidence) best = { text: sentence, cover, evidence };
  }
  return best;
}

/** Length of the longest run of characters of the question that the passage has. */
function longestShared(question: string, passage: string): number {
  let longest = 0;
  for (let start = 0; start + longest < question.length; start++) {
    while (start + longest < question.length && passage.includes(question.slice(start, start + longest + 1))) longest++;
  }
  return longest;
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
