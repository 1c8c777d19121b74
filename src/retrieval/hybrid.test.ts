import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fakeDocument } from "../corpus/fake-library.js";
import { loadRankingWeights } from "../embedding/ranking-weights.js";
import { openTransformersEmbedder } from "../embedding/transformers-js.js";
import { buildIndex } from "../indexing/build.js";
import { openIndex } from "../indexing/open.js";
import { createJieba } from "../language/jieba.js";
import { normalise } from "../language/normalise.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { createHybridRetriever } from "./hybrid.js";
import { PolicyEmbeddings, PolicyRetriever } from "./langchain.js";

const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: "models/jieba", userDictionary });
const plain = segmenterFactory([]);
const embedder = await openTransformersEmbedder({
  modelDir: "models/zh-policy-static-4",
  toWords: (text) => plain.cutPlain(normalise(text)),
});

const documents = [
  fakeDocument(
    "rule",
    ["决策草案须经区司法局进行合法性审查。", "听证会由决策承办单位组织。", "本规定自发布之日起施行。"],
    {
      number: "朝政发〔2022〕9号",
    },
  ),
  fakeDocument("plan", ["财政部门保障科普经费投入。", "本方案自发布之日起施行。"]),
  fakeDocument("old", ["听证会由法制机构组织。"], { status: "superseded" }),
];

const indexDir = mkdtempSync(join(tmpdir(), "index-"));
await buildIndex({ corpus: { documents, digest: "corpus" }, indexDir, embedder, segmenterFactory });
const index = await openIndex(indexDir, { segmenterFactory, embedder });
const retriever = createHybridRetriever({ index, embedder, weights: loadRankingWeights("models/zh-policy-static-4") });
afterAll(() => index.close());

describe("createHybridRetriever", () => {
  it("finds by the words and says how", async () => {
    const [best, ...rest] = await retriever.search("听证会谁来组织", { k: 3 });
    expect(best?.provisionId).toBe("rule#art_2");
    expect(best?.lexicalScore).toBeGreaterThan(0);
    expect(best?.denseScore).toBeGreaterThan(0);
    expect(rest).toHaveLength(2);
    expect(best?.score).toBeGreaterThan(rest[0]?.score ?? Number.NaN);
  });

  it("finds by the meaning where no word is shared", async () => {
    const [best] = await retriever.search("资金", { k: 1 });
    expect(best).toMatchObject({ provisionId: "plan#art_1", lexicalScore: 0 });
  });

  it("keeps provisions apart that read the same", async () => {
    const ids = (await retriever.search("自发布之日起施行", { k: 2 })).map(({ provisionId }) => provisionId);
    expect(ids.toSorted()).toEqual(["plan#art_2", "rule#art_3"]);
  });

  it("ranks within the documents asked for, a superseded one when it is named", async () => {
    const ids = async (documentIds: string[]) =>
      (await retriever.search("听证会谁来组织", { documentIds })).map(({ provisionId }) => provisionId);
    expect(await ids(["old"])).toEqual(["old#art_1"]);
    expect((await ids(["plan"])).toSorted()).toEqual(["plan#art_1", "plan#art_2"]);
    const unfiltered = await retriever.search("听证会谁来组织");
    expect(unfiltered.map(({ provisionId }) => provisionId)).not.toContain("old#art_1");
  });

  it("gives the same order however many are asked for", async () => {
    const all = await retriever.search("合法性审查", { k: 5 });
    expect(await retriever.search("合法性审查", { k: 2 })).toEqual(all.slice(0, 2));
  });

  it.each(["", "   ", "？！", "𠀀"])("lives through a question of %j", async (question) => {
    expect(await retriever.search(question)).toEqual([]);
  });
});

describe("the LangChain shapes", () => {
  it("hand out verbatim provisions with their place", async () => {
    const chained = new PolicyRetriever({ retriever, library: index, search: { k: 1 } });
    const [found] = await chained.invoke("区司法局审查什么");
    expect(found?.pageContent).toBe("决策草案须经区司法局进行合法性审查。");
    expect(found?.id).toBe("rule#art_1");
    expect(found?.metadata).toMatchObject({
      documentId: "rule",
      eId: "art_1",
      number: "朝政发〔2022〕9号",
      status: "in_force",
    });
  });

  it("embed as the embedder does", async () => {
    const embeddings = new PolicyEmbeddings(embedder);
    const [expected] = await embedder.embed(["合法性审查"]);
    expect(await embeddings.embedQuery("合法性审查")).toEqual(Array.from(expected ?? []));
    expect(await embeddings.embedDocuments(["合法性审查", "听证会"])).toHaveLength(2);
  });
});
