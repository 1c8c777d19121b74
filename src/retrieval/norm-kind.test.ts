import { describe, expect, it } from "vitest";
import { normKindOf, normKindsOf } from "./norm-kind.js";

const kindOf = (title: string, issuer: string | null = null) => normKindOf({ title, issuer });

describe("normKindOf", () => {
  it.each([
    ["中华人民共和国民法典", true],
    ["中华人民共和国行政许可法", true],
    ["城市生活无着的流浪乞讨人员救助管理办法", false],
    ["物业管理条例", false],
  ])("%s: law %s", (title, isLaw) => {
    expect(kindOf(title).isLaw).toBe(isLaw);
  });

  it.each([
    ["最高人民法院 关于适用《中华人民共和国民法典》 侵权责任编的解释（一）", null, true],
    ["合同编通则若干问题的解释", null, true],
    ["某规定", "最高人民检察院", true],
    ["中华人民共和国刑法", null, false],
  ])("%s of %s: interpretation %s", (title, issuer, isInterpretation) => {
    expect(kindOf(title, issuer).isInterpretation).toBe(isInterpretation);
  });

  it.each([
    ["北京市物业管理条例", "北京"],
    ["山东黄河三角洲国家级自然保护区条例", "山东"],
    ["东营市养犬管理条例", "东营"],
    ["深圳经济特区数据条例", "深圳"],
    ["城市市容和环境卫生管理条例", null],
    ["人力资源市场暂行条例", null],
    ["中华人民共和国市场主体登记管理条例", null],
    ["朝阳区人民政府重大行政决策程序规定（试行）", null],
  ])("%s holds in %s", (title, place) => {
    expect(kindOf(title).place).toBe(place);
  });
});

describe("normKindsOf", () => {
  const placesOf = (...titles: string[]) => {
    const kinds = normKindsOf(titles.map((title) => ({ title, issuer: null })));
    return kinds.map(({ place }) => place);
  };

  it("names no place where most texts are at home", () => {
    expect(placesOf("北京市甲条例", "北京市乙条例", "天津市丙条例", "丁法")).toEqual([null, null, "天津", null]);
  });

  it("names every place where none is home", () => {
    expect(placesOf("北京市甲条例", "天津市乙条例")).toEqual(["北京", "天津"]);
  });
});
