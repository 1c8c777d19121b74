import { describe, expect, it } from "vitest";
import type { AnswererDeps } from "../deps.js";
import { createFakeLibrary } from "../fake-library.js";
import { parseReferences } from "../places/reference.js";
import type { Understanding } from "../question/understand.js";
import { answerMentioned } from "./mentioned-document.js";

const library = createFakeLibrary({
  plan: {
    places: [{ eId: "preface", own: "依据《养老纲要（2021-2035年）》（国发〔2021〕4号）制定，见国发〔2020〕1号。" }],
  },
});
const retriever = {
  search: async () => [{ provisionId: "plan#preface", score: 1, lexicalScore: 1, denseScore: null }],
};

async function title(text: string) {
  const references = parseReferences(text);
  const understanding = { text, references, places: references.places, missingDocument: references.mention.number };
  const outcome = await answerMentioned(
    { library, retriever } as unknown as AnswererDeps,
    understanding as Understanding,
  );
  return outcome && "draft" in outcome ? outcome.draft.markdown : null;
}

describe("answerMentioned", () => {
  it.each([
    "国发〔2021〕4号是个什么文件",
    "国发[2021]4号叫什么",
    "国发〔2021〕4号的全称",
  ])("tells for %s the title that stands before the number", async (question) => {
    expect(await title(question)).toBe("国发〔2021〕4号的标题是《养老纲要（2021-2035年）》。[1]");
  });

  it.each([
    "国发〔2021〕4号规定了什么",
    "国发〔2020〕1号是什么文件",
    "国发〔2021〕4号第三条是什么",
  ])("tells nothing for %s", async (question) => {
    expect(await title(question)).toBeNull();
  });
});
