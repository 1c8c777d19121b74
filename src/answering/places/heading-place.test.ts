import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "../fake-library.js";
import { mayNameHeading, spellHeading } from "./heading-place.js";

const { provisionsOf } = createFakeLibrary({
  plan: {
    places: [
      { eId: "sec_2", own: "", heading: "总体要求" },
      { eId: "sec_2__subsec_1", own: "坚持协同。", heading: "基本原则" },
    ],
  },
});

describe("spellHeading", () => {
  it.each([
    ["方案基本原则第三段", "方案第2部分(1)第三段"],
    ["方案二(一)基本原则里第三段", "方案第2部分(1)第三段"],
    ["第二部分基本原则的最后一段", "第2部分(1)最后一段"],
    ["方案二、总体要求（一）第2点", "方案第2部分（一）第2点"],
    ["方案总体要求第五大块的第一点", "方案第2部分第五大块的第一点"],
    ["方案二、总体要求下面第2点", "方案第2部分第2点"],
  ])("spells %s", (question, spelled) => {
    expect(mayNameHeading(question)).toBe(true);
    expect(spellHeading(question, provisionsOf("plan"))).toBe(spelled);
  });

  it.each(["基本原则有几段", "基本原则写在第三段吗", "方案第三段"])("spells nothing in %s", (question) => {
    expect(spellHeading(question, provisionsOf("plan"))).toBeNull();
  });
});
