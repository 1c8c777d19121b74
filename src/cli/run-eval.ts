import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Answerer, Question } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import { UsageError } from "../errors.js";
import { type Dataset, loadDataset, readEvaluationFile } from "../evaluation/dataset.js";
import { type EvaluationResult, evaluate } from "../evaluation/evaluate.js";
import { findUnknownPlaces } from "../evaluation/gold.js";
import { listMisses } from "../evaluation/misses.js";
import { type Comparison, compareWithPublished, loadPublished, toPublication } from "../evaluation/published.js";
import { deriveQrels, formatQrels, parseQrels, type Qrels } from "../evaluation/qrels.js";
import { formatReport } from "../evaluation/report.js";
import { formatRun } from "../evaluation/run.js";
import { formatByType, formatChanges, formatMetrics, formatMisses } from "../evaluation/terminal.js";
import type { ProvisionRetriever } from "../retrieval/hit.js";

export interface EvalOptions {
  readonly dataset: string;
  readonly depth: number;
  readonly out?: string | undefined;
  readonly run?: string | undefined;
  readonly html?: string | undefined;
  readonly qrels?: string | undefined;
  readonly json: boolean;
  readonly misses: boolean;
  readonly check: boolean;
  readonly publish: boolean;
}

/** What the evaluation needs of an opened application. */
export interface EvalSubject {
  readonly answerer: Answerer;
  readonly library: PolicyLibrary;
  readonly retriever: ProvisionRetriever;
}

export interface EvalDeps {
  /** Called after the question set has been read, so that a bad set costs no index. */
  readonly open: () => Promise<EvalSubject & { close(): void | Promise<void> }>;
  readonly print: (text: string) => void;
  /** What the person should know beside the figures. */
  readonly warn: (text: string) => void;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Today as an ISO date. */
  readonly today: string;
}

/**
 * Runs a question set, prints and writes what was asked for. Returns the exit status: 1 when `check` finds a quality
 * figure below the published one, else 0. Throws UsageError and DatasetInvalidError for the caller's mistakes.
 */
export async function runEval(options: EvalOptions, deps: EvalDeps): Promise<0 | 1> {
  if (options.check && options.publish) throw new UsageError("--check 与 --publish 不能同时使用：先核对，再公布。");
  const dataset = await loadDataset(options.dataset);
  const publishedFile = join(dirname(options.dataset), "published.json");
  const published = await loadPublished(publishedFile);
  const publication = published[dataset.name];
  if (options.check && publication === undefined) {
    throw new UsageError(`${publishedFile} 中没有 ${dataset.name} 的已公布数字；请先用 --publish 公布一次。`);
  }

  const subject = await deps.open();
  try {
    const { library } = subject;
    const unknown = await library.read(() => findUnknownPlaces(dataset.questions, library));
    if (unknown.length > 0) deps.warn(`语料中没有以下标准依据，按未命中计：\n  ${unknown.join("\n  ")}`);
    const qrels = await readOrDeriveQrels(options.qrels, dataset, library);
    const result = await evaluateSubject(dataset, subject, qrels, options.depth, deps);
    const comparison = publication === undefined ? null : compareWithPublished(result, publication, deps.today);
    await writeOutputs(options, deps, dataset, result, comparison, library);
    if (options.publish) {
      const next = { ...published, [dataset.name]: toPublication(result, deps.today) };
      await writeOutput(publishedFile, `${JSON.stringify(next, null, 2)}\n`);
    }
    return options.check && (comparison?.fell.length ?? 0) > 0 ? 1 : 0;
  } finally {
    await subject.close();
  }
}

function evaluateSubject(
  dataset: Dataset,
  { answerer, library, retriever }: EvalSubject,
  qrels: Qrels,
  depth: number,
  { now, onProgress }: EvalDeps,
): Promise<EvaluationResult> {
  const search = (question: Question, k: number) => retriever.search(searchText(question), { k });
  return evaluate({ dataset, answerer, library, search, depth, qrels, now, ...(onProgress && { onProgress }) });
}

/** A retriever has no memory: what the person asked before stands ahead of a follow-up question. */
function searchText({ question, history = [] }: Question): string {
  const earlier = history.filter((turn) => turn.role === "user").map((turn) => turn.content);
  return [...earlier, question].join(" ");
}

/** An existing file is read; a missing one is written with the judgments that follow from the question set. */
async function readOrDeriveQrels(file: string | undefined, dataset: Dataset, library: PolicyLibrary): Promise<Qrels> {
  const exists =
    file !== undefined &&
    (await access(file).then(
      () => true,
      () => false,
    ));
  if (exists) return parseQrels(await readEvaluationFile(file), file);
  const qrels = await library.read(() => deriveQrels(dataset.questions, library));
  if (file !== undefined) await writeOutput(file, formatQrels(qrels));
  return qrels;
}

async function writeOutputs(
  options: EvalOptions,
  { print, today }: EvalDeps,
  dataset: Dataset,
  result: EvaluationResult,
  comparison: Comparison | null,
  library: PolicyLibrary,
): Promise<void> {
  const misses = await library.read(() => listMisses(dataset, result, library));
  if (options.out !== undefined) await writeOutput(options.out, `${JSON.stringify(result, null, 2)}\n`);
  if (options.run !== undefined) {
    const run = new Map(result.results.map(({ id, retrieved }) => [id, retrieved]));
    await writeOutput(options.run, formatRun(run, "policy-chat"));
  }
  if (options.html !== undefined) {
    const report = formatReport({ datasetName: dataset.name, date: today, result, misses, comparison });
    await writeOutput(options.html, report);
  }
  if (options.json) {
    print(JSON.stringify({ dataset: dataset.name, metrics: result.metrics, comparison, misses }, null, 2));
    return;
  }
  print(`${dataset.name}\n${formatMetrics(result.metrics, comparison)}\n\n${formatByType(result.metrics)}`);
  if (comparison !== null) print(`\n${formatChanges(comparison)}`);
  if (options.misses) print(misses.length === 0 ? "\n没有未通过的问题。" : `\n${formatMisses(misses)}`);
}

async function writeOutput(file: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  } catch (cause) {
    throw new UsageError(`无法写入 ${file}；请检查路径、权限和磁盘空间。`, { cause });
  }
}
