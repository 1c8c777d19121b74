import { UsageError } from "../../errors.js";
import { provisionIdsOf } from "../../indexing/policy-index.js";
import type { LocalVectors, VectorIndex } from "../../indexing/vector-index.js";
import { PolicyEmbeddings } from "../../retrieval/langchain.js";
import type { Folders } from "../build-app.js";
import { type App, openApp } from "../open-app.js";
import type { Measure } from "./measure.js";
import { median } from "./processes.js";
import { timeEach } from "./serving.js";

const ASKED = 20;
const DEPTH = 10;
const STORED_AT_ONCE = 20_000;

/** The same questions put to what people use otherwise, in the same process; ratios of medians. */
export async function benchContenders(folders: Folders, questions: readonly string[]): Promise<Measure[]> {
  const app = await openApp(folders);
  try {
    const asked = questions.slice(0, ASKED);
    await timeEach(app, asked);
    const ours = median(await timeEach(app, questions.slice(ASKED, 10 * ASKED)));
    return [await compareStore(app, asked, ours), await compareMiniSearch(app, asked, ours)];
  } finally {
    await app.close();
  }
}

function ratio(name: string, theirs: number, ours: number, limit: number, note: string): Measure {
  return { name, value: theirs / ours, unit: "倍", bar: { atLeast: limit }, note };
}

async function compareStore(app: App, asked: readonly string[], ours: number): Promise<Measure> {
  const { MemoryVectorStore } = await import("@langchain/classic/vectorstores/memory");
  const { vectors } = app.index;
  if (!isLocal(vectors)) throw new UsageError("数据库中的向量读不回来；请去掉 INDEX_URL 再测。");
  const store = new MemoryVectorStore(new PolicyEmbeddings(app.models.embedder));
  for (let start = 0; start < vectors.size; start += STORED_AT_ONCE) {
    const rows = Array.from({ length: Math.min(STORED_AT_ONCE, vectors.size - start) }, (_, at) => start + at);
    await store.addVectors(
      rows.map((row) => Array.from(vectors.vectorAt(row))),
      rows.map((row) => ({ pageContent: String(row), metadata: {} })),
    );
  }
  const times = await timeThem(asked, (question) => store.similaritySearch(question, DEPTH));
  const note = `（每次 ${median(times).toFixed(1)} 毫秒，本系统 ${ours.toFixed(1)} 毫秒，同样的 ${vectors.size} 条）`;
  return ratio("快于 LangChain MemoryVectorStore", median(times), ours, 20, note);
}

/** Whether vectors can be read back, which those of a database cannot. */
function isLocal(vectors: VectorIndex): vectors is LocalVectors {
  return "vectorAt" in vectors;
}

async function compareMiniSearch(app: App, asked: readonly string[], ours: number): Promise<Measure> {
  const { default: MiniSearch } = await import("minisearch");
  const { index } = app;
  const tokenize = (text: string): string[] => index.segmenter.cutPlain(text);
  const search = new MiniSearch<{ id: string; text: string }>({ fields: ["text"], tokenize });
  for (const { documentId } of index.documents) {
    const { first, end } = index.rowsOf(documentId);
    const rows = Array.from({ length: end - first }, (_, at) => first + at);
    const ids = await provisionIdsOf(index, rows);
    const texts = ids.map((id) => ({ id, text: index.provision(id)?.text ?? "" }));
    search.addAll(texts);
  }
  const times = await timeThem(asked, async (question) => search.search(question).slice(0, DEPTH));
  const note = `（每次 ${median(times).toFixed(1)} 毫秒，同样的词，同样的 ${search.documentCount} 条）`;
  return ratio("快于 MiniSearch", median(times), ours, 2, note);
}

async function timeThem(asked: readonly string[], search: (question: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const question of asked) {
    const started = performance.now();
    await search(question);
    times.push(performance.now() - started);
  }
  return times;
}
