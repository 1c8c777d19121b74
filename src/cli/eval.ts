import { defineCommand } from "citty";
import { UsageError } from "../errors.js";
import { loadDataset } from "../evaluation/dataset.js";
import type { Folders } from "./build-app.js";
import { compareWithOthers } from "./compare.js";
import { folderArgs } from "./folder-args.js";
import { openApp } from "./open-app.js";
import { runEval } from "./run-eval.js";

/** `eval`: runs a question set (contract.md section 4). Exit status 1 when `--check` finds a figure that fell. */
export const evalCommand = defineCommand({
  meta: { name: "eval", description: "运行题集，给出检索、依据、事实和拒答的各项指标" },
  args: {
    dataset: {
      type: "string",
      default: "evals/chaoyang.dev.jsonl",
      valueHint: "FILE",
      description: "题集（JSON Lines）",
    },
    out: { type: "string", valueHint: "FILE", description: "把指标和逐题结果写成 JSON" },
    run: { type: "string", valueHint: "FILE", description: "把检索结果写成 TREC run" },
    depth: { type: "string", default: "100", valueHint: "N", description: "每题检索条数" },
    html: { type: "string", valueHint: "FILE", description: "写出 HTML 报告" },
    qrels: { type: "string", valueHint: "FILE", description: "TREC 判定：文件存在则读取，不存在则由题集生成" },
    misses: { type: "boolean", description: "列出未通过的问题及原因" },
    compare: { type: "boolean", description: "在同一题集上与 BM25、向量检索和 LangChain 常规流程并列比较" },
    json: { type: "boolean", description: "标准输出只给 JSON" },
    check: { type: "boolean", description: "与已公布的数字比较，有变差则以 1 退出" },
    publish: { type: "boolean", description: "把本次数字写入题集旁的 published.json" },
    ...folderArgs,
  },
  async run({ args }) {
    if (args.compare === true) return compare(args.dataset, { corpusDir: args.corpus, indexDir: args.index });
    const options = {
      dataset: args.dataset,
      depth: parseDepth(args.depth),
      out: args.out,
      run: args.run,
      html: args.html,
      qrels: args.qrels,
      misses: args.misses === true,
      json: args.json === true,
      check: args.check === true,
      publish: args.publish === true,
    };
    const status = await runEval(options, {
      open: () => openApp({ corpusDir: args.corpus, indexDir: args.index }),
      print: (text) => console.log(text),
      warn: (text) => console.error(text),
      onProgress: process.stderr.isTTY ? showProgress : undefined,
      now: () => performance.now(),
      today: new Date().toISOString().slice(0, 10),
    });
    if (status !== 0) process.exitCode = status;
  },
});

async function compare(file: string, folders: Folders): Promise<void> {
  const dataset = await loadDataset(file);
  const app = await openApp(folders);
  try {
    console.log(`${dataset.name}\n${await compareWithOthers(dataset, app)}`);
  } finally {
    await app.close();
  }
}

function parseDepth(value: string): number {
  const depth = Number(value);
  if (Number.isInteger(depth) && depth >= 1 && depth <= 1000) return depth;
  throw new UsageError(`--depth 应为 1 至 1000 的整数，而不是 ${value}`);
}

function showProgress(done: number, total: number): void {
  process.stderr.write(done === total ? "\r\u001b[K" : `\r评测 ${done}/${total}`);
}
