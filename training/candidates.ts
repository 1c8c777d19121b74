import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadCorpus } from "../src/corpus/load.js";
import { RANKING_FEATURES } from "../src/embedding/ranking-weights.js";
import { openTransformersEmbedder } from "../src/embedding/transformers-js.js";
import { loadDataset } from "../src/evaluation/dataset.js";
import { topPlace } from "../src/evaluation/gold.js";
import { deriveQrels } from "../src/evaluation/qrels.js";
import { createStatuteGold, foldOf, parseStatuteQuestions } from "../src/evaluation/statutes.js";
import { buildIndex } from "../src/indexing/build.js";
import { openIndex } from "../src/indexing/open.js";
import { type PolicyIndex, toProvisionId } from "../src/indexing/policy-index.js";
import { createJieba } from "../src/language/jieba.js";
import { normalise } from "../src/language/normalise.js";
import type { SegmenterFactory } from "../src/language/segmenter.js";
import type { Ranked } from "../src/retrieval/first-stage.js";
import { createCandidateSearch } from "../src/retrieval/ranked-candidates.js";

interface Asked {
  readonly id: string;
  readonly question: string;
  isGold(provisionId: string): boolean;
}

const OPTIONS = {
  model: { type: "string" },
  corpus: { type: "string" },
  index: { type: "string" },
  out: { type: "string" },
  statutes: { type: "string" },
  folds: { type: "string", default: "" },
  set: { type: "string", multiple: true, default: [] },
} as const;

/** See candidates.mjs. */
export async function writeCandidates(root: string, args: string[]): Promise<void> {
  const { model = "", corpus = "", index: indexDir = "", out = "", statutes, folds, set } = parseArgs({
    args,
    options: OPTIONS,
  }).values;
  const segmenterFactory: SegmenterFactory = (userDictionary) =>
    createJieba({ dictionaryDir: join(root, "models", "jieba"), userDictionary });
  const plain = segmenterFactory([]);
  const embedder = await openTransformersEmbedder({
    modelDir: model,
    toWords: (text) => plain.cutPlain(normalise(text)),
  });
  if (!existsSync(indexDir)) {
    const { documents } = await loadCorpus(corpus);
    await buildIndex({ corpus: { documents, digest: corpus }, indexDir, embedder, segmenterFactory });
  }
  const index = await openIndex(indexDir, { segmenterFactory, embedder });
  const find = createCandidateSearch({ index, embedder });
  const lines: string[] = [];
  for (const { id, question, isGold } of [
    ...readStatutes(index, statutes, folds),
    ...(await readSets(index, set)),
  ]) {
    const { ranked, features } = await find(question, 1, {});
    const idOf = (entry: Ranked | undefined): string => (entry ? toProvisionId(index, entry.candidate.place) : "");
    const rows = features.map((known) => RANKING_FEATURES.map((name) => Number(known[name].toFixed(5))));
    const gold = features.map((_, at) => Number(isGold(idOf(ranked[at]))));
    lines.push(JSON.stringify({ id, rows, gold }));
  }
  writeFileSync(out, `${lines.join("\n")}\n`);
  await index.close();
}

function readStatutes(index: PolicyIndex, file: string | undefined, folds: string): Asked[] {
  if (file === undefined) return [];
  const wanted = folds.split(",").map(Number);
  const goldOf = createStatuteGold(index);
  return parseStatuteQuestions(readFileSync(file, "utf8"))
    .filter(({ id }) => wanted.includes(foldOf(id)))
    .map((question) => ({ question, gold: new Set(goldOf(question)) }))
    .filter(({ gold }) => gold.size > 0)
    .map(({ question, gold }) => {
      const isGold = (id: string): boolean => gold.has(`${id.slice(0, id.lastIndexOf("#"))}#${topPlace(id.slice(id.lastIndexOf("#") + 1))}`);
      return { ...question, isGold };
    });
}

async function readSets(index: PolicyIndex, files: readonly string[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const file of files) {
    const { questions } = await loadDataset(file);
    const qrels = deriveQrels(questions, index);
    for (const { id, question, history } of questions) {
      const gold = new Set(qrels.get(id)?.map(({ provisionId }) => provisionId));
      if (gold.size === 0) continue;
      const earlier = history.filter(({ role }) => role === "user").map(({ content }) => content);
      asked.push({ id, question: [...earlier, question].join(" "), isGold: (provisionId) => gold.has(provisionId) });
    }
  }
  return asked;
}
