import { describe, expect, it } from "vitest";
import { formatEId, labelOf, parseEId } from "./eid.js";
import { parsePlace } from "./place.js";

describe("parsePlace", () => {
  it.each([
    ["第十一条第（二）项第3目", "art_11__point_2__indent_3"],
    ["第八条第二项", "art_8__point_2"],
    ["8条2项", "art_8__point_2"],
    ["第13条", "art_13"],
    ["十三条", "art_13"],
    ["第一百二十条之二", "art_120-2"],
    ["第三条第二款第一项", "art_3__para_2__point_1"],
    ["三（四）2", "sec_3__subsec_4__clause_2"],
    ["第三部分（四）2", "sec_3__subsec_4__clause_2"],
    ["第三部分第（四）项第2点", "sec_3__subsec_4__clause_2"],
    ["五（三）第二段", "sec_5__subsec_3__para_2"],
    ["附表第2行", "table_1__row_2"],
    ["题注第二段", "preface__para_2"],
    ["附件1三（四）", "annex_1__sec_3__subsec_4"],
    ["第二章第一节", "chp_2__sec_1"],
  ])("reads %s", (text, eId) => {
    const place = parsePlace(text);
    expect(place && formatEId(place.parts)).toBe(eId);
    expect(place?.length).toBe(text.length);
  });

  it.each([
    "art_11__point_2__indent_3",
    "sec_3__subsec_4__clause_2__subclause_1",
    "preface__para_2",
    "table_2__row_3",
  ])("reads the label of %s back", (eId) => {
    const place = parsePlace(labelOf(parseEId(eId) ?? []));
    expect(place && formatEId(place.parts)).toBe(eId);
  });

  it("stops where the place ends", () => {
    expect(parsePlace("第八条第二项的听证会")?.length).toBe("第八条第二项".length);
  });

  it.each(["决策草案", "三季度", "2022年", "一般不少于"])("finds no place in %s", (text) => {
    expect(parsePlace(text)).toBeNull();
  });
});
