import { describe, expect, it } from "vitest";
import { isRegion, provinceOf } from "./regions.js";

describe("isRegion", () => {
  it.each(["海淀", "海淀区", "上海市", "上海浦东", "北京", "内蒙古"])("knows %s for a region", (word) => {
    expect(isRegion(word)).toBe(true);
  });

  it.each(["社区", "城市", "全区", "东西", "县", "许可证"])("does not take %s for one", (word) => {
    expect(isRegion(word)).toBe(false);
  });
});

describe("provinceOf", () => {
  it.each([
    ["海淀区", "北京"],
    ["荆州", "湖北"],
    ["湖北", null],
    ["社区", null],
  ])("of %s is %s", (region, province) => {
    expect(provinceOf(region)).toBe(province);
  });
});
