import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "../fake-library.js";
import { answerIssuedBy } from "./issued-by.js";

const signed = (issuer: string) => ({ issuer, places: [{ eId: "conclusions", own: `${issuer}\n2022年8月1日` }] });
const library = createFakeLibrary({
  list: { title: "目录", number: "甲办发〔2022〕5号", ...signed("甲市乙区人民政府办公室") },
  rules: { title: "规定", number: "甲发〔2022〕9号", ...signed("甲市乙区人民政府") },
  notice: { title: "通知", ...signed("甲市乙区人民政府") },
});

describe("answerIssuedBy", () => {
  it.each([
    ["这几份文件里,哪些是区政府办公室的名义发的、不是区政府发的", ["list"]],
    ["以区政府办名义印发的有哪几份", ["list"]],
    ["区政府办印的文有哪些", ["list"]],
    ["哪两份是区政府印发的", ["rules", "notice"]],
  ])("lists for %s what that organ signs", (question, ids) => {
    expect(answerIssuedBy(library, question)?.citations.map(({ documentId }) => documentId)).toEqual(ids);
  });

  it("names each with its number", () => {
    expect(answerIssuedBy(library, "哪两份是区政府印发的")?.markdown).toBe(
      "以甲市乙区人民政府名义印发的共2份：\n\n- 《规定》（甲发〔2022〕9号）[1]\n- 《通知》[2]",
    );
  });

  it.each([
    "哪些文件是区科协印发的",
    "规定是谁印发的",
    "补贴里哪些是区政府发的",
    "哪些材料是由单位出具的",
  ])("leaves %s alone", (question) => {
    expect(answerIssuedBy(library, question)).toBeNull();
  });
});
