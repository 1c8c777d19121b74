import { percentile } from "../../evaluation/metrics.js";
import type { Folders } from "../build-app.js";
import { type App, openApp } from "../open-app.js";
import { atLeast, atMost, figure, type Measure } from "./measure.js";
import { measureServerMemory } from "./server-memory.js";

const WARM_UP = 100;
const AT_ONCE = 8;
const DEPTH = 10;

/** Search on an opened index, and what a server holds in memory. */
export async function benchServing(folders: Folders, questions: readonly string[]): Promise<Measure[]> {
  const app = await openApp(folders);
  try {
    for (const question of questions.slice(0, WARM_UP)) await app.retriever.search(question, { k: DEPTH });
    const times = await timeEach(app, questions);
    const perSecond = await countPerSecond(app, questions);
    return [
      atMost("提问到检索结果 p50", percentile(times, 50) ?? 0, "毫秒", 8),
      atMost("提问到检索结果 p99", percentile(times, 99) ?? 0, "毫秒", 25),
      atLeast("每秒提问数（8 个并发）", perSecond, "次", 250),
      ...(await measureServerMemory(folders, questions)),
      figure("检索条数", app.index.size, "条"),
    ];
  } finally {
    await app.close();
  }
}

/** Milliseconds of each question, one at a time. */
export async function timeEach(app: App, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await app.retriever.search(question, { k: DEPTH });
    times.push(performance.now() - started);
  }
  return times;
}

async function countPerSecond(app: App, questions: readonly string[]): Promise<number> {
  const waiting = questions.values();
  const askOn = async (): Promise<void> => {
    for (const question of waiting) await app.retriever.search(question, { k: DEPTH });
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return (1_000 * questions.length) / (performance.now() - started);
}
