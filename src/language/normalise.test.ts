import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";

describe("normalise", () => {
  it.each([
    ["７個工作日（含）：２０２２年", "7个工作日(含):2022年"],
    ["ＡＢＣ", "abc"],
    ["朝政发[2022]9号", "朝政发〔2022〕9号"],
    ["【通知】", "〔通知〕"],
    ["「红黑名单」", '"红黑名单"'],
    ["提請審議前要備齊哪些材料？", "提请审议前要备齐哪些材料?"],
  ])("folds %s", (text, folded) => {
    expect(normalise(text)).toBe(folded);
  });

  it("converts a character by the phrase it stands in", () => {
    expect(normalise("乾淨的乾隆著作")).toBe("干净的乾隆著作");
    expect(normalise("於是徵求後續意見")).toBe("于是征求后续意见");
  });

  it("leaves the wording of simplified texts as it is", () => {
    const text = "什么行为破坏了显著成绩，余额由区政府办公室余某后续处理。";
    expect(normalise(text)).toBe("什么行为破坏了显著成绩,余额由区政府办公室余某后续处理。");
  });

  it("comes to rest after one pass", () => {
    const once = normalise("臺灣ＰＤＦ〈檔案〉——“軟體”");
    expect(normalise(once)).toBe(once);
  });
});
