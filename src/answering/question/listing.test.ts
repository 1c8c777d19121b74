import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { withoutListing } from "./listing.js";

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
