import { findTerm, weightedCover } from "../words/match.js";
import { RAREST, type Term } from "../words/terms.js";

/** What of a question nothing covers, and how its words stand in a passage; every value is 0 to 1. */
export interface Missing {
  readonly missing: number;
  readonly missingName: number;
  readonly rarestMissing: number;
  readonly missingDrafted: number;
  readonly missingSpoken: number;
  readonly draftedCover: number;
  readonly missingYear: number;
  readonly missingAct: number;
  readonly missingThing: number;
}

/** `covers` are those of the terms, in their order. */
export function judgeMissing(terms: readonly Term[], covers: readonly number[]): Missing {
  return {
    missing: heaviestMissing(terms, covers, () => true) / topicWeight(terms),
    missingName: missingNames(terms, covers),
    rarestMissing: heaviestOf(terms, covers, () => 1),
    missingDrafted: heaviestOf(terms, covers, ({ drafted }) => drafted),
    missingSpoken: heaviestOf(terms, covers, ({ drafted }) => 1 - drafted),
    draftedCover: weightedCover(
      terms.map((term) => ({ ...term, weight: term.weight * term.drafted })),
      covers,
    ),
    missingAct: heaviestMissing(terms, covers, ({ isVerb }) => isVerb) / RAREST,
    missingThing: heaviestMissing(terms, covers, ({ isVerb }) => !isVerb) / RAREST,
    missingYear: terms.some((term, i) => term.role === "year" && (covers[i] ?? 0) < 0.5) ? 1 : 0,
  };
}

function topicWeight(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0) || 1;
}

/** The largest weight that one topic word keeps of what covers it, among the words that are asked after. */
function heaviestMissing(terms: readonly Term[], covers: readonly number[], isAsked: (term: Term) => boolean): number {
  const missing = terms.map((term, i) =>
    term.role === "topic" && isAsked(term) ? term.weight * (1 - (covers[i] ?? 0)) : 0,
  );
  return Math.max(0, ...missing);
}

/** Largest weight of an uncovered topic word times its share in a register, against the largest possible. */
function heaviestOf(terms: readonly Term[], covers: readonly number[], share: (term: Term) => number): number {
  const missing = terms.map((term, i) =>
    term.role === "topic" && (covers[i] ?? 0) < 0.5 ? term.weight * share(term) : 0,
  );
  return Math.max(0, ...missing) / RAREST;
}

/** 丰台区 or 2030年 in the question and not in the rule: the rule speaks of another place or time. */
function missingNames(terms: readonly Term[], covers: readonly number[]): number {
  const missing = terms.map((term, i) => (term.isName ? term.weight * (1 - (covers[i] ?? 0)) : 0));
  return missing.reduce((sum, weight) => sum + weight, 0) / topicWeight(terms);
}

/** Weighted share of the terms' characters that occur in the passage. */
export function characterCover(terms: readonly Term[], own: string): number {
  const covers = terms.map((term) => {
    const characters = [...`${term.text}${term.alternatives[0] ?? ""}`];
    return characters.filter((character) => own.includes(character)).length / characters.length;
  });
  return weightedCover(terms, covers);
}

/** Position of the first topic word, 1 at the start of the passage, one half after twenty characters. */
export function earliest(terms: readonly Term[], own: string): number {
  const starts = terms
    .filter((term) => term.role === "topic" && term.weight >= 1)
    .flatMap((term) => findTerm(term, own).map(({ start }) => start));
  return starts.length === 0 ? 0 : 1 / (1 + Math.min(...starts) / 20);
}

/** Mean cover of the words that name the kind of thing asked for (标准, 后果); 1 where the question has none. */
export function askedCover(terms: readonly Term[], covers: readonly number[]): number {
  const asked = terms.flatMap(({ role }, i) => (role === "asked" ? [covers[i] ?? 0] : []));
  return asked.length === 0 ? 1 : asked.reduce((sum, cover) => sum + cover, 0) / asked.length;
}

/** How much the question says: its topic words, as a share of eight. */
export function termCount(terms: readonly Term[]): number {
  return Math.min(1, terms.filter(({ role }) => role === "topic").length / 8);
}

/** Length of the longest run of characters of the question that the passage has. */
export function longestShared(question: string, passage: string): number {
  let longest = 0;
  for (let start = 0; start + longest < question.length; start++) {
    while (start + longest < question.length && passage.includes(question.slice(start, start + longest + 1))) longest++;
  }
  return longest;
}

/** Whether a place or name of the question is covered by nothing. */
export function missesPlace(terms: readonly Term[], covers: readonly number[]): boolean {
  return terms.some((term, i) => term.isName && term.role !== "year" && (covers[i] ?? 0) < 0.5);
}
