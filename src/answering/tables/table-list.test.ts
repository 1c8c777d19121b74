import { describe, expect, it } from "vitest";
import { listNoun } from "./table-list.js";

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
