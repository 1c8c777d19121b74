import { writeFile } from "node:fs/promises";
import { defineCommand } from "citty";
import { FEATURES, layersOf } from "../answering/ranking/features.js";
import { PROMISE_SIGNS } from "../answering/ranking/promise.js";
import { readingOrder } from "../answering/ranking/reading.js";
import { comparable } from "../answering/words/comparable.js";
import { UsageError } from "../errors.js";
import { loadDataset } from "../evaluation/dataset.js";
import { judgeCandidates, judgePromises } from "../evaluation/examples.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

/** Never a test half. */
const DATASETS = "evals/chaoyang.train.jsonl,evals/chaoyang.dev.jsonl";

/** `features`: the judged candidates of question sets as JSON, from which training/fit_ranking.py learns. */
export const featuresCommand = defineCommand({
  meta: { name: "features", description: "导出题集各候选条款的特征，供 training/fit_ranking.py 拟合（开发用）" },
  args: {
    dataset: { type: "string", default: DATASETS, valueHint: "FILE,FILE", description: "题集，可有多个" },
    out: { type: "string", valueHint: "FILE", description: "写到这个文件" },
    promises: {
      type: "boolean",
      default: false,
      description: "改为导出全部候选的初选特征，供 training/fit_promise.py 拟合",
    },
    "cross-encoder": {
      type: "string",
      valueHint: "DIR",
      description: "改用这个目录里的交叉编码器：没有学过这些题的那一个",
    },
    ...folderArgs,
  },
  async run({ args }) {
    if (!args.out) throw new UsageError("请用 --out 指定写到哪个文件。");
    const folders = { corpusDir: args.corpus, indexDir: args.index };
    const app = await openApp(folders, { crossEncoderDir: args["cross-encoder"] });
    try {
      const sets = await Promise.all(args.dataset.split(",").map((file) => loadDataset(file)));
      if (args.promises) {
        const promises = await Promise.all(
          sets.map(async ({ name, questions }) =>
            (await judgePromises(app.deps, questions)).map((one) => ({ set: name, ...one })),
          ),
        );
        await writeFile(args.out, JSON.stringify({ names: PROMISE_SIGNS, questions: promises.flat() }));
        return;
      }
      const judged = await Promise.all(
        sets.map(async ({ name, questions }) => ({ name, judged: await judgeCandidates(app.deps, questions) })),
      );
      const all = judged.flatMap(({ name, judged: some }) => some.map((one) => ({ name, ...one })));
      const questions = all.map(({ name, question, ranked, right, answerable, reasons }) => ({
        set: name,
        question,
        answerable,
        reasons,
        candidates: ranked.map((candidate) => ({
          id: candidate.provision.id,
          own: comparable(candidate.text),
          passage: readingOrder(layersOf(app.deps.library, candidate)).join("\n"),
          features: FEATURES.map((name) => candidate.features[name]),
          right: right.has(candidate),
        })),
      }));
      await writeFile(args.out, JSON.stringify({ names: FEATURES, questions }));
    } finally {
      await app.close();
    }
  },
});
