import { describe, expect, it } from "vitest";
import { parseProse, renderProse } from "./prose.js";

describe("parseProse", () => {
  it("gives a mark after a stop to the sentence before it", () => {
    expect(parseProse("甲应当公开。[1]乙除外[2]。")).toEqual([
      {
        isItem: false,
        sentences: [
          { text: "甲应当公开。", mark: 1 },
          { text: "乙除外。", mark: 2 },
        ],
      },
    ]);
  });

  it("ends a sentence where a mark stands before a comma", () => {
    expect(parseProse("甲公开[1]，备案[2]。")[0]?.sentences).toEqual([
      { text: "甲公开。", mark: 1 },
      { text: "备案。", mark: 2 },
    ]);
  });

  it("knows no mark where there is none, several, or a torn one", () => {
    expect(parseProse("甲。\n乙[1][2]。\n丙[1。").map(({ sentences }) => sentences[0]?.mark)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("takes off emphasis, headings, bullets, numbers before items and thoughts", () => {
    const lines = parseProse("<think>甲可以[1]。</think>\n## **乙**[1]\n1. 丙；[1]\n- 丁。[1]");
    expect(lines.map(({ isItem, sentences }) => [isItem, sentences[0]?.text])).toEqual([
      [false, "乙"],
      [true, "丙；"],
      [true, "丁。"],
    ]);
  });

  it("reads nothing from thoughts that never end", () => {
    expect(parseProse("<think>甲应当公开。[1]")).toEqual([]);
  });
});

describe("renderProse", () => {
  it("writes paragraphs and lists and renumbers their marks", () => {
    const lines = parseProse("材料包括：[3]\n1. 甲；[3]\n2. 乙。[3]\n丙负责[5]，丁");
    expect(renderProse(lines, (mark) => (mark === 3 ? 1 : 2))).toBe(
      "材料包括：[1]\n\n- 甲；[1]\n- 乙。[1]\n\n丙负责。[2]丁",
    );
  });
});
