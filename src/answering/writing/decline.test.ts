import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary } from "../fake-library.js";
import { decline, reasonFor } from "./decline.js";

describe("reasonFor", () => {
  const fair = { unsafe: 0.01, offTopic: 0.02 };
  const topic = [fakeTerm("合法性审查")];
  const nothing = { hasSubject: false, isElsewhere: false };

  it("is not_in_corpus for a place or a year that the nearest place does not have, whatever else is there", () => {
    const of = { screening: fair, terms: [fakeTerm("顺义")] };
    expect(reasonFor(of, { hasSubject: true, isElsewhere: true })).toBe("not_in_corpus");
  });

  it("has no basis where the subject is there and the fact is not", () => {
    expect(reasonFor({ screening: fair, terms: topic }, { hasSubject: true, isElsewhere: false })).toBe("no_basis");
  });

  it("has nothing in the corpus on another matter of administration", () => {
    expect(reasonFor({ screening: fair, terms: [fakeTerm("居住证")] }, nothing)).toBe("not_in_corpus");
    expect(reasonFor({ screening: fair, terms: [] }, { hasSubject: true, isElsewhere: false })).toBe("not_in_corpus");
  });

  it("is off topic where the wording may be of everyday life and no word is the drafters'", () => {
    const screening = { unsafe: 0.01, offTopic: 0.3 };
    expect(reasonFor({ screening, terms: [fakeTerm("公积金")] }, nothing)).toBe("not_in_corpus");
    expect(reasonFor({ screening, terms: [fakeTerm("红烧肉", { drafted: 0 })] }, nothing)).toBe("off_topic");
  });

  it("is off topic whatever its words where the wording is mainly of everyday life", () => {
    const screening = { unsafe: 0.01, offTopic: 0.6 };
    expect(reasonFor({ screening, terms: [fakeTerm("乘以")] }, nothing)).toBe("off_topic");
  });

  it("is unsafe where the wording likely is", () => {
    const screening = { unsafe: 0.8, offTopic: 0.01 };
    expect(reasonFor({ screening, terms: topic }, { hasSubject: true, isElsewhere: false })).toBe("unsafe");
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
