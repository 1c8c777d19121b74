import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "./fake-library.js";
import { measureStatuteRecall } from "./statute-recall.js";
import { createStatuteGold, foldOf, isHeldOut, parseStatuteQuestions, type StatuteQuestion } from "./statutes.js";

const places = {
  art_1: "租赁期限不得超过二十年，超过的部分无效。",
  art_1__para_1: "租赁期限不得超过二十年。",
  art_2: "租赁期限届满，当事人可以续订租赁合同。",
  art_3: "房屋租赁应当登记备案，登记备案由房产主管部门办理。",
};
const library = createFakeLibrary(
  { new: places, old: places, other: { art_1: "其他规定。" } },
  {
    new: { title: "中华人民共和国租赁法" },
    old: { title: "租赁法", status: "superseded" },
    other: { title: "租赁法实施办法" },
  },
);
const asked = (id: string, articles: string[], texts: string[]): StatuteQuestion => ({
  id,
  question: id,
  articles,
  texts,
});

describe("foldOf", () => {
  it("splits as the training does", () => {
    // int(hashlib.sha256(id).hexdigest()[:8], 16) % 5
    expect(["s0000", "s0002", "s0004"].map(foldOf)).toEqual([4, 1, 3]);
    expect(isHeldOut("s0000")).toBe(false);
  });
});

describe("createStatuteGold", () => {
  const goldOf = createStatuteGold(library);

  it("finds the cited article in the version in force, whether the name is printed short or long", () => {
    expect(goldOf(asked("a", ["租赁法第一条"], ["租赁期限不得超过二十年，超过的部分无效。\n"]))).toEqual(["new#art_1"]);
    expect(goldOf(asked("a", ["《中华人民共和国租赁法（2020年修正）》第二条"], [places.art_2]))).toEqual(["new#art_2"]);
  });

  it("follows the wording where the number has changed", () => {
    expect(goldOf(asked("a", ["租赁法第二条"], ["房屋租赁应当登记备案，由房产主管部门办理。"]))).toEqual(["new#art_3"]);
  });

  it("leaves out what is not there in that wording, and names an article once", () => {
    expect(goldOf(asked("a", ["租赁法第一条", "没有的法第一条"], ["完全不同的一句话。", ""]))).toEqual([]);
    expect(goldOf(asked("a", ["租赁法第一条", "租赁法第一条"], [places.art_1, places.art_1]))).toEqual(["new#art_1"]);
  });
});

describe("measureStatuteRecall", () => {
  const [heldOut = ""] = Array.from({ length: 50 }, (_, at) => `q${at}`).filter(isHeldOut);
  const [known = ""] = Array.from({ length: 50 }, (_, at) => `q${at}`).filter((id) => !isHeldOut(id));
  const articles = ["租赁法第一条", "租赁法第二条"];
  const texts = [places.art_1, places.art_2];
  const hits = (ids: string[]) =>
    ids.map((provisionId, at) => ({ provisionId, score: -at, lexicalScore: 0, denseScore: 0 }));

  it("counts a row for its article, an article once, and the held-out questions alone", async () => {
    const others = Array.from({ length: 9 }, (_, at) => `other#art_${at + 10}`);
    const ranking = ["other#art_1", "new#art_1__para_1", "new#art_1", ...others, "new#art_2"];
    const recall = await measureStatuteRecall(
      [asked(heldOut, articles, texts), asked(known, articles, texts)],
      library,
      async () => hits(ranking),
    );
    // Of two articles one is among the first ten; it is at rank 2.
    expect(recall).toEqual({
      questions: 1,
      recall10: 0.5,
      recall100: 1,
      reciprocalRank10: 0.5,
      rowRecall10: 0.5,
      rowRecall100: 1,
    });
  });

  it("sees that rows of one article take up places", async () => {
    const ranking = ["new#art_1", ...Array.from({ length: 9 }, (_, at) => `new#art_1__point_${at + 1}`), "new#art_2"];
    const recall = await measureStatuteRecall([asked(heldOut, articles, texts)], library, async () => hits(ranking));
    expect([recall.recall10, recall.rowRecall10]).toEqual([1, 0.5]);
  });
});

it("reads JSON Lines", () => {
  expect(parseStatuteQuestions('{"id":"a","question":"b","articles":[],"texts":[]}\n\n')).toEqual([
    { id: "a", question: "b", articles: [], texts: [] },
  ]);
});
