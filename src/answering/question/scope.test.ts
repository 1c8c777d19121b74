import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { amendedTextCalled, listOfAnother, namedDocuments, nameIn, namesDocumentType } from "./scope.js";

const library = createFakeLibrary({
  reading: { title: "最高人民法院关于适用《中华人民共和国民法典》侵权责任编的解释（一）", places: [] },
  rules: { title: "民法典宣传工作实施条例", places: [] },
  code: { title: "中华人民共和国民法典", places: [] },
  short: { title: "行政复议法", places: [] },
  long: { title: "行政复议法实施条例", places: [] },
});
const best = (question: string) => namedDocuments(library, question, [])[0]?.document.documentId;

describe("namedDocuments", () => {
  it("puts the document whose whole title is said before those that share its words", () => {
    expect(best("依据民法典第二百零七条")).toBe("code");
    expect(best("按照行政复议法第三条")).toBe("short");
  });

  it("hears no name in 的意见, which many titles end with", () => {
    const opinions = createFakeLibrary({ d: { title: "关于促进人力资源市场发展的意见", places: [] } });
    expect(namedDocuments(opinions, "促进高精尖产业的意见改了啥", [fakeTerm("高精尖")])[0]?.cover).toBeLessThan(0.75);
    expect(namedDocuments(opinions, "市场发展的意见改了啥", [])[0]?.cover).toBeGreaterThan(0.75);
  });

  it("takes the text with all of a long name, though words between are left out, before another that has its end", () => {
    const conservation = createFakeLibrary({
      lake: { title: "杭州西湖文化景观保护管理条例", places: [] },
      wetland: { title: "洛阳市湿地保护条例", places: [] },
    });
    const [meant, other] = namedDocuments(conservation, "西湖文化景观那部保护条例从哪天起管用", []);
    expect(meant?.document.documentId).toBe("lake");
    expect(other?.cover).toBeLessThan(meant?.cover ?? 0);
    expect(namedDocuments(conservation, "保护条例从哪天起管用", [])[0]?.document.documentId).toBe("wetland");
  });

  it("takes the longest title that is said", () => {
    expect(best("按照行政复议法实施条例第三条")).toBe("long");
  });

  it("does not take the beginning of another name for the whole", () => {
    expect(namedDocuments(library, "按照民法典总则编解释第三条", [])[0]?.cover).toBeLessThanOrEqual(1);
  });
});

describe("nameIn", () => {
  const title = "某区全民科学素质行动规划纲要实施方案";

  it.each([
    ["这个科学素质方案援引了啥", "科学素质方案", true],
    ["科学素质的那个方案分几块", "科学素质的那个方案", true],
    ["按实施方案办", "实施方案", false],
    ["素质 规划 方案 依据", "素质 规划 方案", true],
  ])("finds in %s the words of the title in their order", (question, name, isBroken) => {
    const found = nameIn(question, title);
    expect(found && question.slice(found.start, found.end)).toBe(name);
    expect(found?.isBroken).toBe(isBroken);
  });

  it("takes no word that stands behind the next one in the title", () => {
    expect(nameIn("实施纲要方案", title)?.length).toBe(4);
    expect(nameIn("科学素质办法", title)).toBeNull();
  });
});

describe("namesDocumentType", () => {
  it.each(["意见第8条", "这个意见讲什么", "提到意见第三条", "规定第8条"])("hears a document in %s", (question) => {
    expect(namesDocumentType(question)).toBe(true);
  });

  it.each([
    "8条2项要求听哪些单位的意见",
    "第八条征求意见几天",
    "第九条专家意见归谁",
    "收到多少件意见才算第十七条的较多",
    "出具合规意见用第三条哪一项",
    "第十九条的机关是不是区司法局",
  ])("hears none in %s, which speaks of opinions", (question) => {
    expect(namesDocumentType(question)).toBe(false);
  });
});

describe("listOfAnother", () => {
  const lists = createFakeLibrary({
    list: { title: "2022年朝阳区重大行政决策事项目录", issuer: "北京市朝阳区人民政府办公室", places: [] },
    plan: { title: "科学素质实施方案（2021-2035年）", places: [] },
    rules: { title: "信访事项目录", places: [] },
  });

  it.each([
    ["2021年的重大决策目录发我看看", "2021年的重大决策目录"],
    ["2023年度重大行政决策目录有几项", "2023年度重大行政决策目录"],
    ["2023年那版重大决策目录排第四的是啥", "2023年那版重大决策目录"],
    ["2023重大决策目录事项", "2023重大决策目录"],
    ["把2021年进了决策目录的事项列一下", "2021年进了决策目录"],
    ["2022年的决策目录跟2021年比多了几项", "2021年的决策目录"],
    ["2022年的重大决策目录比去年的多了几项", "去年的重大决策目录"],
    ["北京市政府2022年重大决策目录有哪些", "北京市政府2022年重大决策目录"],
    ["海淀区人民政府的重大决策目录列了几件", "海淀区人民政府的重大决策目录"],
  ])("names what %s asks for", (question, called) => {
    expect(listOfAnother(lists, question)).toBe(called);
  });

  it.each([
    "2022年的重大决策目录有几项",
    "2025年科学素质方案的目标",
    "2021年信访目录有哪些",
    "2021年的财政预算是多少",
    "目录里2030年前要完成的规划",
    "朝阳区政府2022年重大决策目录有哪些",
    "问问区政府2022年重大决策目录有几项",
    "海淀区政府的信访目录有哪些",
  ])("leaves %s, which the corpus may answer, alone", (question) => {
    expect(listOfAnother(lists, question)).toBeNull();
  });
});

describe("amendedTextCalled", () => {
  const places = [{ eId: "sec_1", own: "将“甲”修订为“乙”。" }];
  const title = "关于修订《促进市场发展的意见》的通知";
  const order = placeOf(createFakeLibrary({ notice: { title, places } }), "notice#sec_1");
  const amendments = [fakeAmendment(order, { targetTitle: "促进市场发展的意见", oldText: "甲", newText: "乙" })];
  const notice = { title, amendments, places };
  const called = (question: string, others = {}) => {
    const among = createFakeLibrary({ notice, ...others });
    return among.documents[0] ? amendedTextCalled(among, among.documents[0], question) : null;
  };

  it("tells the amended text from the one that amends it", () => {
    expect(called("市场发展意见第二条怎么写的")).toBe("促进市场发展的意见");
    expect(called("修订市场发展意见的通知第二条")).toBeNull();
    expect(called("第二条怎么写的")).toBeNull();
  });

  it("leaves a text that is here itself alone", () => {
    expect(called("市场发展意见第二条怎么写的", { own: { title: "促进市场发展的意见", places: [] } })).toBeNull();
  });
});
