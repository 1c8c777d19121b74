import { describe, expect, it } from "vitest";
import type { Hit } from "../../retrieval/hit.js";
import { createFakeLibrary } from "../fake-library.js";
import { collectCandidates } from "./candidates.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "preface", own: "各街道办事处、各部门：" },
      { eId: "chp_1", own: "总则" },
      { eId: "art_1", own: "为规范决策，制定本规定。" },
      { eId: "art_8", own: "" },
      { eId: "art_8__para_1", own: "报送下列材料：" },
      { eId: "art_8__point_1", own: "决策草案；", num: "（一）" },
      { eId: "art_8__point_2", own: "起草说明。", num: "（二）" },
      { eId: "sec_2", own: "" },
      { eId: "sec_2__para_1", own: "按照分工推进。实施以下2项行动。" },
      { eId: "sec_2__subsec_1", own: "面向学生。", num: "（一）", heading: "青少年行动" },
      { eId: "sec_2__subsec_2", own: "面向农民。", num: "（二）", heading: "农民行动" },
    ],
  },
});
const hit = (eId: string, score: number, fields: Partial<Hit> = {}): Hit => ({
  provisionId: `d#${eId}`,
  score,
  lexicalScore: 0,
  denseScore: null,
  ...fields,
});
const found = (...hits: Hit[]) =>
  collectCandidates(library, hits).map(({ provision, shape }) => `${provision.eId} ${shape}`);

describe("collectCandidates", () => {
  it("offers a point alone and the list that it stands in", () => {
    expect(found(hit("art_8__point_2", 1))).toEqual(["art_8__point_2 own", "art_8 whole"]);
  });

  it("never offers a lead-in without the list that it introduces", () => {
    expect(found(hit("art_8__para_1", 1))).toEqual(["art_8 whole"]);
  });

  it("leaves out chapter headings, addressees and places that do not exist", () => {
    expect(found(hit("chp_1", 3), hit("preface", 2), hit("art_99", 1))).toEqual([]);
  });

  it("offers each stretch once with the best scores that led to it", () => {
    const candidates = collectCandidates(library, [
      hit("art_8__point_1", 6, { denseScore: 0.2, lexicalScore: 9 }),
      hit("art_8__point_2", 4, { denseScore: 0.7 }),
      hit("art_1", 2),
    ]);
    const whole = candidates.filter(({ shape }) => shape === "whole");
    expect(whole.map(({ retrieval, dense, lexical }) => [retrieval, dense, lexical])).toEqual([[1, 0.7, 9]]);
    const retrieval = candidates.filter(({ shape }) => shape === "own").map((candidate) => candidate.retrieval);
    expect(retrieval).toEqual([1, 0.5, 0]);
  });

  it("judges a list whose items have headings by its outline", () => {
    const [candidate] = collectCandidates(library, [hit("sec_2", 1)]);
    expect(candidate?.text).toBe("按照分工推进。实施以下2项行动。\n青少年行动\n农民行动");
  });
});
