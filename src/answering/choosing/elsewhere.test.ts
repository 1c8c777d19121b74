import { describe, expect, it } from "vitest";
import { fakeCandidate, fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, placeOf } from "../fake-library.js";
import { isElsewhere, isYearCovered } from "./elsewhere.js";

function ask(title: string, words: readonly string[]): boolean {
  const library = createFakeLibrary({
    d: { title, issuer: null, places: [{ eId: "art_1", own: "征求意见不少于30日。" }] },
  });
  return isElsewhere(
    library,
    fakeCandidate(placeOf(library, "d#art_1"), 1),
    words.map((word) => fakeTerm(word)),
    words.join(""),
  );
}

describe("isElsewhere", () => {
  it("is so for another district than the text's", () => {
    expect(ask("朝阳区决策程序规定", ["海淀区", "征求意见"])).toBe(true);
  });

  it("is not so for the text's own district, nor where no region is named", () => {
    expect(ask("朝阳区决策程序规定", ["朝阳", "征求意见"])).toBe(false);
    expect(ask("朝阳区决策程序规定", ["社区", "征求意见"])).toBe(false);
  });

  it("is not so where one of several regions named is the text's own", () => {
    expect(ask("朝阳区决策程序规定", ["海淀", "注册", "朝阳", "办公"])).toBe(false);
    expect(ask("北京市朝阳区决策程序规定", ["北京", "海淀", "征求意见"])).toBe(true);
  });

  it("is not so for 天门 in 关一天门", () => {
    const question = "朝阳公园关一天门要公示吗";
    const library = createFakeLibrary({
      d: { title: "朝阳区公园规定", issuer: null, places: [{ eId: "art_1", own: "因故不能开放的，应当公示。" }] },
    });
    const best = fakeCandidate(placeOf(library, "d#art_1"), 1);
    expect(isElsewhere(library, best, [fakeTerm("天门"), fakeTerm("公示")], question)).toBe(false);
    expect(isElsewhere(library, best, [fakeTerm("天门"), fakeTerm("公示")], "天门公园要公示吗")).toBe(true);
  });

  it("is so for a district of the same name in another city", () => {
    expect(ask("北京市朝阳区决策程序规定", ["长春市", "朝阳区", "征求意见"])).toBe(true);
  });

  it("is not so for a place of the province that the text is for", () => {
    expect(ask("湖北省促进就业办法", ["荆州", "补助"])).toBe(false);
    expect(ask("湖北省襄阳市促进就业办法", ["荆州", "补助"])).toBe(true);
  });

  it("is not so where the region is cut out of words of the text", () => {
    expect(ask("海南省专利奖评奖办法", ["评", "上海", "南", "专利奖"])).toBe(false);
  });

  it("is never so for a law of the whole land", () => {
    expect(ask("行政复议法", ["海淀区", "征求意见"])).toBe(false);
  });
});

describe("isYearCovered", () => {
  it.each([
    ["朝阳区科学素质方案(2021-2035年)", ["2030年", "比例"], true],
    ["朝阳区科学素质方案(2021-2035年)", ["2040年", "比例"], false],
    ["朝阳区科学素质方案(2021-2035年)", ["丰台区", "2030年"], false],
    ["2022年朝阳区决策目录", ["2030年", "事项"], false],
  ])("asks of %s for %j: %s", (title, words, covered) => {
    const library = createFakeLibrary({
      d: { title, issuer: null, places: [{ eId: "art_1", own: "到2025年达到30%。" }] },
    });
    const terms = words.map((word) => fakeTerm(word, { role: /^\d/u.test(word) ? "year" : "topic" }));
    const best = fakeCandidate(placeOf(library, "d#art_1"), 1);
    expect(isYearCovered(library, best, terms, words.join(""))).toBe(covered);
  });
});
