import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "../fake-library.js";
import type { Understanding } from "../question/understand.js";
import { answerHigher, asksWithinHigher } from "./higher-document.js";

const library = createFakeLibrary({
  plan: {
    title: "甲市乙区养老服务实施方案",
    issuer: "甲市乙区人民政府",
    places: [
      {
        eId: "preface",
        own: "依据《养老服务发展纲要》（国发〔2021〕4号）和《甲市养老服务发展纲要》，制定本方案。",
      },
    ],
  },
});
const named = library.documents;

function answer(text: string, fact: "document_number" | "document_date", documents = named) {
  const outcome = answerHigher(library, fact, documents, { text, terms: [] } as unknown as Understanding);
  if (outcome === null) return null;
  return "draft" in outcome ? outcome.draft.markdown : outcome.decline.reason;
}

describe("asksWithinHigher", () => {
  it("hears a place of a text that is not here", () => {
    expect(asksWithinHigher(library, "国务院那部暂行条例是用哪一条授权区县自己定细则的")).toBe(true);
    expect(asksWithinHigher(library, "市里那份纲要第几条讲了经费")).toBe(true);
    expect(asksWithinHigher(library, "方案哪一条说要听市里的意见")).toBe(false);
  });
});

describe("answerHigher", () => {
  it("tells the number that a lower text mentions with the title", () => {
    expect(answer("国家那份养老服务发展纲要的文号", "document_number")).toBe(
      "《养老服务发展纲要》的文号是国发〔2021〕4号。[1]",
    );
  });

  it.each<[string, "document_number" | "document_date"]>([
    ["甲市自己那份养老服务发展纲要的文号", "document_number"],
    ["国家那份养老服务发展纲要哪年印发的", "document_date"],
  ])("has nothing to tell of %s", (text, fact) => {
    expect(answer(text, fact)).toBe("not_in_corpus");
  });

  it("leaves the texts that are here, and those that it cannot tell from them, to others", () => {
    expect(answer("养老服务实施方案哪年印发的", "document_date")).toBeNull();
    expect(answer("国务院那份纲要的文号", "document_number", [])).toBeNull();
  });
});
