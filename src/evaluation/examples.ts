import type { AnswererDeps } from "../answering/deps.js";
import { type Understanding, understand } from "../answering/question/understand.js";
import type { Candidate } from "../answering/ranking/candidates.js";
import { layersOf } from "../answering/ranking/features.js";
import { toField } from "../answering/ranking/field.js";
import { PROMISE_SIGNS, promiseSigns } from "../answering/ranking/promise.js";
import type { ScoredCandidate } from "../answering/ranking/score.js";
import { findCandidates, gatherCandidates, settleWithoutSearch } from "../answering/respond.js";
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

/** All candidates of one question with an answer: what each promises, in the order of `PROMISE_SIGNS`, and whether it answers. */
export interface JudgedPromises {
  readonly signs: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/** What all that is found promises, for every question that has an answer among it and no text named. */
export async function judgePromises(
  deps: AnswererDeps,
  questions: readonly DatasetQuestion[],
): Promise<JudgedPromises[]> {
  const resolve = createGoldResolver(deps.library);
  const judged: JudgedPromises[] = [];
  for (const question of questions.filter(({ answerable }) => answerable)) {
    const gold = question.citations.map(resolve);
    const one = await deps.library.read(async () => {
      const understanding = understand(deps, question);
      const isSearched = understanding.documents.length === 0 && understanding.asOf === null;
      if (!isSearched || settleWithoutSearch(deps, understanding) !== null) return null;
      return promisesOf(deps, question, understanding, gold);
    });
    if (one?.right.includes(true)) judged.push(one);
  }
  return judged;
}

async function promisesOf(
  deps: AnswererDeps,
  question: DatasetQuestion,
  understanding: Understanding,
  gold: readonly GoldPlace[],
): Promise<JudgedPromises> {
  const { candidates, asked } = await gatherCandidates(deps, understanding, {});
  const { bestLexical } = toField(candidates);
  const right = rightOnes(deps, question, candidates, gold);
  const signs = candidates.map((one) => {
    const known = promiseSigns(one, layersOf(deps.library, one), bestLexical, asked);
    return PROMISE_SIGNS.map((name) => Number(known[name].toFixed(4)));
  });
  return { signs, right: candidates.map((one) => right.has(one)) };
}

/** Candidates at or below a gold place that hold all facts; where none holds all, those at or below it. */
function rightOnes<T extends Candidate>(
  { library }: AnswererDeps,
  { mustContain }: DatasetQuestion,
  ranked: readonly T[],
  gold: readonly GoldPlace[],
): ReadonlySet<T> {
  const placed = ranked.filter(({ provision }) =>
    gold.some((place) => isCovered(library, provision.documentId, provision.eId, place)),
  );
  const complete = placed.filter(({ text }) => missingFacts(mustContain, text).length === 0);
  return new Set(complete.length > 0 ? complete : placed);
}
