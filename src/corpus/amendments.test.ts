import { describe, expect, it } from "vitest";
import { parseFile } from "./parse.js";

function amendmentsOf(...lines: string[]) {
  return parseFile({ file: "修订.md", text: lines.join("\n\n") }).documents[0]?.amendments ?? [];
}

describe("amendments", () => {
  const preface = "区政府决定对《某意见》（某政发〔2021〕2号）部分内容予以修订。";

  it("reads target, place, subject, old and new wording", () => {
    const text = "一、将第二条第二项建立名单制度中“予以优先考虑”修订为“加大扶持力度”。";
    const [amendment, ...others] = amendmentsOf("# 修订通知", preface, text, "本通知自2022年9月1日起施行。");
    expect(others).toEqual([]);
    expect(amendment).toMatchObject({
      provisionId: "修订#sec_1",
      targetNumber: "某政发〔2021〕2号",
      targetTitle: "某意见",
      targetPlace: "第二条第二项",
      targetSubject: "建立名单制度",
      oldText: "予以优先考虑",
      newText: "加大扶持力度",
      inForceFrom: "2022-09-01",
    });
  });

  it("gives offsets into the ordering provision", () => {
    const parsed = parseFile({
      file: "修订.md",
      text: `# 修订通知\n\n${preface}\n\n一、将第三条中“甲”修改为“乙”，“丙”修改为“丁”。`,
    });
    const document = parsed.documents[0];
    const provision = document?.provisions.find(({ eId }) => eId === "sec_1");
    expect(document?.amendments.map(({ targetPlace, oldText, newText }) => [targetPlace, oldText, newText])).toEqual([
      ["第三条", "甲", "乙"],
      ["第三条", "丙", "丁"],
    ]);
    for (const { oldStart, oldEnd, oldText, newStart, newEnd, newText } of document?.amendments ?? []) {
      expect(provision?.text.slice(oldStart, oldEnd)).toBe(oldText);
      expect(provision?.text.slice(newStart, newEnd)).toBe(newText);
    }
  });

  it("takes the target that the order itself names", () => {
    const [amendment] = amendmentsOf("# 关于修改部分规定的决定", "一、将《甲规定》第五条中“10日”修改为“7日”。");
    expect(amendment).toMatchObject({ targetTitle: "甲规定", targetNumber: null, targetPlace: "第五条" });
  });

  it("finds none in a text that changes nothing", () => {
    expect(amendmentsOf("# 某规定", "第一条 “应解读、尽解读”原则。")).toEqual([]);
  });
});
