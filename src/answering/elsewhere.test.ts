import { describe, expect, it } from "vitest";
import { isElsewhere, localDocuments } from "./elsewhere.js";
import { fakeCandidate, fakeTerm } from "./fake-candidate.js";
import { createFakeLibrary, placeOf } from "./fake-library.js";

function ask(title: string, words: readonly string[]): boolean {
  const library = createFakeLibrary({
    d: { title, issuer: null, places: [{ eId: "art_1", own: "征求意见不少于30日。" }] },
  });
  return isElsewhere(
    library,
    fakeCandidate(placeOf(library, "d#art_1"), 1),
    words.map((word) => fakeTerm(word)),
  );
}

describe("isElsewhere", () => {
  it("is so for another district than the text's", () => {
    expect(ask("朝阳区决策程序规定", ["海淀区", "征求意见"])).toBe(true);
  });

  it("is not so for the text's own district, nor where no region is named", () => {
    expect(ask("朝阳区决策程序规定", ["朝阳", "征求意见"])).toBe(false);
    expect(ask("朝阳区决策程序规定", ["社区", "征求意见"])).toBe(false);
  });

  it("is never so for a law of the whole land", () => {
    expect(ask("行政复议法", ["海淀区", "征求意见"])).toBe(false);
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
