import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "../fake-library.js";
import { answerShortName, shortNameAsked } from "./short-name.js";

const library = createFakeLibrary({
  notice: {
    places: [
      { eId: "preface", own: "编制了《2022年采购事项目录》（以下简称《目录》），现予印发。请照办。" },
      { eId: "art_1", own: "承办采购的单位（以下简称承办单位），应当公开。" },
      { eId: "art_2", own: "" },
      { eId: "art_2__para_1", own: "本办法所称采购事项（以下简称事项）包括：" },
      { eId: "art_2__point_1", own: "货物；" },
    ],
  },
});

describe("shortNameAsked", () => {
  it.each([
    ["5号通知里反复出现的《目录》,全称叫啥", "目录"],
    ['方案里的"实施方案"全名是什么', "实施方案"],
    ["通知里的《目录》指的是什么", "目录"],
    ["9号文里说的承办单位全称是什么", "承办单位"],
  ])("hears in %s the short name %s", (question, name) => {
    expect(shortNameAsked(question)).toBe(name);
  });

  it("hears none where a text is asked for by no short name", () => {
    expect(shortNameAsked("9号文的全称")).toBeNull();
    expect(shortNameAsked("《目录》由谁编制")).toBeNull();
  });
});

describe("answerShortName", () => {
  it("quotes the sentence that gives the name", () => {
    const told = (name: string) => answerShortName(library, library.documents, name)?.markdown;
    expect(told("目录")).toBe("编制了《2022年采购事项目录》（以下简称《目录》），现予印发。[1]");
    expect(told("承办单位")).toBe("承办采购的单位（以下简称承办单位），应当公开。[1]");
    expect(told("办法")).toBeUndefined();
    expect(told("事项")).toContain("货物；");
  });
});
