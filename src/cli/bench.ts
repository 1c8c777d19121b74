import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { defineCommand } from "citty";
import { loadDataset } from "../evaluation/dataset.js";
import { percentile } from "../evaluation/metrics.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";

const run = promisify(execFile);
const ROUNDS = 3;
const STARTS = 3;
const DATASET = "evals/chaoyang.dev.jsonl";

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most that is acceptable on the reference machine (2 cores); null where there is no bar. */
  readonly bar: number | null;
}

/** `bench`: speed, size and memory on a corpus, measured in this run on this machine. */
export const benchCommand = defineCommand({
  meta: { name: "bench", description: "测量速度、体积和内存" },
  args: { json: { type: "boolean", description: "标准输出只给 JSON" }, ...folderArgs },
  async run({ args }) {
    const measures = [
      ...(await measureIndexing(args.corpus)),
      ...(await measureStarts(args.corpus, args.index)),
      ...(await measureAnswers(args.corpus, args.index)),
    ];
    console.log(args.json ? JSON.stringify(measures, null, 2) : renderMeasures(measures));
  },
});

const median = (values: readonly number[]) => percentile(values, 50) ?? 0;

/** A whole process each time, program start included. */
async function timeCommand(argv: readonly string[]): Promise<number> {
  const started = performance.now();
  await run(process.execPath, [process.argv[1] as string, ...argv], { maxBuffer: 1 << 26 });
  return performance.now() - started;
}

async function measureIndexing(corpusDir: string): Promise<Measure[]> {
  const indexDir = await mkdtemp(join(tmpdir(), "policy-chat-bench-"));
  try {
    const elapsed = await timeCommand(["index", "--corpus", corpusDir, "--index", indexDir]);
    return [
      { name: "从零建立索引", value: elapsed / 1000, unit: "秒", bar: 10 },
      { name: "索引体积", value: (await sizeOf(indexDir)) / 2 ** 20, unit: "MiB", bar: null },
    ];
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}

async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Median of a few starts, from the command line to the printed answer, with the index built. */
async function measureStarts(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const argv = ["ask", "公开征求意见的期限是多少天？", "--corpus", corpusDir, "--index", indexDir];
  await timeCommand(argv);
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) times.push(await timeCommand(argv));
  return [{ name: "启动到首个答案（索引已建）", value: median(times) / 1000, unit: "秒", bar: 1.5 }];
}

async function measureAnswers(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const app = await openApp({ corpusDir, indexDir });
  try {
    const { questions } = await loadDataset(DATASET);
    const answers: number[] = [];
    const searches: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      for (const question of questions) {
        const started = performance.now();
        await app.answerer.answer(question);
        const answered = performance.now();
        await app.retriever.search(question.question, { k: 10 });
        // The first round warms up.
        if (round === 0) continue;
        answers.push(answered - started);
        searches.push(performance.now() - answered);
      }
    }
    return [
      { name: "提问到答案 p50", value: median(answers), unit: "毫秒", bar: 5 },
      { name: "提问到答案 p95", value: percentile(answers, 95) ?? 0, unit: "毫秒", bar: null },
      { name: "提问到答案 p99", value: percentile(answers, 99) ?? 0, unit: "毫秒", bar: null },
      { name: "提问到检索结果 p50", value: median(searches), unit: "毫秒", bar: null },
      { name: "常驻内存", value: process.memoryUsage.rss() / 2 ** 20, unit: "MiB", bar: null },
    ];
  } finally {
    app.close();
  }
}

function renderMeasures(measures: readonly Measure[]): string {
  return measures
    .map(({ name, value, unit, bar }) => {
      const verdict = bar === null ? "" : `  （上限 ${bar} ${unit}，${value <= bar ? "达标" : "未达标"}）`;
      return `${name}：${value.toFixed(2)} ${unit}${verdict}`;
    })
    .join("\n");
}
