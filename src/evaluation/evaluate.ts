import type { Answer, Answerer, Question } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import { type Checks, checkAnswer } from "./checks.js";
import type { Dataset, DatasetQuestion } from "./dataset.js";
import { createGoldResolver } from "./gold.js";
import { deriveQrels, type Qrels } from "./qrels.js";
import type { RankedProvision } from "./run.js";
import { type EvaluationMetrics, summarise } from "./summary.js";

export interface QuestionResult {
  readonly id: string;
  readonly answer: Answer;
  readonly checks: Checks;
  readonly retrieved: readonly RankedProvision[];
}

export interface EvaluationResult {
  readonly metrics: EvaluationMetrics;
  /** In the order of the question set. */
  readonly results: readonly QuestionResult[];
}

export interface EvaluationInput {
  readonly dataset: Dataset;
  readonly answerer: Answerer;
  readonly library: PolicyLibrary;
  /** Ranks `depth` provisions for a question; without it there are no ranking figures. */
  readonly search?: (question: Question, depth: number) => Promise<readonly RankedProvision[]>;
  readonly depth: number;
  /** Judgments to rank against; derived from the question set when left out. */
  readonly qrels?: Qrels;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Enough for the engine to have compiled what every answer runs through. */
const WARM_UP_QUESTIONS = 10;

/**
 * Asks every question, one at a time, and checks the answers. The same input gives the same result, latencies aside.
 * Errors of the answerer or the search are not caught: a failed run is no measurement.
 */
export async function evaluate(input: EvaluationInput): Promise<EvaluationResult> {
  const { dataset, answerer, library, search, depth, now } = input;
  for (const question of dataset.questions.slice(0, WARM_UP_QUESTIONS)) await answerer.answer(toQuestion(question));

  const resolve = createGoldResolver(library);
  const results: QuestionResult[] = [];
  const latencies: number[] = [];
  for (const entry of dataset.questions) {
    const question = toQuestion(entry);
    const start = now();
    const answer = await answerer.answer(question);
    latencies.push(now() - start);
    const hits = (await search?.(question, depth)) ?? [];
    const checks = await library.read(() => checkAnswer(entry, answer, library, resolve));
    results.push({
      id: entry.id,
      answer,
      checks,
      retrieved: hits.slice(0, depth).map(({ provisionId, score }) => ({ provisionId, score })),
    });
    input.onProgress?.(results.length, dataset.questions.length);
  }
  const qrels = input.qrels ?? (await library.read(() => deriveQrels(dataset.questions, library)));
  return { metrics: summarise(dataset, results, qrels, latencies, search !== undefined), results };
}

function toQuestion({ question, history }: DatasetQuestion): Question {
  return history.length === 0 ? { question } : { question, history };
}
