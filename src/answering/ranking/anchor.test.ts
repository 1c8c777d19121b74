import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { anchorsOf, judgeAnchors } from "./anchor.js";

const texts = (terms: readonly { text: string }[]) => terms.map(({ text }) => text);

describe("anchorsOf", () => {
  it("takes the words next to what is asked", () => {
    expect(texts(anchorsOf("听证会谁来主持", [fakeTerm("听证会"), fakeTerm("主持")]))).toEqual(["主持", "听证会"]);
  });

  it("takes no word that stands further off", () => {
    expect(texts(anchorsOf("专家论证的结论多久报送区政府", [fakeTerm("专家"), fakeTerm("报送")]))).toEqual(["报送"]);
  });

  it("takes none where nothing in particular is asked", () => {
    expect(anchorsOf("听证会", [fakeTerm("听证会")])).toEqual([]);
  });
});

describe("judgeAnchors", () => {
  const [host, hearing] = [fakeTerm("主持", { weight: 4 }), fakeTerm("听证会", { weight: 2 })];

  it("goes by the word that is covered least", () => {
    const judged = judgeAnchors([host, hearing], ["可以召开听证会"], 8);
    expect(judged).toEqual({ anchorCover: 0, anchorMissing: 0.5, anchorMain: 0 });
  });

  it("counts a word by half that only says when", () => {
    expect(judgeAnchors([hearing], ["听证会前公布"], 8)).toMatchObject({ anchorCover: 1, anchorMain: 0.5 });
    expect(judgeAnchors([hearing], ["召开听证会"], 8)).toMatchObject({ anchorCover: 1, anchorMain: 1 });
  });

  it("finds a word in what the passage stands under, but not as its own act", () => {
    expect(judgeAnchors([hearing], ["提前七日公告", "听证会"], 8)).toMatchObject({ anchorCover: 1, anchorMain: 0 });
  });

  it("says nothing either way without such words", () => {
    expect(judgeAnchors([], ["召开听证会"], 8)).toEqual({ anchorCover: 1, anchorMissing: 0, anchorMain: 0.5 });
  });
});
