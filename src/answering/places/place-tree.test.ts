import { describe, expect, it } from "vitest";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { introducedList, isList, leadInOf, needsOutline, rowsOf, tableOf } from "./place-tree.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "chp_1", own: "总则" },
      { eId: "art_1", own: "为规范决策，制定本规定。" },
      { eId: "art_8", own: "" },
      { eId: "art_8__para_1", own: "报送下列材料：" },
      { eId: "art_8__point_1", own: "决策草案；", num: "（一）" },
      { eId: "art_8__point_2", own: "起草说明。", num: "（二）" },
      { eId: "art_8__para_2", own: "材料不齐的，应当补正。" },
      { eId: "sec_3", own: "", heading: "基本原则" },
      { eId: "sec_3__para_1", own: "坚持下列原则。" },
      { eId: "sec_3__para_2", own: "——科学精神，引领创新。弘扬科学精神。" },
      { eId: "sec_3__para_3", own: "——统筹协调，开放协作。各部门紧密协作。" },
      { eId: "sec_2", own: "" },
      { eId: "sec_2__para_1", own: "按照分工推进。实施以下2项行动。" },
      { eId: "sec_2__subsec_1", own: "面向学生。", num: "（一）", heading: "青少年行动" },
      { eId: "sec_2__subsec_2", own: "面向农民。", num: "（二）", heading: "农民行动" },
      { eId: "table_1", own: "" },
      { eId: "table_1__row_1", own: "", cells: { 决策名称: "知识产权发展规划" } },
      { eId: "table_1__row_2", own: "", cells: { 决策名称: "老旧小区改造工作计划" } },
    ],
  },
});
const place = (eId: string) => placeOf(library, `d#${eId}`);

describe("lists", () => {
  it("are places with more than one numbered child", () => {
    expect([place("art_8"), place("sec_2"), place("art_1"), place("chp_1")].map((p) => isList(library, p))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("need an outline when their items have headings", () => {
    expect(needsOutline(library, place("sec_2"))).toBe(true);
    expect(needsOutline(library, place("art_8"))).toBe(false);
  });

  it("are introduced by a paragraph that counts them, not by one after them", () => {
    expect(introducedList(library, place("sec_2__para_1"))?.eId).toBe("sec_2");
    expect(introducedList(library, place("art_8__para_2"))).toBeNull();
    expect(introducedList(library, place("art_1"))).toBeNull();
  });

  it("are paragraphs told off by dashes, too", () => {
    expect(isList(library, place("sec_3"))).toBe(true);
    expect(introducedList(library, place("sec_3__para_1"))?.eId).toBe("sec_3");
    expect(leadInOf(library, place("sec_3__para_3"))).toBe("坚持下列原则。");
  });

  it("lend their items the lead-in, and a paragraph none", () => {
    expect(leadInOf(library, place("art_8__point_2"))).toBe("报送下列材料：");
    expect(leadInOf(library, place("art_8__para_2"))).toBe("");
  });
});

describe("rowsOf and tableOf", () => {
  it("gives the rows in order and nothing for a place without rows", () => {
    expect(rowsOf(library, place("table_1")).map(({ eId }) => eId)).toEqual(["table_1__row_1", "table_1__row_2"]);
    expect(rowsOf(library, place("table_1__row_1"))).toEqual([]);
  });

  it("gives the table that a place is or is a row of, and none for other places", () => {
    expect([place("table_1"), place("table_1__row_2"), place("art_1")].map((p) => tableOf(library, p)?.eId)).toEqual([
      "table_1",
      "table_1",
      undefined,
    ]);
  });
});
