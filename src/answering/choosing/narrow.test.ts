import { describe, expect, it } from "vitest";
import { fakeCandidate } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { quantityPattern } from "../question/evidence.js";
import { questionKind } from "../question/question-kind.js";
import { narrowed } from "./narrow.js";

const library = createFakeLibrary({
  d: {
    places: [
      { eId: "art_4", own: "" },
      { eId: "art_4__para_1", own: "公布后，应当自公布之日起30日内依照下列规定报送备案：" },
      { eId: "art_4__point_1", own: "规章报国务院备案；", num: "（一）" },
      { eId: "art_4__point_2", own: "规范性文件报上一级政府备案。", num: "（二）" },
      { eId: "art_8", own: "" },
      { eId: "art_8__para_1", own: "对古树按照下列标准保护：" },
      { eId: "art_8__point_1", own: "树龄500年以上的，实行一级保护；", num: "（一）" },
      { eId: "art_8__point_2", own: "树龄300年以上的，实行二级保护。", num: "（二）" },
      { eId: "art_9", own: "" },
      { eId: "art_9__para_1", own: "经司法行政部门负责人批准，可以使用电子定位装置：" },
      { eId: "art_9__point_1", own: "违反禁止令的；", num: "（一）" },
      { eId: "art_9__point_2", own: "无正当理由离开居住地的。", num: "（二）" },
    ],
  },
});
const answerTo = (question: string, eId: string, shape: "own" | "whole" = "whole") => {
  const asked = { text: question, kind: questionKind(question), quantity: quantityPattern(question) };
  const { provision, text } = narrowed(library, fakeCandidate(placeOf(library, `d#${eId}`), 1, shape), asked);
  return [provision.eId, text];
};

describe("narrowed", () => {
  it("keeps of a list the one part that has the figure asked for", () => {
    expect(answerTo("公布以后几天内报备", "art_4")).toEqual([
      "art_4__para_1",
      "公布后，应当自公布之日起30日内依照下列规定报送备案：",
    ]);
  });

  it("keeps the part that names who approves", () => {
    expect(answerTo("上电子手环要谁批", "art_9")).toEqual([
      "art_9__para_1",
      "经司法行政部门负责人批准，可以使用电子定位装置：",
    ]);
  });

  it("keeps the list where several parts have one", () => {
    expect(answerTo("古树要满多少年", "art_8")[0]).toBe("art_8");
  });

  it("keeps the list where no figure or more than it is asked for, and a place that is no list", () => {
    expect(answerTo("报送备案要走哪些步骤", "art_4")[0]).toBe("art_4");
    expect(answerTo("几天内报备，分别报给谁", "art_4")[0]).toBe("art_4");
    expect(answerTo("公布以后几天内报备", "art_4__para_1", "own")[0]).toBe("art_4__para_1");
  });
});
