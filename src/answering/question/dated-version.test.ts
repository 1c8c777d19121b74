import { describe, expect, it } from "vitest";
import { createFakeLibrary } from "../fake-library.js";
import { datedVersion } from "./dated-version.js";

const library = createFakeLibrary({
  invoice2019: { title: "发票管理办法", date: "2019-03-02", status: "superseded", places: [] },
  invoice2023: { title: "发票管理办法", date: "2023-07-20", places: [] },
  secrets2014: { title: "保守国家秘密法实施条例", date: "2014-01-17", status: "superseded", places: [] },
  secrets2024: { title: "保守国家秘密法实施条例", date: "2024-07-10", places: [] },
});

describe("datedVersion", () => {
  it.each([
    ["2019年的发票管理办法里谁印发票", "invoice2019", "2019-12-31"],
    ["2019版《发票管理办法》第三条", "invoice2019", "2019-12-31"],
    ["按2019年发票办法，收多少保证金", "invoice2019", "2019-12-31"],
    ["2014年的保密法实施条例要求几年", "secrets2014", "2014-12-31"],
    ["发票管理办法(2019年修订)怎么规定", "invoice2019", "2019-12-31"],
    ["老发票管理办法怎么规定", "invoice2019", "2019-03-02"],
    ["2014年版条例怎么规定", "secrets2014", "2014-12-31"],
  ])("of %s is %s", (question, documentId, asOf) => {
    const dated = datedVersion(library, question);
    expect(dated?.documents.map((document) => document.documentId)).toEqual([documentId]);
    expect(dated?.asOf).toBe(asOf);
  });

  it("leaves what is asked of the version", () => {
    expect(datedVersion(library, "按2019年的《发票管理办法》，收多少保证金")?.rest).toBe("按 ，收多少保证金");
  });

  it.each([
    "2019年的目标是多少",
    "2023年的发票管理办法里谁印发票",
    "发票管理办法里谁印发票",
    "老年人办法有哪些",
  ])("is none in %s", (question) => {
    expect(datedVersion(library, question)).toBeNull();
  });
});
