import { type CalibrationPoint, expectedCalibrationError } from "./calibration.js";
import { type Check, type Checks, isRight } from "./checks.js";
import type { Dataset, DatasetQuestion } from "./dataset.js";
import type { QuestionResult } from "./evaluate.js";
import { mean, ndcgAt, percentile, recallAt, reciprocalRankAt, refusalFigures, share } from "./metrics.js";
import { type JudgedRanking, type Judgment, judgeByNeed, judgeByProvision, type Qrels } from "./qrels.js";

/** Shares from 0 to 1; null where no question is there to measure it on, or no ranking was made. */
export interface RankingFigures {
  readonly "recall@1": number | null;
  readonly "recall@5": number | null;
  readonly "recall@10": number | null;
  readonly "recall@100": number | null;
  readonly "MRR@10": number | null;
  readonly "nDCG@10": number | null;
}

/** The figures of one kind of question. */
export interface TypeFigures {
  readonly type: string;
  readonly questions: number;
  readonly right: number | null;
  readonly citationExact: number | null;
  readonly answerContains: number | null;
  readonly refusalRecall: number | null;
  readonly falseRefusalRate: number | null;
}

/** Ranking figures count gold places (needs); `trec` is trec_eval's reading of the same run and judgments. */
export interface EvaluationMetrics extends RankingFigures {
  readonly questions: number;
  readonly answerable: number;
  /** Share of questions of which every check passed. */
  readonly right: number | null;
  readonly citationExact: number | null;
  readonly citationArticle: number | null;
  readonly answerContains: number | null;
  readonly answerExcludes: number | null;
  readonly refusalPrecision: number | null;
  readonly refusalRecall: number | null;
  readonly refusalReason: number | null;
  readonly falseRefusalRate: number | null;
  readonly verbatimRate: number | null;
  readonly ece: number | null;
  readonly latencyMs: { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null };
  readonly trec: RankingFigures;
  readonly byType: readonly TypeFigures[];
}

/** Sums up results, which stand in the order of the questions. `latencies` are milliseconds; `ranked`: rankings exist. */
export function summarise(
  dataset: Dataset,
  results: readonly QuestionResult[],
  qrels: Qrels,
  latencies: readonly number[],
  ranked: boolean,
): EvaluationMetrics {
  const refusals = refusalFigures(refusalOutcomes(dataset.questions, results));
  return {
    questions: results.length,
    answerable: dataset.questions.filter((question) => question.answerable).length,
    right: share(results.map((result) => isRight(result.checks))),
    citationExact: passRate(results, (checks) => checks.citationExact),
    citationArticle: passRate(results, (checks) => checks.citationArticle),
    answerContains: passRate(results, (checks) => checks.contains),
    answerExcludes: passRate(results, (checks) => checks.notContains),
    refusalPrecision: refusals.precision,
    refusalRecall: refusals.recall,
    refusalReason: passRate(results, (checks) => checks.reasonRight),
    falseRefusalRate: refusals.falseRefusalRate,
    verbatimRate: passRate(results, (checks) => checks.verbatim),
    ece: expectedCalibrationError(calibrationPoints(results)),
    ...rankingFigures(results, ranked ? qrels : new Map(), judgeByNeed),
    latencyMs: { p50: percentile(latencies, 50), p95: percentile(latencies, 95), p99: percentile(latencies, 99) },
    trec: rankingFigures(results, ranked ? qrels : new Map(), judgeByProvision),
    byType: figuresByType(dataset.questions, results),
  };
}

/** What each answer claimed and whether it was right; refusals claim nothing. */
export function calibrationPoints(results: readonly QuestionResult[]): CalibrationPoint[] {
  return results
    .filter(({ answer }) => answer.status === "answered")
    .map(({ answer, checks }) => ({ confidence: answer.confidence, right: isRight(checks) }));
}

function rankingFigures(
  results: readonly QuestionResult[],
  qrels: Qrels,
  judge: (ranking: readonly string[], judgments: readonly Judgment[]) => JudgedRanking,
): RankingFigures {
  const judged = results.flatMap(({ id, retrieved }) => {
    const judgments = qrels.get(id);
    if (judgments === undefined) return [];
    return [
      judge(
        retrieved.map((hit) => hit.provisionId),
        judgments,
      ),
    ];
  });
  const averaged = (measure: (ranking: JudgedRanking) => number) => mean(judged.map(measure));
  return {
    "recall@1": averaged(({ gains, ideal }) => recallAt(gains, ideal.length, 1)),
    "recall@5": averaged(({ gains, ideal }) => recallAt(gains, ideal.length, 5)),
    "recall@10": averaged(({ gains, ideal }) => recallAt(gains, ideal.length, 10)),
    "recall@100": averaged(({ gains, ideal }) => recallAt(gains, ideal.length, 100)),
    "MRR@10": averaged(({ gains }) => reciprocalRankAt(gains, 10)),
    "nDCG@10": averaged(({ gains, ideal }) => ndcgAt(gains, ideal, 10)),
  };
}

function figuresByType(questions: readonly DatasetQuestion[], results: readonly QuestionResult[]): TypeFigures[] {
  return [...new Set(questions.map((question) => question.type))].map((type) => {
    const members = results.filter((_, index) => questions[index]?.type === type);
    const refusals = refusalFigures(
      refusalOutcomes(
        questions.filter((question) => question.type === type),
        members,
      ),
    );
    return {
      type,
      questions: members.length,
      right: share(members.map((result) => isRight(result.checks))),
      citationExact: passRate(members, (checks) => checks.citationExact),
      answerContains: passRate(members, (checks) => checks.contains),
      refusalRecall: refusals.recall,
      falseRefusalRate: refusals.falseRefusalRate,
    };
  });
}

function refusalOutcomes(questions: readonly DatasetQuestion[], results: readonly QuestionResult[]) {
  return results.map(({ answer }, index) => ({
    answerable: questions[index]?.answerable === true,
    refused: answer.status === "refused",
  }));
}

function passRate(results: readonly QuestionResult[], pick: (checks: Checks) => Check | null): number | null {
  return share(results.flatMap(({ checks }) => pick(checks)?.pass ?? []));
}
