import { expect, it } from "vitest";
import type { DatasetQuestion } from "./dataset.js";
import { documentHitRate } from "./document-hits.js";
import { createFakeLibrary } from "./fake-library.js";

const library = createFakeLibrary({
  a: { para_1: "延期申报。" },
  copy: { para_1: "延期 申报。" },
  other: { para_1: "延期申报至月底。" },
});
const ask = (question: string): DatasetQuestion => ({
  id: question,
  question,
  history: [],
  type: "policy",
  answerable: true,
  citations: [{ document: "a", eId: "*" }],
  match: "any",
  mustContain: [],
  mustNotContain: [],
  reason: [],
});

it("counts the document itself and one of the same words, and no other", async () => {
  const rate = await documentHitRate(["a", "copy", "other", ""].map(ask), library, async (question) =>
    question === "" ? [] : [{ provisionId: `${question}#para_1`, score: 1, lexicalScore: 1, denseScore: 1 }],
  );
  expect(rate).toBe(0.5);
});
