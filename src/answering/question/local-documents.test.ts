import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary } from "../fake-library.js";
import { localDocuments, withoutOwnRegions } from "./local-documents.js";

describe("withoutOwnRegions", () => {
  const library = createFakeLibrary({ d: { title: "朝阳区决策程序规定", issuer: null, places: [] } });
  const rest = (text: string, words: readonly string[]) => {
    const terms = words.map((word) => fakeTerm(word));
    return withoutOwnRegions(text, terms, localDocuments(library, terms));
  };

  it("leaves a region out that the corpus has texts of", () => {
    expect(rest("朝阳区征求意见几天", ["朝阳区", "征求意见"])).toBe("征求意见几天");
  });

  it("keeps a region of which there is nothing here", () => {
    expect(rest("海淀区征求意见几天", ["海淀区", "征求意见"])).toBe("海淀区征求意见几天");
    expect(rest("征求意见几天", ["征求意见"])).toBe("征求意见几天");
  });
});

describe("localDocuments", () => {
  const library = createFakeLibrary({
    here: { title: "朝阳区决策程序规定", issuer: null, places: [] },
    twice: { title: "朝阳区决策程序规定", issuer: null, duplicateOf: "here", places: [] },
    there: { title: "海淀区决策程序规定", issuer: null, places: [] },
    law: { title: "行政复议法", issuer: null, places: [] },
  });

  it("are those of the region named, without second sources", () => {
    expect(localDocuments(library, [fakeTerm("朝阳区"), fakeTerm("决策")])).toEqual(["here"]);
  });

  it("are none where no region is named", () => {
    expect(localDocuments(library, [fakeTerm("决策")])).toEqual([]);
  });
});
