import { describe, expect, it } from "vitest";
import { alignColumns, displayWidth } from "./table.js";

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["依据", 4],
    ["（10）", 6],
    ["ECE（10 档）", 12],
    ["—", 1],
    ["𠮷", 2],
    ["", 0],
  ])("of %s is %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("alignColumns", () => {
  it("lines up Chinese and Latin text", () => {
    expect(
      alignColumns([
        ["指标", "本次"],
        ["recall@1", "0.5"],
        ["误拒率", "10.0%"],
      ]),
    ).toBe(["指标       本次", "recall@1    0.5", "误拒率    10.0%"].join("\n"));
  });

  it("copes with rows of unequal length, and with none", () => {
    expect(alignColumns([["a"], ["b", "c"]])).toBe("a\nb  c");
    expect(alignColumns([])).toBe("");
  });
});
