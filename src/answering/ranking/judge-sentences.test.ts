import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { judgeSentences } from "./judge-sentences.js";

const asked = (words: readonly string[], kind: "who" | "open" = "open") => ({
  text: words.join(""),
  terms: words.map((word) => fakeTerm(word)),
  kind,
  quantity: null,
  anchors: [],
});

describe("judgeSentences", () => {
  it("takes the best sentence, not words scattered over several", () => {
    const judged = judgeSentences("承办单位负责归档。专家提出意见。", asked(["归档", "专家"]));
    expect(judged.cover).toBe(0.5);
  });

  it("holds words that stand close together for better than words at both ends of a long sentence", () => {
    const close = judgeSentences("会议讨论，承办单位组织听证，听取意见，形成报告。", asked(["组织", "听证"]));
    const far = judgeSentences("承办单位组织调研，听取意见，形成报告，可以听证。", asked(["组织", "听证"]));
    expect(close.clause).toBe(1);
    expect(far.clause).toBe(0.5);
    expect(far.cover).toBe(1);
  });

  it("asks of a sentence that answers who that an organ acts in it", () => {
    const terms = asked(["合法性审查"], "who");
    expect(judgeSentences("区司法局负责合法性审查工作。", terms).agent).toBe(1);
    expect(judgeSentences("合法性审查的意见。", terms).agent).toBe(0);
  });
});
