import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { belongingTogether } from "./together.js";

const places = [
  { eId: "sec_1__subsec_1", own: "到2025年，比例达到28%。" },
  { eId: "sec_1__subsec_2", own: "到2035年，比例达到35%。" },
  { eId: "art_1", own: "到2035年，应当公开征求意见。" },
  { eId: "art_1__point_1", own: "到2035年，通过网站公开；" },
  { eId: "art_12", own: "到2035年，应当评估。" },
  { eId: "table_1__row_1", own: "到2035年 区教委" },
];
const order = [{ eId: "sec_1", own: "到2035年，将“甲”修订为“乙”。" }];
const amending = createFakeLibrary({ n: { places: order } });
const library = createFakeLibrary({
  d: { places },
  n: {
    places: order,
    amendments: [fakeAmendment(placeOf(amending, "n#sec_1"), { oldText: "甲", newText: "乙" })],
  },
});
const at = (id: string, score: number) => fakeCandidate(placeOf(library, id), score);
const beside = (ranked: [string, number][], words: readonly string[] = []) =>
  belongingTogether(
    library,
    ranked.map(([id, score]) => at(id, score)),
    words.map((word) => fakeTerm(word)),
  ).map(({ provision }) => provision.id);

describe("belongingTogether", () => {
  it("adds a place that is as likely as the best one", () => {
    expect(
      beside([
        ["d#sec_1__subsec_1", 5],
        ["d#sec_1__subsec_2", 5],
      ]),
    ).toEqual(["d#sec_1__subsec_2"]);
  });

  it("adds none that a rule has passed over for the best", () => {
    expect(
      beside([
        ["d#sec_1__subsec_1", 5],
        ["d#sec_1__subsec_2", 6],
      ]),
    ).toEqual([]);
  });

  it("adds none that is far behind, unless it has a heavy word which the best one lacks", () => {
    // Rows take the probability that would make the second place likely by itself.
    const rows = Array.from({ length: 9 }, (): [string, number] => ["d#table_1__row_1", 9]);
    const ranked: [string, number][] = [["d#sec_1__subsec_1", 9], ...rows, ["d#sec_1__subsec_2", 8]];
    expect(
      beside(
        [
          ["d#sec_1__subsec_1", 9],
          ["d#sec_1__subsec_2", 1],
        ],
        ["2035年"],
      ),
    ).toEqual([]);
    expect(beside(ranked, ["比例"])).toEqual([]);
    expect(beside(ranked, ["2025年", "2035年"])).toEqual(["d#sec_1__subsec_2"]);
  });

  it("never shows a place beside one that holds it, and tells 第一条 from 第十二条", () => {
    expect(
      beside([
        ["d#art_1", 5],
        ["d#art_1__point_1", 5],
      ]),
    ).toEqual([]);
    expect(
      beside([
        ["d#art_1__point_1", 5],
        ["d#art_1", 5],
      ]),
    ).toEqual([]);
    expect(
      beside([
        ["d#art_1", 5],
        ["d#art_12", 5],
      ]),
    ).toEqual(["d#art_12"]);
  });

  it("leaves table rows and amended wording to their own answers", () => {
    expect(
      beside([
        ["d#art_1", 5],
        ["d#table_1__row_1", 5],
        ["n#sec_1", 5],
      ]),
    ).toEqual([]);
  });

  it("adds two at most, and nothing to nothing", () => {
    expect(
      beside([
        ["d#sec_1__subsec_1", 5],
        ["d#sec_1__subsec_2", 5],
        ["d#art_1", 5],
        ["d#art_12", 5],
      ]),
    ).toHaveLength(2);
    expect(beside([])).toEqual([]);
  });
});
