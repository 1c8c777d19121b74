import { expect, it } from "vitest";
import type { DatasetQuestion } from "./dataset.js";
import { measureDocumentHits } from "./document-hits.js";
import { createFakeLibrary } from "./fake-library.js";

const NOTICE =
  "各区县人民政府，市政府各委、办、局，各市属机构：为做好企业复工复产工作，经市政府同意，现将有关事项通知如下，请认真贯彻执行。";
const library = createFakeLibrary({
  a: { para_1: NOTICE },
  copy: { para_1: `${NOTICE.slice(0, 9)} ${NOTICE.slice(9)}` },
  reprint: { para_1: `${NOTICE}特此` },
  extract: { para_1: NOTICE.slice(0, 40) },
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

it("counts the document itself and one of the same words, and a reprint apart", async () => {
  const asked = ["a", "copy", "reprint", "extract", "other", ""].map(ask);
  const hits = await measureDocumentHits(asked, library, async (question) =>
    question === "" ? [] : [{ provisionId: `${question}#para_1`, score: 1, lexicalScore: 1, denseScore: 1 }],
  );
  expect(hits).toEqual({ first: 2 / 6, firstOrReprint: 3 / 6 });
});
