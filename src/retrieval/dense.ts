import type { Embedder } from "../embedding/embedder.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import type { RowTest } from "./filter.js";
import type { Scored } from "./fusion.js";

/** The k rows whose vectors are nearest to the question's; none where the model knows no piece of it. */
export async function searchDense(
  index: PolicyIndex,
  embedder: Embedder,
  question: string,
  k: number,
  accept: RowTest,
): Promise<Scored<number>[]> {
  const [vector] = await embedder.embed([question]);
  if (!vector?.some((value) => value !== 0)) return [];
  return index.vectors.search(vector, k, accept).map(({ row, score }) => ({ id: row, score }));
}
