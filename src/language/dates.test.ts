import { describe, expect, it } from "vitest";
import { findDates, parseDate } from "./dates.js";

describe("parseDate", () => {
  it.each([
    ["2022年8月11日", "2022-08-11"],
    ["2022 年 10 月 11 日", "2022-10-11"],
    ["２０２２年８月１１日", "2022-08-11"],
    ["二〇二二年八月十一日", "2022-08-11"],
    ["二○一九年十月三十一日", "2019-10-31"],
    ["一九九九年十二月二十日", "1999-12-20"],
    ["2022-08-11", "2022-08-11"],
    ["2022.8.1", "2022-08-01"],
  ])("reads %s", (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  it.each([
    "2022年",
    "2022年8月",
    "2022年4月31日",
    "自2022年8月11日起施行",
    "8月11日",
    "",
  ])("does not read %s", (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe("findDates", () => {
  it("finds dates with their places, in order", () => {
    const text = "自二〇二二年一月一日起施行，2021-12-01公布。";
    expect(findDates(text).map(({ iso, start, end }) => [iso, text.slice(start, end)])).toEqual([
      ["2022-01-01", "二〇二二年一月一日"],
      ["2021-12-01", "2021-12-01"],
    ]);
  });
});
