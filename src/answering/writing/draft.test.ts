import { describe, expect, it } from "vitest";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { Draft } from "./draft.js";

const library = createFakeLibrary({
  e: {
    places: [
      { eId: "art_1", own: "由区司法局审查。" },
      { eId: "art_3", own: "1. 审查权限；\n2. 审查程序。" },
      { eId: "art_2", own: "不少于7个工作日。\n（一）见附件[1]的；" },
    ],
  },
});
const quoting = (...eIds: string[]): Draft => {
  const draft = new Draft(library);
  for (const eId of eIds) {
    const provision = placeOf(library, `e#${eId}`);
    draft.add(draft.quote(provision, 0, provision.text.length));
  }
  return draft;
};

describe("Draft", () => {
  it("adds what another draft says with its marks numbered on", () => {
    const draft = quoting("art_1");
    draft.addNew(quoting("art_2"));
    expect(draft.citations.map(({ eId, index }) => [eId, index])).toEqual([
      ["art_1", 1],
      ["art_2", 2],
    ]);
    expect(draft.markdown).toBe("由区司法局审查。[1]\n\n不少于7个工作日。\n\n- （一）见附件[1]的；[2]");
  });

  it("gives every item of a list without a lead-in its bullet", () => {
    expect(quoting("art_3").markdown).toBe("- 1. 审查权限；\n- 2. 审查程序。[1]");
  });

  it("adds nothing twice, and nothing where the first place of the other is cited", () => {
    const draft = quoting("art_2");
    expect(draft.addNew(quoting("art_1", "art_2"))).toBe(true);
    expect(draft.addNew(quoting("art_1", "art_2"))).toBe(false);
    expect(draft.citations).toHaveLength(2);
    expect(draft.markdown.match(/不少于/gu)).toHaveLength(1);
  });
});
