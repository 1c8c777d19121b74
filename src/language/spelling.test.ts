import { describe, expect, it } from "vitest";
import { lookAlikes } from "./confusables.js";
import { createJieba } from "./jieba.js";
import { correctSlips, findSlips, type Vocabulary } from "./spelling.js";

const UNSEEN = 7;
/** Rarity of the words of a small corpus, in nats. */
const RARITY = new Map([
  ["材料", 2],
  ["期限", 3],
  ["时限", 4],
  ["归档", 4],
  ["评估", 3],
  ["试用期", 4],
  ["听证会", 4],
  ["知识产权", 4],
  ["差价", 5],
  ["公墓", 5],
  ["工作室", 5],
]);
const vocabulary: Vocabulary = {
  segmenter: createJieba({ dictionaryDir: "models/jieba" }),
  idf: (word) => RARITY.get(word) ?? UNSEEN,
  register: (word) => (word === "公募" ? { drafted: 0.3, rarity: 8 } : null),
};

describe("findSlips", () => {
  it.each([
    ["要交哪些材科", "材科", "材料"],
    ["征求意见的其限", "其限", "期限"],
    ["评古以后", "评古", "评估"],
    ["怎么归挡", "归挡", "归档"],
    ["试用其最长几个月", "试用其", "试用期"],
    ["知识产全规划", "知识产全", "知识产权"],
    ["听政会什么时候开", "听政会", "听证会"],
  ])("finds the slip in %s", (question, written, meant) => {
    expect(findSlips(question, vocabulary)).toEqual([{ written, meant }]);
  });

  it.each([
    "查价时先登记什么",
    "公募证被吊销",
    "这个工作是谁的",
  ])("leaves words that stand alone, and words in use, as they are in %s", (question) => {
    expect(findSlips(question, vocabulary)).toEqual([]);
  });

  it("leaves known words alone", () => {
    expect(findSlips("要交哪些材料，期限多久", vocabulary)).toEqual([]);
  });

  it("leaves words that the corpus prints alone", () => {
    const idf = (word: string) => (word === "其限" ? 5 : vocabulary.idf(word));
    expect(findSlips("征求意见的其限", { ...vocabulary, idf })).toEqual([]);
  });

  it("takes no pair with a function word for a slip", () => {
    const idf = (word: string) => (word === "时限" ? 4 : UNSEEN);
    expect(findSlips("是限", { ...vocabulary, idf })).toEqual([]);
    expect(findSlips("实限", { ...vocabulary, idf })).toEqual([{ written: "实限", meant: "时限" }]);
  });

  it("offers only words of the corpus", () => {
    expect(findSlips("要交哪些材科", { ...vocabulary, idf: () => UNSEEN })).toEqual([]);
  });

  it("prefers the word that the corpus uses more", () => {
    const rarer = new Map([
      ["期限", 4],
      ["其现", 3],
    ]);
    const idf = (word: string) => rarer.get(word) ?? UNSEEN;
    expect(findSlips("其限", { ...vocabulary, idf })).toEqual([{ written: "其限", meant: "其现" }]);
  });
});

describe("correctSlips", () => {
  it("puts each slip right wherever it stands", () => {
    expect(
      correctSlips("材科和材科的其限", [
        { written: "材科", meant: "材料" },
        { written: "其限", meant: "期限" },
      ]),
    ).toBe("材料和材料的期限");
  });
});

describe("the sign of an article", () => {
  it("is put right behind a number", () => {
    expect(correctSlips("第二十三跳写什么", [])).toBe("第二十三条写什么");
    expect(correctSlips("第三挑战者", [])).toBe("第三挑战者");
  });
});

describe("lookAlikes", () => {
  it("holds in both directions and never gives the character itself", () => {
    expect(lookAlikes("未")).toContain("末");
    expect(lookAlikes("末")).toContain("未");
    expect(lookAlikes("己")).not.toContain("己");
  });

  it("gives nothing for a character without a look-alike", () => {
    expect(lookAlikes("嘉").size).toBe(0);
  });
});
