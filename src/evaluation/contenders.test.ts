import { FakeVectorStore } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { createProductContender, createRetrievalContender, createStockContender } from "./baselines.js";
import { compareContenders, formatContenders, type Reply } from "./contenders.js";
import { parseDataset } from "./dataset.js";
import { createFakeLibrary, fakeAnswer, fakeRefusal } from "./fake-library.js";

const library = createFakeLibrary({
  d: { art_1: "公示期不少于30日。", art_1__point_1: "公示期", art_2: "由办公室承办。" },
  e: { art_1: "费用自理。".repeat(200) },
});
const dataset = parseDataset(
  [
    '{"id":"a","question":"公示期几日？","answerable":true,"citations":[{"document":"d","eId":"art_1"}],"mustContain":["30日"]}',
    '{"id":"b","question":"由谁承办？","answerable":true,"citations":[{"document":"d","eId":"art_2"}],"mustContain":["办公室"]}',
    '{"id":"n","question":"天气？","answerable":false}',
  ].join("\n"),
  "fake.jsonl",
);

/** Each text is the count of its characters 公, 由 and 费: near is what shares them. */
const embeddings = {
  embedQuery: async (text: string) => [...countOf(text), 0.01],
  embedDocuments: async (texts: string[]) => texts.map((text) => [...countOf(text), 0.01]),
};
const countOf = (text: string) => ["公", "由", "费"].map((character) => text.split(character).length - 1);

describe("compareContenders", () => {
  it("measures the product by its first citation, its answer and its refusals", async () => {
    const answerer = {
      answer: async ({ question }: { question: string }) => {
        if (question === "天气？") return fakeRefusal("off_topic");
        return fakeAnswer(library, "不少于30日[1]", ["d#art_1__point_1", "d#art_2"]);
      },
    };
    const [figures] = await compareContenders(dataset, library, [createProductContender("本系统", answerer)]);
    expect(figures).toEqual({ name: "本系统", document: 1, article: 0.5, exact: 0.5, facts: 0.5, refused: 1 });
  });

  it("takes the best provision for the answer of a retriever", async () => {
    const contender = createRetrievalContender("检索", library, async (question) =>
      question === "天气？" ? "e#art_1" : "d#art_2",
    );
    const [figures] = await compareContenders(dataset, library, [contender]);
    expect(figures).toEqual({ name: "检索", document: 1, article: 0.5, exact: 0.5, facts: 0.5, refused: 0 });
  });

  it("gives no article figures to a contender that names documents only", async () => {
    const reply = async (): Promise<Reply> => ({ text: "30 日", documentId: "d", eId: null });
    const [figures] = await compareContenders(dataset, library, [{ name: "片段", reply }]);
    expect(figures).toEqual({ name: "片段", document: 1, article: null, exact: null, facts: 0.5, refused: 0 });
    expect(formatContenders([figures ?? fail()])).toMatch(/^方案 .*\n片段 +100\.0% +— +— +50\.0% +0\.0%$/);
  });
});

describe("createStockContender", () => {
  it("answers with the nearest piece of at most 500 characters", async () => {
    const contender = await createStockContender("stock", library, new FakeVectorStore(embeddings));
    const reply = await contender.reply({ question: "由谁？" });
    expect(reply).toMatchObject({ documentId: "d", eId: null });
    expect(reply?.text).toContain("由办公室承办");
    const long = await contender.reply({ question: "费用" });
    expect(long?.documentId).toBe("e");
    expect(long?.text.length).toBeLessThanOrEqual(500);
  });
});

function fail(): never {
  throw new Error("no figures");
}
