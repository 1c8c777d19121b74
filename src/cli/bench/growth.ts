import { cpSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Folders } from "../build-app.js";
import { openApp } from "../open-app.js";
import { type GrowthPoint, plotGrowth } from "./growth-plot.js";
import { figure, type Measure } from "./measure.js";
import { median, type ProcessCost, runCommand, sizeOf } from "./processes.js";
import { timeEach } from "./serving.js";

/** Every so manieth file is taken, beside all of them. */
const STRIDES = [100, 10] as const;
const PLOT = "docs/benchmarks-growth.svg";
const ASKED = 300;

/** What a corpus costs. */
type Cost =
  | "建立索引（秒）"
  | "建立索引的内存峰值（GB）"
  | "索引体积（GB）"
  | "作答进程的内存峰值（GB）"
  | "检索 p50（毫秒）";

/** A build that has been measured. */
export interface BuildCost extends ProcessCost {
  readonly indexBytes: number;
}

/**
 * Time and memory for 1 %, 10 % and all of the files, and the exponents; the plot is written to `docs/`. `whole` is
 * what the index in the folders cost.
 */
export async function benchGrowth(
  folders: Folders,
  questions: readonly string[],
  whole: BuildCost,
): Promise<Measure[]> {
  const points: GrowthPoint<Cost>[] = [];
  for (const stride of STRIDES) points.push(await measurePart(folders.corpusDir, stride, questions));
  points.push(await measureBuilt(folders, questions, whole));
  const costs = Object.keys(points[0]?.costs ?? {}) as Cost[];
  const lines = costs.map((name) => ({ name, exponent: exponentOf(points, name) }));
  await writeFile(PLOT, plotGrowth(points, lines));
  return [
    ...points.flatMap(({ rows, costs: measured }) =>
      costs.map((name) => figure(`${rows} 条：${name}`, measured[name], "")),
    ),
    ...lines.map(({ name, exponent }) => figure(`随规模增长的指数：${name}`, exponent, "")),
  ];
}

async function measurePart(
  corpusDir: string,
  stride: number,
  questions: readonly string[],
): Promise<GrowthPoint<Cost>> {
  const folder = await mkdtemp(join(tmpdir(), "policy-chat-growth-"));
  const part = { corpusDir: join(folder, "corpus"), indexDir: join(folder, "index") };
  try {
    await copyEvery(corpusDir, part.corpusDir, stride);
    const build = await runCommand(["index", "--corpus", part.corpusDir, "--index", part.indexDir]);
    return await measureBuilt(part, questions, { ...build, indexBytes: await sizeOf(part.indexDir) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureBuilt(
  folders: Folders,
  questions: readonly string[],
  { elapsedMs, peakBytes, indexBytes }: BuildCost,
): Promise<GrowthPoint<Cost>> {
  const asked = questions.slice(0, ASKED);
  const answering = await runCommand([
    "ask",
    asked[0] ?? "",
    "--corpus",
    folders.corpusDir,
    "--index",
    folders.indexDir,
  ]);
  const app = await openApp(folders);
  try {
    await timeEach(app, asked);
    const costs = {
      "建立索引（秒）": elapsedMs / 1000,
      "建立索引的内存峰值（GB）": peakBytes / 1e9,
      "索引体积（GB）": indexBytes / 1e9,
      "作答进程的内存峰值（GB）": answering.peakBytes / 1e9,
      "检索 p50（毫秒）": median(await timeEach(app, asked)),
    };
    return { rows: app.index.size, costs };
  } finally {
    await app.close();
  }
}

async function copyEvery(from: string, to: string, stride: number): Promise<void> {
  const files = (await readdir(from, { recursive: true })).filter((file) => file.endsWith(".md")).sort();
  for (const [at, file] of files.entries()) {
    if (at % stride !== 0) continue;
    await mkdir(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, file), join(to, file));
  }
}

/** Slope of the least-squares line through the logarithms: cost ∝ rows^exponent. */
export function exponentOf<Name extends string>(points: readonly GrowthPoint<Name>[], name: Name): number {
  const logs = points.map(({ rows, costs }) => [Math.log(rows), Math.log(costs[name])] as const);
  const mean = (at: 0 | 1): number => logs.reduce((total, log) => total + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((total, log) => total + (log[0] - x) * (log[1] - y), 0);
  return along / logs.reduce((total, log) => total + (log[0] - x) ** 2, 0);
}
