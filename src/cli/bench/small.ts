import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDataset } from "../../evaluation/dataset.js";
import { percentile } from "../../evaluation/metrics.js";
import type { Folders } from "../build-app.js";
import { openApp } from "../open-app.js";
import { atMost, figure, type Measure } from "./measure.js";
import { median, runCommand, sizeOf } from "./processes.js";

const STARTS = 3;
const DATASET = "evals/chaoyang.dev.jsonl";
/** Others warm up: what is remembered of a question must not help when the same one is measured. */
const WARMING = { dataset: "evals/chaoyang.train.jsonl", questions: 1_000 };

/** Speed, size and memory on the corpus that is at hand. */
export async function benchSmall({ corpusDir, indexDir }: Folders): Promise<Measure[]> {
  return [
    ...(await measureIndexing(corpusDir)),
    ...(await measureStarts(corpusDir, indexDir)),
    ...(await measureAnswers(corpusDir, indexDir)),
  ];
}

async function measureIndexing(corpusDir: string): Promise<Measure[]> {
  const indexDir = await mkdtemp(join(tmpdir(), "policy-chat-bench-"));
  try {
    const { elapsedMs } = await runCommand(["index", "--corpus", corpusDir, "--index", indexDir]);
    return [
      atMost("从零建立索引", elapsedMs / 1000, "秒", 10),
      figure("索引体积", (await sizeOf(indexDir)) / 2 ** 20, "MiB"),
    ];
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}

/** Median of a few starts, from the command line to the printed answer, with the index built. */
async function measureStarts(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const argv = ["ask", "公开征求意见的期限是多少天？", "--corpus", corpusDir, "--index", indexDir];
  await runCommand(argv);
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) times.push((await runCommand(argv)).elapsedMs);
  return [atMost("启动到首个答案（索引已建）", median(times) / 1000, "秒", 1.5)];
}

async function measureAnswers(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const app = await openApp({ corpusDir, indexDir });
  try {
    const { questions: warming } = await loadDataset(WARMING.dataset);
    for (const question of warming.slice(0, WARMING.questions)) await app.answerer.answer(question);
    const answers: number[] = [];
    const searches: number[] = [];
    for (const question of (await loadDataset(DATASET)).questions) {
      const started = performance.now();
      await app.answerer.answer(question);
      const answered = performance.now();
      await app.retriever.search(question.question, { k: 10 });
      answers.push(answered - started);
      searches.push(performance.now() - answered);
    }
    return [
      atMost("提问到答案 p50", median(answers), "毫秒", 5),
      figure("提问到答案 p95", percentile(answers, 95) ?? 0, "毫秒"),
      figure("提问到答案 p99", percentile(answers, 99) ?? 0, "毫秒"),
      figure("提问到检索结果 p50", median(searches), "毫秒"),
      figure("常驻内存", process.memoryUsage.rss() / 2 ** 20, "MiB"),
    ];
  } finally {
    await app.close();
  }
}
