import { describe, expect, it } from "vitest";
import { createJieba } from "./jieba.js";

const dictionaryDir = "models/jieba";
const plain = createJieba({ dictionaryDir });

describe("createJieba", () => {
  it("keeps repeats and drops white space only", () => {
    const text = "区司法局 应当\n审查，审查 后 ABC12 报送。";
    expect(plain.cut(text).join("")).toBe(text.replace(/\s/g, ""));
    expect(plain.cut("审查，审查").filter((word) => word === "审查")).toHaveLength(2);
  });

  it("keeps the terms of the corpus whole and knows their parts", () => {
    const segmenter = createJieba({ dictionaryDir, userDictionary: ["区司法局", "区政府"] });
    expect(segmenter.cut("报送区司法局审查")).toEqual(["报送", "区司法局", "审查"]);
    expect(segmenter.cutLayers("报送区司法局")).toEqual([["报送"], ["区", "司法局"]]);
    expect(segmenter.cutPlain("报送区司法局")).toEqual(["报送", "区", "司法局"]);
  });

  it("finds a term where jieba guesses another word", () => {
    expect(plain.cut("须经区司法局审查")).toContain("经区");
    const segmenter = createJieba({ dictionaryDir, userDictionary: ["区司法局"] });
    expect(segmenter.cut("须经区司法局审查")).toEqual(["须经", "区司法局", "审查"]);
  });

  it("prefers the longest term", () => {
    const userDictionary = ["区政府", "区政府办公室"];
    expect(createJieba({ dictionaryDir, userDictionary }).cut("由区政府办公室审核")).toEqual([
      "由",
      "区政府办公室",
      "审核",
    ]);
  });

  it("does not cut a neighbouring word in two for a term", () => {
    const segmenter = createJieba({ dictionaryDir, userDictionary: ["区政府"] });
    expect(segmenter.cut("社区政府采购")).not.toContain("区政府");
    expect(segmenter.cut("社区政府采购").join("")).toBe("社区政府采购");
  });

  it.each([
    ["不少于7个工作日。", "7个工作日"],
    ["应当在30日内报送", "30日"],
    ["自2022年4月6日起", "2022年4月6日"],
    ["不超过十五个工作日", "十五个工作日"],
    ["罚款1.5万元", "1.5万元"],
  ])("keeps the quantity of %s whole", (text, quantity) => {
    expect(plain.cut(text)).toContain(quantity);
  });

  it("keeps a document number whole when the corpus names it", () => {
    const segmenter = createJieba({ dictionaryDir, userDictionary: ["朝政发〔2022〕9号"] });
    expect(segmenter.cut("按朝政发〔2022〕9号执行")).toEqual(["按", "朝政发〔2022〕9号", "执行"]);
  });

  it("serves two dictionaries side by side", () => {
    const other = createJieba({ dictionaryDir, userDictionary: ["区司法局"] });
    expect(other.cut("区司法局")).toEqual(["区司法局"]);
    expect(plain.cut("区司法局")).toEqual(["区", "司法局"]);
  });

  it("digests the terms, not their order", () => {
    const digest = (userDictionary: string[]) => createJieba({ dictionaryDir, userDictionary }).digest;
    expect(digest(["甲", "乙"])).toBe(digest(["乙", "甲", "甲"]));
    expect(digest(["甲"])).not.toBe(digest(["甲", "乙"]));
  });
});
