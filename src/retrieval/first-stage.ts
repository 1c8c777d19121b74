import type { Candidate } from "./candidate.js";
import type { NormKind } from "./norm-kind.js";

/** A candidate with what the first stage makes of it. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly kind: NormKind;
  /** 1 where the text holds in one place only and the question does not name it, else 0. */
  readonly local: number;
  readonly score: number;
}

/** What counts beside the cosine; chosen on lay questions of folds 1 and 2, with vectors that had not seen them. */
const BIGRAMS = 0.2;
const LAW = 0.15;
const INTERPRETATION = 0.05;
const LOCAL = -0.2;

const UNKNOWN: NormKind = { isLaw: false, isInterpretation: false, place: null };

/** Orders candidates by meaning and a little of the wording and the rank of the norm, best first. `kinds` has one a document of the index, in its order. */
export function rankFirst(candidates: readonly Candidate[], question: string, kinds: readonly NormKind[]): Ranked[] {
  return candidates
    .map((candidate) => rank(candidate, question, kinds))
    .sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row);
}

function rank(candidate: Candidate, question: string, kinds: readonly NormKind[]): Ranked {
  const kind = kinds[candidate.place.document] ?? UNKNOWN;
  const local = Number(kind.place !== null && !question.includes(kind.place));
  const norm = LAW * Number(kind.isLaw) + INTERPRETATION * Number(kind.isInterpretation) + LOCAL * local;
  return { candidate, kind, local, score: candidate.dense + BIGRAMS * candidate.bigrams + norm };
}
