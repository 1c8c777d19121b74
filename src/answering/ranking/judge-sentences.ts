import { showsAgent, showsEvidence } from "../question/evidence.js";
import { comparableSentences } from "../words/comparable.js";
import { coverBy, findTerm, weightedCover } from "../words/match.js";
import type { Term } from "../words/terms.js";
import type { Asked } from "./features.js";

/** Best covers of the terms by parts of a text; every value is 0 to 1. */
export interface JudgedSentences {
  /** By one sentence. */
  readonly cover: number;
  /** By one sentence that shows what the kind asks for; `cover` where it asks for nothing special. */
  readonly evidence: number;
  /** By one sentence that has the number asked for; `cover` where nothing is counted. */
  readonly quantity: number;
  /** By two clauses that follow each other and have the number or the time asked for; `clause` where none is. */
  readonly quantityClause: number;
  /** By the words of an acting organ and what follows, where the kind asks who; `cover` for other kinds. */
  readonly agent: number;
  /** By two clauses that follow each other. */
  readonly clause: number;
  /** Share of those clauses' characters that the question's words are. */
  readonly focus: number;
}

export function judgeSentences(text: string, { terms, kind, quantity }: Asked): JudgedSentences {
  const best = { cover: 0, evidence: 0, quantity: 0, quantityClause: 0, agent: 0, clause: 0, focus: 0 };
  for (const sentence of comparableSentences(text)) {
    const cover = coverBy(terms, sentence);
    best.cover = Math.max(best.cover, cover);
    if (showsEvidence(kind, sentence) !== 0) best.evidence = Math.max(best.evidence, cover);
    if (quantity === null || quantity.test(sentence)) best.quantity = Math.max(best.quantity, cover);
    const agent = kind === "who" ? showsAgent(sentence) : 0;
    if (agent !== null) best.agent = Math.max(best.agent, agent === 0 ? cover : coverBy(terms, sentence.slice(agent)));
    const clauses = judgeClauses(terms, sentence, (part) => shows(part, kind, quantity));
    best.quantityClause = Math.max(best.quantityClause, clauses.shown);
    if (clauses.cover > best.clause) Object.assign(best, { clause: clauses.cover, focus: clauses.focus });
  }
  return best;
}

/** Long sentences hold many words by chance; words that answer stand close together. */
function judgeClauses(
  terms: readonly Term[],
  sentence: string,
  isShown: (part: string) => boolean,
): { cover: number; focus: number; shown: number } {
  const ends = [...sentence.matchAll(/[,;:]|$/gu)].map(({ index }) => index);
  const found = terms.map((term) => findTerm(term, sentence));
  let best = { cover: 0, focus: 0 };
  let shown = 0;
  for (let i = 0; i < Math.max(1, ends.length - 1); i++) {
    const start = i === 0 ? 0 : (ends[i - 1] ?? 0);
    const end = ends[i + 1] ?? sentence.length;
    const inside = found.map((places) => places.filter((p) => p.start >= start && p.start + p.length <= end));
    const cover = weightedCover(
      terms,
      inside.map((places) => Math.max(0, ...places.map(({ value }) => value))),
    );
    if (cover > shown && isShown(sentence.slice(start, end))) shown = cover;
    if (cover <= best.cover) continue;
    const matched = inside.reduce((sum, places) => sum + Math.max(0, ...places.map(({ length }) => length)), 0);
    best = { cover, focus: Math.min(1, matched / Math.max(8, end - start)) };
  }
  return { ...best, shown };
}

/** Whether a few clauses have the number asked for, and what the kind asks for. */
function shows(part: string, kind: Asked["kind"], quantity: Asked["quantity"]): boolean {
  return (quantity === null || quantity.test(part)) && showsEvidence(kind, part) !== 0;
}
