import type { AnswererDeps } from "../answering/compose.js";
import { findCandidates, settleWithoutSearch } from "../answering/respond.js";
import type { ScoredCandidate } from "../answering/score.js";
import { understand } from "../answering/understand.js";
import { missingFacts } from "./checks.js";
import type { DatasetQuestion } from "./dataset.js";
import { createGoldResolver, type GoldPlace, isCovered } from "./gold.js";

/** The candidates of one question that is answered by searching, with those that answer it. */
export interface Judged {
  /** Normalised. */
  readonly question: string;
  readonly ranked: readonly ScoredCandidate[];
  readonly right: ReadonlySet<ScoredCandidate>;
  readonly answerable: boolean;
  /** Why it may be refused, where the set says so. */
  readonly reasons: readonly string[];
}

/** Judges the candidates of every question that is settled by searching; the others teach the ranking nothing. */
export async function judgeCandidates(deps: AnswererDeps, questions: readonly DatasetQuestion[]): Promise<Judged[]> {
  const resolve = createGoldResolver(deps.library);
  const judged: Judged[] = [];
  for (const question of questions) {
    const gold = question.citations.map(resolve);
    const one = await deps.library.read(() => judge(deps, question, gold));
    if (one !== null) judged.push(one);
  }
  return judged;
}

async function judge(
  deps: AnswererDeps,
  question: DatasetQuestion,
  gold: readonly GoldPlace[],
): Promise<Judged | null> {
  const understanding = understand(deps, question);
  if (settleWithoutSearch(deps, understanding) !== null) return null;
  const ranked = await findCandidates(deps, understanding);
  return {
    question: understanding.text,
    ranked,
    right: rightOnes(deps, question, ranked, gold),
    answerable: question.answerable,
    reasons: question.reason,
  };
}

/** Candidates at or below a gold place that hold all facts; where none holds all, those at or below it. */
function rightOnes(
  { library }: AnswererDeps,
  { mustContain }: DatasetQuestion,
  ranked: readonly ScoredCandidate[],
  gold: readonly GoldPlace[],
): ReadonlySet<ScoredCandidate> {
  const placed = ranked.filter(({ provision }) =>
    gold.some((place) => isCovered(library, provision.documentId, provision.eId, place)),
  );
  const complete = placed.filter(({ text }) => missingFacts(mustContain, text).length === 0);
  return new Set(complete.length > 0 ? complete : placed);
}
