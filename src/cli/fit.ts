import { writeFile } from "node:fs/promises";
import { defineCommand } from "citty";
import { FEATURES } from "../answering/features.js";
import weights from "../answering/weights.json" with { type: "json" };
import { loadDataset } from "../evaluation/dataset.js";
import { type Judged, judgeCandidates, toConfidenceExample, toRankingExample } from "../evaluation/examples.js";
import { fitLogistic, fitRanking } from "../evaluation/fit.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

const WEIGHTS_FILE = "src/answering/weights.json";
const RANKING = { ridge: 0.01, steps: 3_000, rate: 0.5 };
const CONFIDENCE = { ridge: 0.03, steps: 3_000, rate: 0.3 };

/** `fit`: learns the weights of ranking and confidence from a dev half. Run it twice: confidence sees the new ranking. */
export const fitCommand = defineCommand({
  meta: { name: "fit", description: "用题集的 dev 半拟合排序与置信度的权重（开发用）" },
  args: {
    dataset: { type: "string", default: "evals/chaoyang.dev.jsonl", valueHint: "FILE", description: "题集" },
    what: { type: "string", default: "ranking", valueHint: "ranking|confidence", description: "拟合哪一组权重" },
    ...folderArgs,
  },
  async run({ args }) {
    const app = await openApp({ corpusDir: args.corpus, indexDir: args.index });
    try {
      const { questions } = await loadDataset(args.dataset);
      const judged = await judgeCandidates(app.deps, questions);
      printFolds(judged);
      const next = args.what === "confidence" ? withConfidence(judged) : withRanking(judged);
      await writeFile(WEIGHTS_FILE, `${JSON.stringify(next, null, 2)}\n`);
    } finally {
      app.close();
    }
  },
});

const rounded = (value: number | undefined) => Math.round((value ?? 0) * 1000) / 1000;
const named = (values: readonly number[]) => Object.fromEntries(FEATURES.map((name, i) => [name, rounded(values[i])]));

function withRanking(judged: readonly Judged[]) {
  return { ...weights, ranking: named(fitRanking(judged.map(toRankingExample), FEATURES.length, RANKING)) };
}

function withConfidence(judged: readonly Judged[]) {
  const examples = judged.flatMap((one) => toConfidenceExample(one) ?? []);
  const [bias, lead, score, ...features] = fitLogistic(examples, FEATURES.length + 2, CONFIDENCE);
  return {
    ...weights,
    confidence: { bias: rounded(bias), lead: rounded(lead), score: rounded(score), features: named(features) },
  };
}

const FOLDS = 5;

/** How often the first candidate is right, on questions that the weights have not seen. */
function printFolds(judged: readonly Judged[]): void {
  const answerable = judged.filter(({ right }) => right.size > 0);
  const seen = answerable.filter(({ ranked, right }) => ranked[0] && right.has(ranked[0])).length;
  let held = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const train = answerable.filter((_, i) => i % FOLDS !== fold).map(toRankingExample);
    const fitted = fitRanking(train, FEATURES.length, RANKING);
    for (const { candidates } of answerable.filter((_, i) => i % FOLDS === fold).map(toRankingExample)) {
      const scores = candidates.map(({ features }) => features.reduce((sum, v, d) => sum + v * (fitted[d] ?? 0), 0));
      if (candidates[scores.indexOf(Math.max(...scores))]?.right) held++;
    }
  }
  console.log(
    `${judged.length} 题经检索作答，${answerable.length} 题有正确候选；首位正确：现有权重 ${seen}，五折交叉 ${held}`,
  );
}
