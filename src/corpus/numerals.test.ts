import { describe, expect, it } from "vitest";
import { parseNumeral, toChineseNumeral } from "./numerals.js";

describe("parseNumeral", () => {
  it.each([
    ["一", 1],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["一百二十三", 123],
    ["一百零三", 103],
    ["一百一十", 110],
    ["一千二百六十", 1260],
    ["一〇三", 103],
    ["123", 123],
    ["１２", 12],
  ])("reads %s as %i", (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(["", "甲", "一点五", "第一"])("does not read %s", (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it("is the inverse of writing from 1 to 1,300", () => {
    for (let value = 1; value <= 1300; value++) expect(parseNumeral(toChineseNumeral(value))).toBe(value);
  });
});
