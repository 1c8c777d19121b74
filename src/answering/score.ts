import type { PolicyLibrary } from "../corpus/library.js";
import { normalise } from "../language/normalise.js";
import { ancestorsOf, type Candidate, leadInOf } from "./candidates.js";
import { showsEvidence, wantsList } from "./evidence.js";
import { coverTerm, coverTerms, type Layer, weightedCover } from "./match.js";
import type { QuestionKind } from "./question-kind.js";
import { splitSentences } from "./sentences.js";
import type { Term } from "./terms.js";

/** What ranking and confidence look at; every value is 0 to 1. */
export interface Features {
  /** Cover of the terms by the passage, its lead-in, headings and title. */
  readonly cover: number;
  /** Cover by the passage's own words. */
  readonly ownCover: number;
  /** Cover by its best sentence. */
  readonly sentenceCover: number;
  /** Share of the weight of topic terms that nothing covers, the heaviest one only. */
  readonly missing: number;
  readonly retrieval: number;
  readonly dense: number;
  /** The passage shows what the kind asks for; 0.5 when the kind asks for nothing special. */
  readonly evidence: number;
  /** A list for a question that wants one, own words for one that does not. */
  readonly shape: number;
  /** Terms that the question and the passage share next to each other. */
  readonly brevity: number;
}

export interface ScoredCandidate extends Candidate {
  readonly features: Features;
  readonly score: number;
}

const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  cover: 3,
  ownCover: 1,
  sentenceCover: 1.5,
  missing: -1,
  retrieval: 1,
  dense: 1,
  evidence: 0.8,
  shape: 0.5,
  brevity: 0.2,
};

/** Scores candidates for a question, best first. */
export function scoreCandidates(
  library: PolicyLibrary,
  candidates: readonly Candidate[],
  terms: readonly Term[],
  kind: QuestionKind,
): ScoredCandidate[] {
  const scored = candidates.map((candidate) => {
    const features = featuresOf(library, candidate, terms, kind);
    return { ...candidate, features, score: weigh(features) };
  });
  return scored.sort((a, b) => b.score - a.score || b.retrieval - a.retrieval);
}

function weigh(features: Features): number {
  let sum = 0;
  for (const name of Object.keys(WEIGHTS) as (keyof Features)[]) sum += WEIGHTS[name] * features[name];
  return sum;
}

function featuresOf(
  library: PolicyLibrary,
  candidate: Candidate,
  terms: readonly Term[],
  kind: QuestionKind,
): Features {
  const own = normalise(candidate.text);
  const layers = [{ text: own, factor: 1 }, ...contextLayers(library, candidate)];
  const covers = coverTerms(terms, layers);
  const evidence = showsEvidence(kind, own);
  return {
    cover: weightedCover(terms, covers),
    ownCover: weightedCover(terms, coverTerms(terms, layers.slice(0, 1))),
    sentenceCover: bestSentenceCover(candidate.text, terms),
    missing: heaviestMissing(terms, covers),
    retrieval: candidate.retrieval,
    dense: Math.max(0, candidate.dense),
    evidence: evidence ?? 0.5,
    shape: wantsList(kind) === (candidate.shape === "whole") ? 1 : 0,
    brevity: 1 / (1 + candidate.text.length / 200),
  };
}

/** The words that a passage is read under: its lead-in, its headings, its document's title. */
export function contextLayers(library: PolicyLibrary, candidate: Candidate): Layer[] {
  const { provision } = candidate;
  const document = library.document(provision.documentId);
  const headings = [provision, ...ancestorsOf(library, provision)].map((p) => p.heading ?? "").join(" ");
  const title = `${document?.title ?? ""} ${document?.noticeTitle ?? ""} ${document?.number ?? ""}`;
  return [
    { text: normalise(leadInOf(library, provision)), factor: 0.9 },
    { text: normalise(headings), factor: 0.9 },
    { text: normalise(title), factor: 0.8 },
  ];
}

function bestSentenceCover(text: string, terms: readonly Term[]): number {
  const covers = splitSentences(text).map(({ start, end }) => {
    const sentence = normalise(text.slice(start, end));
    return weightedCover(
      terms,
      terms.map((term) => coverTerm(term, sentence)),
    );
  });
  return Math.max(0, ...covers);
}

/** The largest uncovered share of the topic's weight that one single term holds. */
export function heaviestMissing(terms: readonly Term[], covers: readonly number[]): number {
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  if (total === 0) return 0;
  return (
    Math.max(
      0,
      ...terms.map((term, i) =>
        term.role === "topic" || term.role === "year" ? term.weight * (1 - (covers[i] ?? 0)) : 0,
      ),
    ) / total
  );
}
