import { createProductContender, createRetrievalContender, createStockContender } from "../evaluation/baselines.js";
import { compareContenders, formatContenders } from "../evaluation/contenders.js";
import type { Dataset } from "../evaluation/dataset.js";
import { provisionIdsOf } from "../indexing/policy-index.js";
import { PolicyEmbeddings } from "../retrieval/langchain.js";
import type { App } from "./open-app.js";

/** `eval --compare`: the product beside the usual ways on the same questions, as a table for a terminal. */
export async function compareWithOthers(dataset: Dataset, app: App): Promise<string> {
  const { answerer, library, index, models } = app;
  const { embedder } = models;
  // A development package: the program answers without it.
  const { MemoryVectorStore } = await import("@langchain/classic/vectorstores/memory");
  const store = new MemoryVectorStore(new PolicyEmbeddings(embedder));
  const idOf = async (row: number | undefined) =>
    row === undefined ? undefined : (await provisionIdsOf(index, [row]))[0];
  const byWords = async (question: string) => idOf((await index.lexical.search(question, 1))[0]?.row);
  const byMeaning = async (question: string) => {
    const [vector] = await embedder.embed([question]);
    return vector && idOf((await index.vectors.search(vector, 1))[0]?.row);
  };
  const contenders = await library.read(async () => [
    createProductContender("本系统", answerer),
    createRetrievalContender("仅 BM25", library, byWords),
    createRetrievalContender("仅向量", library, byMeaning),
    await createStockContender("LangChain 常规流程", library, store),
  ]);
  return formatContenders(await compareContenders(dataset, library, contenders));
}
