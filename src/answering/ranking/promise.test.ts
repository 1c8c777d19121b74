import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import type { Candidate } from "./candidates.js";
import { layersOf } from "./features.js";
import { PROMISE_SIGNS, promiseOf, promiseSigns } from "./promise.js";

const library = createFakeLibrary({
  d: {
    title: "档案管理规定",
    places: [
      { eId: "art_1", own: "档案应当在30日内移交。" },
      { eId: "art_2", own: "移交应当及时。" },
      { eId: "art_3", own: "经费列入预算。" },
    ],
  },
});
const asked = { terms: [fakeTerm("档案"), fakeTerm("移交")], kind: "deadline" as const, quantity: /[0-9]+日/u };
const signsOf = (eId: string, fields: Partial<Candidate> = {}) => {
  const provision = placeOf(library, `d#${eId}`);
  const scores = { retrieval: 0.5, dense: 0.4, lexical: 2, ...fields };
  const candidate: Candidate = { provision, shape: "own", text: provision.text, ...scores };
  return promiseSigns(candidate, layersOf(library, candidate), 4, asked);
};

describe("promiseSigns", () => {
  it("tells what is known of a candidate without looking closely", () => {
    const signs = signsOf("art_1");
    expect(signs).toMatchObject({ retrieval: 0.5, dense: 0.4, lexical: 0.5, ownCover: 1, cover: 1, isList: 0 });
    expect(signs).toMatchObject({ evidence: 1, quantity: 1, length: 12 / 500 });
    expect(signsOf("art_3")).toMatchObject({ ownCover: 0, evidence: 0, quantity: 0 });
  });

  it("counts what a candidate stands under", () => {
    const { ownCover, cover } = signsOf("art_2");
    expect(cover).toBeGreaterThan(ownCover);
  });

  it("lies between 0 and 1", () => {
    for (const eId of ["art_1", "art_2", "art_3"])
      for (const name of PROMISE_SIGNS) {
        const value = signsOf(eId, { dense: -0.1 })[name];
        expect(value >= 0 && value <= 1, `${name} of ${eId} is ${value}`).toBe(true);
      }
  });
});

describe("promiseOf", () => {
  it("puts the place with the words and the figure before one with the words alone, and that before one without", () => {
    const [best, next, last] = ["art_1", "art_2", "art_3"].map((eId) => promiseOf(signsOf(eId)));
    expect(best).toBeGreaterThan(next as number);
    expect(next).toBeGreaterThan(last as number);
  });
});
