import { writeFile } from "node:fs/promises";
import { defineCommand } from "citty";
import { DECISION_FEATURES, FEATURES } from "../answering/features.js";
import weights from "../answering/weights.json" with { type: "json" };
import { loadDataset } from "../evaluation/dataset.js";
import {
  type Judged,
  judgeCandidates,
  toAnswerableExample,
  toConfidenceExample,
  toRankingExample,
} from "../evaluation/examples.js";
import { fitLogistic, fitRanking, type LogisticExample } from "../evaluation/fit.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

/** Never a test half. */
const DATASETS = "evals/chaoyang.train.jsonl,evals/chaoyang.dev.jsonl";
const WEIGHTS_FILE = "src/answering/weights.json";
const RANKING = { ridge: 0.01, steps: 3_000, rate: 0.5 };
const LOGISTIC = { ridge: 0.01, steps: 6_000, rate: 0.3 };
const FOLDS = 5;
/** Share of the answerable dev questions that may be refused for the sake of the others. */
const FALSE_REFUSALS = 0.06;

/** `fit`: learns ranking, or with `--what decision` confidence and refusal on top of the ranking, from a dev half. */
export const fitCommand = defineCommand({
  meta: { name: "fit", description: "用题集的 dev 半拟合排序、置信度与拒答的权重（开发用）" },
  args: {
    dataset: { type: "string", default: DATASETS, valueHint: "FILE,FILE", description: "题集，可有多个" },
    what: { type: "string", default: "ranking", valueHint: "ranking|decision", description: "拟合哪一组权重" },
    ...folderArgs,
  },
  async run({ args }) {
    const app = await openApp({ corpusDir: args.corpus, indexDir: args.index });
    try {
      const sets = await Promise.all(args.dataset.split(",").map((file) => loadDataset(file)));
      const questions = sets.flatMap((set) => set.questions);
      const judged = await judgeCandidates(app.deps, questions);
      const next = args.what === "decision" ? withDecision(judged) : withRanking(judged);
      await writeFile(WEIGHTS_FILE, `${JSON.stringify(next, null, 2)}\n`);
    } finally {
      app.close();
    }
  },
});

const rounded = (value: number | undefined) => Math.round((value ?? 0) * 1000) / 1000;
const named = (names: readonly string[], values: readonly number[]) =>
  Object.fromEntries(names.map((name, i) => [name, rounded(values[i])]));

function withRanking(judged: readonly Judged[]) {
  const examples = judged.filter(({ right }) => right.size > 0).map(toRankingExample);
  const isFirstRight = (fitted: readonly number[], { candidates }: (typeof examples)[number]) => {
    const scores = candidates.map(({ features }) => features.reduce((sum, v, d) => sum + v * (fitted[d] ?? 0), 0));
    return candidates[scores.indexOf(Math.max(...scores))]?.right === true;
  };
  const held = folds(examples).map(({ train, test }) => {
    const fitted = fitRanking(train, FEATURES.length, RANKING);
    return test.filter((example) => isFirstRight(fitted, example)).length;
  });
  console.log(`${examples.length} 题有正确候选；五折交叉首位正确 ${held.reduce((a, b) => a + b, 0)}`);
  return { ...weights, ranking: named(FEATURES, fitRanking(examples, FEATURES.length, RANKING)) };
}

function withDecision(judged: readonly Judged[]) {
  const answerable = judged.flatMap((one) => toAnswerableExample(one) ?? []);
  const held = folds(answerable).flatMap(({ train, test }) => {
    const fitted = fitLogistic(train, DECISION_FEATURES.length + 1, LOGISTIC);
    return test.map(({ features, label }) => ({ label, p: probability(fitted, features) }));
  });
  const threshold = thresholdFor(held);
  const share = (label: boolean) => held.filter((one) => one.label === label && one.p < threshold).length;
  console.log(
    `五折交叉：门槛 ${rounded(threshold)}，误拒 ${share(true)}，应拒而拒 ${share(false)}，共 ${held.length} 题`,
  );
  const confidence = judged.flatMap((one) => toConfidenceExample(one) ?? []);
  return {
    ...weights,
    threshold: rounded(threshold),
    answerable: toModel(fitLogistic(answerable, DECISION_FEATURES.length + 1, LOGISTIC)),
    confidence: toModel(fitLogistic(confidence, DECISION_FEATURES.length + 1, LOGISTIC)),
  };
}

function toModel([bias, lead, ...features]: readonly number[]) {
  return { bias: rounded(bias), lead: rounded(lead), features: named(DECISION_FEATURES, features) };
}

/** The highest threshold that refuses no more of the answerable than allowed. */
function thresholdFor(held: readonly { label: boolean; p: number }[]): number {
  const answerable = held.filter(({ label }) => label).map(({ p }) => p);
  answerable.sort((a, b) => a - b);
  return answerable[Math.floor(FALSE_REFUSALS * answerable.length)] ?? 0.5;
}

function probability([bias = 0, ...fitted]: readonly number[], features: LogisticExample["features"]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, d) => sum + value * (fitted[d] ?? 0), bias)));
}

function folds<T>(examples: readonly T[]): { train: T[]; test: T[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    train: examples.filter((_, i) => i % FOLDS !== fold),
    test: examples.filter((_, i) => i % FOLDS === fold),
  }));
}
