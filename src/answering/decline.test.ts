import { describe, expect, it } from "vitest";
import { decline, reasonFor } from "./decline.js";
import { fakeTerm } from "./fake-candidate.js";
import { createFakeLibrary } from "./fake-library.js";

describe("reasonFor", () => {
  const topic = [fakeTerm("合法性审查")];

  it("is not_in_corpus for a place or a year that the nearest place does not have, whatever else is there", () => {
    expect(reasonFor("顺义的决策目录", [fakeTerm("顺义")], { hasSubject: true, isElsewhere: true })).toBe(
      "not_in_corpus",
    );
  });

  it("has no basis where the subject is there and the fact is not", () => {
    expect(reasonFor("合法性审查收多少钱", topic, { hasSubject: true, isElsewhere: false })).toBe("no_basis");
  });

  it("has nothing in the corpus on another matter of administration", () => {
    const other = { hasSubject: false, isElsewhere: false };
    expect(reasonFor("居住证怎么办理登记", [fakeTerm("居住证")], other)).toBe("not_in_corpus");
    expect(reasonFor("规定多长时间", [], { hasSubject: true, isElsewhere: false })).toBe("not_in_corpus");
  });

  it("is off topic where the wording is of everyday life", () => {
    const nothing = { hasSubject: false, isElsewhere: false };
    expect(reasonFor("公积金怎么提取", [fakeTerm("公积金")], nothing)).toBe("not_in_corpus");
    expect(reasonFor("红烧肉怎么做好吃", [fakeTerm("红烧肉", { drafted: 0 })], nothing)).toBe("off_topic");
  });
});

describe("decline", () => {
  const places = ["art_1", "art_2", "art_3", "art_4"].map((eId) => ({ eId, own: "应当公开。" }));
  const library = createFakeLibrary({ d: { title: "程序规定", number: "朝政发〔2022〕9号", places } });

  it("names at most three nearest places, as no basis", () => {
    const { text, nearest, reason } = decline(library, "no_basis", ["d#art_1", "d#art_2", "d#art_3", "d#art_4"]);
    expect(reason).toBe("no_basis");
    expect(nearest).toEqual(["d#art_1", "d#art_2", "d#art_3"]);
    expect(text).toContain("不作为答复依据：\n\n- 《程序规定》（朝政发〔2022〕9号）第一条\n- ");
    expect(text).not.toContain("第四条");
  });

  it("says what exactly is missing and nothing of places where there are none", () => {
    expect(decline(library, "no_such_provision", [], "《程序规定》没有第九条。").text).toBe("《程序规定》没有第九条。");
    expect(decline(library, "not_in_corpus", []).text).not.toContain("接近");
  });
});
