import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { Draft } from "./draft.js";
import { writeExtract, writeList } from "./extract.js";

const FILLER = "决策机关应当按照职责分工认真组织实施有关工作并且及时总结推广好的经验做法。".repeat(6);
const SUM = "建成创新示范区、文化引领区、国际交往区。";
const RULE = "公开征求意见的期限一般不少于30日。";
const LIMIT = "因情况紧急等原因需要缩短期限的，应当予以说明。";
const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_1", own: `${RULE}${LIMIT}` },
      { eId: "art_2", own: `${FILLER}${RULE}${LIMIT}${FILLER}` },
      { eId: "art_4", own: `${RULE}主要表现在：时间太短；范围太窄。${FILLER}` },
      { eId: "art_5", own: `${RULE}${FILLER}${SUM}` },
      { eId: "art_3", own: `实施公示行动。${FILLER}${RULE}` },
      { eId: "art_6", own: `${RULE}征求意见的方式包括：` },
      { eId: "art_8", own: "" },
      { eId: "art_8__para_1", own: "报送下列材料：" },
      { eId: "art_8__point_1", own: "决策草案；", num: "（一）" },
      { eId: "art_8__point_2", own: "起草说明。", num: "（二）" },
      { eId: "art_9", own: "征收下列土地的，由国务院批准：" },
      { eId: "art_9__point_1", own: "基本农田；", num: "（一）" },
      { eId: "sec_2", own: "实施以下行动：" },
      { eId: "sec_2__subsec_1", own: "面向学生。重在实践。", num: "（一）", heading: "青少年行动" },
      { eId: "sec_2__subsec_2", own: "面向农民。重在技能。", num: "（二）" },
    ],
  },
});
const place = (eId: string) => placeOf(library, `d#${eId}`);

function extractOf(eId: string, shape: "own" | "whole" = "own", text = "公开征求意见的期限"): Draft {
  const draft = new Draft(library);
  const terms = [fakeTerm("公开征求意见"), fakeTerm("期限")];
  writeExtract(draft, library, fakeCandidate(place(eId), 1, shape), { text, terms, kind: "deadline" });
  return draft;
}

describe("writeExtract", () => {
  it("quotes a short paragraph whole", () => {
    expect(extractOf("art_1").markdown).toBe(`${RULE}${LIMIT}[1]`);
  });

  it("cuts from a long one the sentence that answers with the one that limits it", () => {
    const draft = extractOf("art_2");
    expect(draft.markdown).toBe(`${RULE}${LIMIT}[1]`);
    expect(draft.citations[0]?.quoteStart).toBe(FILLER.length);
  });

  it("adds to a sentence the one that opens with a colon to spell it out", () => {
    expect(extractOf("art_4").markdown).toBe(`${RULE}主要表现在：时间太短；范围太窄。[1]`);
  });

  it("leaves out a last sentence that introduces a list which is not given", () => {
    expect(extractOf("art_6").markdown).toBe(`${RULE}[1]`);
    expect(extractOf("art_8__para_1").markdown).toBe("报送下列材料：[1]");
  });

  it("cuts the sentence that spells out what a question sums up, whatever words another shares with it", () => {
    expect(extractOf("art_5", "own", "公开征求意见的三个区是哪三个").markdown).toBe(`${SUM}[1]`);
    expect(extractOf("art_5", "own", "公开征求意见的四个区是哪四个").markdown).toBe(`${RULE}[1]`);
  });

  it("gives an item that leaves what is asked to its lead-in with it, the item cited first", () => {
    const draft = new Draft(library);
    const asked = {
      text: "征收基本农田由谁批准",
      terms: ["征收", "基本农田", "批准"].map((word) => fakeTerm(word)),
      kind: "who",
    } as const;
    writeExtract(draft, library, fakeCandidate(place("art_9__point_1"), 1, "own"), asked);
    expect(draft.citations.map(({ eId }) => eId)).toEqual(["art_9__point_1", "art_9"]);
    expect(draft.markdown).toBe("基本农田；[1]\n\n上述一项的总起语：征收下列土地的，由国务院批准：[2]");
    const written = (kind: "who" | "list") => {
      const other = new Draft(library);
      const known = { ...asked, kind, terms: [fakeTerm("基本农田")] };
      writeExtract(other, library, fakeCandidate(place("art_9__point_1"), 1, "own"), known);
      return other.markdown;
    };
    // Who is told by the lead-in alone, whatever it covers of the question; which land is told by the item.
    expect(written("who")).toBe(draft.markdown);
    expect(written("list")).toBe("基本农田；[1]");
  });

  it("leaves a longer one whole where the name of what it is about is asked for", () => {
    expect(extractOf("art_3").markdown).toBe(`${RULE}[1]`);
    expect(extractOf("art_3", "own", "期限是啥行动定的").markdown).toBe(`实施公示行动。${FILLER}${RULE}[1]`);
  });

  it("writes a list under its lead-in with the printed numbers, as one quotation", () => {
    const draft = extractOf("art_8", "whole");
    expect(draft.markdown).toBe("报送下列材料：\n\n- （一）决策草案；\n- （二）起草说明。[1]");
    expect(draft.citations.map(({ quote }) => quote)).toEqual([place("art_8").text]);
  });
});

describe("writeList", () => {
  it("outlines a list whose items have headings, each line proved where it is printed", () => {
    const draft = new Draft(library);
    writeList(draft, library, place("sec_2"));
    expect(draft.markdown).toBe("实施以下行动：[1]\n\n- （一）青少年行动[2]\n- （二）面向农民。[3]");
    expect(draft.citations.map(({ eId, quote }) => [eId, quote])).toEqual([
      ["sec_2", "实施以下行动："],
      ["sec_2", "青少年行动"],
      ["sec_2__subsec_2", "面向农民。"],
    ]);
  });
});
