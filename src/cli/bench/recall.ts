import { listGenerations, loadManifest } from "../../indexing/generation.js";
import { loadExactVectors } from "../../indexing/open-vectors.js";
import { DENSE_DEPTH } from "../../retrieval/ranked-candidates.js";
import type { Folders } from "../build-app.js";
import { openApp } from "../open-app.js";
import type { Measure } from "./measure.js";

const ASKED = 100;
const WANTED = 10;

/**
 * Share of the ten nearest rows that approximate search finds, against a comparison with every row. For a folder whose
 * newest generation is a full build.
 */
export async function measureRecall(folders: Folders, questions: readonly string[]): Promise<Measure[]> {
  const [generation] = listGenerations(folders.indexDir);
  if (!generation) return [];
  const app = await openApp(folders);
  try {
    const manifest = loadManifest(generation);
    const exact = await loadExactVectors(generation, manifest, "base", manifest.counts.rows);
    const vectors = await app.models.embedder.embed(questions.slice(0, ASKED));
    let shared = 0;
    for (const vector of vectors) {
      const proposed = new Set((await app.index.vectors.search(vector, DENSE_DEPTH)).map(({ row }) => row));
      shared += exact.search(vector, WANTED).filter(({ row }) => proposed.has(row)).length;
    }
    const value = shared / (WANTED * vectors.length);
    const note = `（图提名 ${DENSE_DEPTH} 条，再按完整向量排序）`;
    return [{ name: "近似与精确向量检索的 recall@10", value, unit: "", bar: { atLeast: 0.98 }, note }];
  } finally {
    await app.close();
  }
}
