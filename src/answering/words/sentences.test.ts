import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences.js";

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it("ends a sentence with its mark and its closing quotation mark", () => {
    expect(cut("应当公开。依法不予公开的除外。")).toEqual(["应当公开。", "依法不予公开的除外。"]);
    expect(cut("他说：“可以。”随后散会。")).toEqual(["他说：“可以。”随后散会。"]);
  });

  it("keeps a text without a mark whole and drops only line breaks between sentences", () => {
    expect(cut("包括以下内容：\n（一）规划；\n（二）方案。")).toEqual([
      "包括以下内容：",
      "（一）规划；",
      "（二）方案。",
    ]);
  });

  it("does not cut inside brackets", () => {
    expect(cut("意见（含建议。下同）应当记录。")).toEqual(["意见（含建议。下同）应当记录。"]);
  });

  it("covers every character but white space", () => {
    const text = " 一。二！ 三？\n四";
    expect(cut(text).join("")).toBe(text.replace(/\s/gu, ""));
  });
});
