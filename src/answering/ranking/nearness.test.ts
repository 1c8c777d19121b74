import { expect, it } from "vitest";
import type { Likeness } from "../../retrieval/likeness.js";
import type { Term } from "../words/terms.js";
import { Nearness } from "./nearness.js";

const term = (text: string, weight: number, role: Term["role"] = "topic"): Term => ({
  text,
  alternatives: [],
  weight,
  role,
  isName: false,
  isVerb: false,
  drafted: 0,
});
const decide = term("拍板", 3);
const who = term("部门", 1, "asked");
const terms = [decide, who];

/** 拍板 is half near to whatever decides, and the question like whatever has a period. */
const likeness: Likeness = {
  wordsNear: (words, texts) =>
    texts.map((text) => Float32Array.from(words, (word) => (word === "拍板" && text.includes("决定") ? 0.5 : 0))),
  alike: (_, texts) => Float32Array.from(texts, (text) => (text.includes("期限") ? 0.9 : 0.2)),
  answering: (_, passages) => passages.map(() => ({ relevance: 0, told: 0, verdicts: [] })),
};
const own = "区政府决定。期限为30日。";
const layers = [
  { text: own, factor: 1 },
  { text: "各部门", factor: 0.9 },
];
const nearness = new Nearness(likeness, { text: "哪个部门拍板", terms, anchors: [decide] }, [own], [layers]);

it("takes a word as near as its meaning comes, or as far as it is covered", () => {
  // 部门 is covered by what the passage stands under, .9; by its own words it is not.
  const { near, nearOwn } = nearness.judge(own, layers, [0, 0.9], [0, 0]);
  expect(near).toBeCloseTo((3 * 0.5 + 1 * 0.9) / 4, 6);
  expect(nearOwn).toBeCloseTo((3 * 0.5) / 4, 6);
});

it("says what of the topic nothing comes near, and how near the word next to what is asked is", () => {
  const { nearMissing, nearAnchor } = nearness.judge(own, layers, [0, 0.9], [0, 0]);
  // Half of a weight of 3, of 6 at most.
  expect(nearMissing).toBeCloseTo(0.25, 6);
  expect(nearAnchor).toBeCloseTo(0.5, 6);
});

it("holds the question against the sentence that is most like it", () => {
  expect(nearness.judge(own, layers, [0, 0], [0, 0]).alike).toBeCloseTo(0.9, 6);
});

it("has no word next to what is asked where there is none", () => {
  const open = new Nearness(likeness, { text: "拍板", terms, anchors: [] }, [own], [layers]);
  expect(open.judge(own, layers, [0, 0], [0, 0]).nearAnchor).toBe(1);
});
