import { describe, expect, it } from "vitest";
import { AMENDMENT_ID, fakeLibrary, RULES_ID } from "./fake-library.js";
import { clipMarks, type Mark, placeMarks, splitAtMarks } from "./reader-marks.js";

describe("splitAtMarks", () => {
  it("cuts at every boundary, and the segments joined are the text", () => {
    const marks: Mark[] = [
      { kind: "new", start: 1, end: 5 },
      { kind: "quote", start: 3, end: 6 },
    ];
    const segments = splitAtMarks("abcdefgh", marks);
    expect(segments.map(({ text, marks: over }) => [text, over.map(({ kind }) => kind)])).toEqual([
      ["a", []],
      ["bc", ["new"]],
      ["de", ["new", "quote"]],
      ["f", ["quote"]],
      ["gh", []],
    ]);
  });

  it("closes a variant without length where it stands, the very start included", () => {
    const empty = (at: number): Mark => ({ kind: "variant", start: at, end: at, reading: "也" });
    const closing = splitAtMarks("ab", [empty(0), empty(1)]).map(({ text, closes }) => [text, closes.length]);
    expect(closing).toEqual([
      ["", 1],
      ["a", 1],
      ["b", 0],
    ]);
  });

  it("gives an unmarked text back whole and an empty one as nothing", () => {
    expect(splitAtMarks("ab", []).map(({ text }) => text)).toEqual(["ab"]);
    expect(splitAtMarks("", [])).toEqual([]);
  });
});

describe("clipMarks", () => {
  it("keeps the part inside and counts from its start", () => {
    expect(clipMarks([{ kind: "quote", start: 2, end: 9 }], 4, 6)).toEqual([{ kind: "quote", start: 0, end: 2 }]);
    expect(clipMarks([{ kind: "quote", start: 2, end: 4 }], 4, 6)).toEqual([]);
  });
});

describe("placeMarks", () => {
  const rules = fakeLibrary.provisionsOf(RULES_ID);

  it("carries the quotation of a whole article down to the places that print it", () => {
    const article = fakeLibrary.provision(`${RULES_ID}#art_11`);
    const text = article?.text ?? "";
    const start = text.indexOf("不得以");
    const end = text.indexOf("法制机构") + 2;
    const placed = placeMarks(rules, [], { eId: "art_11", start, end });
    const words = [...placed].map(([eId, marks]) => {
      const own = rules.find((provision) => provision.eId === eId)?.text ?? "";
      return [eId, marks.map((mark) => own.slice(mark.start, mark.end))];
    });
    expect(words).toEqual([
      ["art_1", ["防灾减灾"]],
      ["art_11", []],
      ["art_11__para_1", ["不得以征求意见代替："]],
      ["art_11__point_1", ["决策承办单位应充分发挥本单位法制"]],
    ]);
  });

  it("marks old and new wording of an amendment in the place that orders it", () => {
    const amendments = fakeLibrary.document(AMENDMENT_ID)?.amendments ?? [];
    const marks = placeMarks(fakeLibrary.provisionsOf(AMENDMENT_ID), amendments, null).get("sec_1") ?? [];
    const text = fakeLibrary.provision(`${AMENDMENT_ID}#sec_1`)?.text ?? "";
    expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["old", "正常开展业务活动1年以上"],
      ["new", "正常开展业务活动2年以上"],
    ]);
  });
});
