import { askingWords } from "../question/question-kind.js";
import { coverTerm, findTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";

/** How far from what is asked a word may stand and still be what it is asked of, in characters. */
const NEAR_AFTER = 3;
const NEAR_BEFORE = 2;

/** The words of a normalised question next to what it asks, at most two: of 听证会谁来主持, 主持 and 听证会. */
export function anchorsOf(question: string, terms: readonly Term[]): Term[] {
  const asking = askingWords(question);
  if (asking === "") return [];
  const start = question.indexOf(asking);
  const end = start + asking.length;
  const placed = terms
    .map((term) => ({ term, start: question.indexOf(term.text), end: question.indexOf(term.text) + term.text.length }))
    .filter((place) => place.start >= 0)
    .sort((a, b) => a.start - b.start);
  const after = placed.find((place) => place.start >= start);
  const before = placed.findLast((place) => place.start < start && place.end <= end);
  return [
    ...(after && after.start - end <= NEAR_AFTER ? [after.term] : []),
    ...(before && start - before.end <= NEAR_BEFORE ? [before.term] : []),
  ];
}

/** How a passage meets the words next to what is asked; every value is 0 to 1. */
export interface JudgedAnchors {
  /** Cover of the one that is covered least; 1 for none. */
  readonly anchorCover: number;
  /** Weight of the heaviest uncovered one, as a share of the largest possible. */
  readonly anchorMissing: number;
  /** As `anchorCover`, by the passage's own words; half where they only say when or modify; one half for none. */
  readonly anchorMain: number;
}

/** `texts` are the passage's own words, then those that it stands under; `heaviest` is the largest weight of a word. */
export function judgeAnchors(anchors: readonly Term[], texts: readonly string[], heaviest: number): JudgedAnchors {
  const covers = anchors.map((term) => bestCover(term, texts));
  return {
    anchorCover: Math.min(1, ...covers),
    anchorMissing: Math.max(0, ...anchors.map(({ weight }, i) => weight * (1 - (covers[i] ?? 0)))) / heaviest,
    anchorMain: anchors.length === 0 ? 0.5 : Math.min(...anchors.map((term) => mainCover(term, texts[0] ?? ""))),
  };
}

function bestCover(term: Term, texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => coverTerm(term, text)));
}

/** 集体讨论前 only says when, 集体讨论的结果 speaks of something else: the act itself stands elsewhere. */
const AN_ASIDE = /^(?:之|以)?[前后时中的]/u;

function mainCover(term: Term, own: string): number {
  if (coverTerm(term, own) === 0) return 0;
  const covers = findTerm(term, own).map(({ start, length, value }) =>
    AN_ASIDE.test(own.slice(start + length)) ? value / 2 : value,
  );
  return Math.max(0, ...covers);
}
