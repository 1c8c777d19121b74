import { describe, expect, it } from "vitest";
import { fakeTerm } from "./fake-candidate.js";
import { listNoun, withoutListing } from "./table-list.js";

describe("listNoun", () => {
  it.each([
    ["目录里有几项", "目录"],
    ["那张单子上有几项", ""],
    ["附表里有几项", ""],
    ["把要带的东西列个全单子", null],
    ["要交的材料拉一张清单", null],
    ["公众参与的方式给我列个表", null],
  ])("is the word for a list that is there, and none for one that is ordered: %s", (question, noun) => {
    expect(listNoun(question)).toBe(noun);
  });
});

describe("withoutListing", () => {
  const kept = (text: string, ...words: string[]) =>
    withoutListing(
      text,
      words.map((word) => fakeTerm(word)),
    ).map((term) => term.text);

  it.each([
    ["列进2022年目录的那几件,谁督着", ["列进", "目录", "督"], ["目录", "督"]],
    ["进了清单的事项能不能改", ["进", "清单", "改"], ["清单", "改"]],
    ["哪些事项要列入目录", ["事项", "列入", "目录"], ["事项", "列入", "目录"]],
    ["没列进目录的事项能不能决策", ["列进", "目录", "决策"], ["列进", "目录", "决策"]],
  ])("leaves how matters got on a list out of what is asked of them: %s", (question, words, left) => {
    expect(kept(question, ...words)).toEqual(left);
  });
});
