import { describe, expect, it } from "vitest";
import { fakeDocument, fakeLibraryOf, fakeProvision } from "../../corpus/fake-library.js";
import { createFakeLibrary } from "../fake-library.js";
import type { QuestionKind } from "../question/question-kind.js";
import { answerDocumentFact } from "./document-facts.js";

const library = createFakeLibrary({
  rules: {
    title: "程序规定（试行）",
    number: "朝政发〔2022〕9号",
    issuer: "北京市朝阳区人民政府",
    date: "2022-09-13",
    addressees: "各街道办事处",
    trial: true,
    inForceFrom: "2022-09-13",
    places: [
      {
        eId: "preface",
        own: "朝政发 〔2022〕 9号\n各街道办事处：\n北京市朝阳区人民政府现将《程序规定（试行）》印发给你们。",
      },
      { eId: "chp_1", own: "总则" },
      { eId: "art_1", own: "为规范决策，制定本规定。" },
      { eId: "art_2", own: "参照执行。本规定自印发之日起施行。" },
      { eId: "conclusions", own: "北京市朝阳区人民政府\n2022年9月\n13日" },
    ],
  },
  change: {
    title: "修订通知",
    number: "朝政发〔2022〕8号",
    places: [
      { eId: "preface__para_1", own: "朝政发〔2022〕8号" },
      { eId: "preface__para_2", own: "对《促进发展的意见》（朝政发〔2021〕2号）部分内容予以修订。" },
      { eId: "sec_1", own: "将第二条中“表彰”修订为“表彰和宣传”。" },
    ],
    amendments: [
      {
        provisionId: "change#sec_1",
        targetNumber: "朝政发〔2021〕2号",
        targetTitle: "促进发展的意见",
        targetPlace: "第二条",
        targetSubject: null,
        oldText: "表彰",
        oldStart: 6,
        oldEnd: 8,
        newText: "表彰和宣传",
        newStart: 13,
        newEnd: 18,
        inForceFrom: null,
      },
    ],
  },
  plan: {
    title: "行动计划（2021—2025年）",
    number: "朝政办发〔2022〕5号",
    issuer: "区政府办公室",
    date: "2022-08-01",
    places: [
      { eId: "preface", own: "依据《就业促进法》，编制本计划。经区委同意，现印发。" },
      { eId: "sec_1", own: "制定行动计划（2021—2025年）。", heading: "目标" },
      { eId: "sec_2", own: "增加岗位。", heading: "措施" },
    ],
  },
});

function fact(documentId: string, kind: QuestionKind, question = "") {
  const document = library.document(documentId);
  const draft = document && answerDocumentFact(library, [document], kind, question);
  return draft && [draft.markdown, draft.citations.map(({ eId, quote }) => [eId, quote])];
}

describe("answerDocumentFact", () => {
  it("proves the number by where it is printed, white space aside", () => {
    expect(fact("rules", "document_number")).toEqual([
      "《程序规定（试行）》的文号是朝政发〔2022〕9号。[1]",
      [["preface", "朝政发 〔2022〕 9号"]],
    ]);
  });

  it("gives the number of what a notice amends where that is asked for, and its own where it amends nothing", () => {
    expect(fact("change", "document_number", "被修订的意见原来是几号文")).toEqual([
      "《促进发展的意见》的文号是朝政发〔2021〕2号。[1]",
      [["preface__para_2", "朝政发〔2021〕2号"]],
    ]);
    expect(fact("change", "document_number", "修订通知是几号文")?.[0]).toBe(
      "《修订通知》的文号是朝政发〔2022〕8号。[1]",
    );
    expect(fact("rules", "document_number", "这份规定原来是几号文")?.[0]).toContain("朝政发〔2022〕9号");
  });

  it("gives each of several facts that are asked for at once", () => {
    expect(fact("rules", "document_number", "规定是谁发的,几号文")?.[0]).toBe(
      "《程序规定（试行）》由北京市朝阳区人民政府印发。[1]\n\n《程序规定（试行）》的文号是朝政发〔2022〕9号。[2]",
    );
    expect(fact("plan", "document_period", "计划管到哪年,几号文")?.[0]).toBeUndefined();
  });

  it("proves date and issuer by the signature", () => {
    expect(fact("rules", "document_date")).toEqual([
      "《程序规定（试行）》于2022年9月13日印发。[1]",
      [["conclusions", "2022年9月\n13日"]],
    ]);
    expect(fact("rules", "document_issuer")?.[1]).toEqual([["conclusions", "北京市朝阳区人民政府"]]);
  });

  it("gives the day that a text takes force with the sentence that sets it", () => {
    expect(fact("rules", "document_in_force")).toEqual([
      "《程序规定（试行）》自2022年9月13日起施行。本规定自印发之日起施行。[1]",
      [["art_2", "本规定自印发之日起施行。"]],
    ]);
  });

  it("counts chapters and articles and shows the last one", () => {
    expect(fact("rules", "document_size")).toEqual([
      "《程序规定（试行）》共1章、2条。[1]",
      [["art_2", "参照执行。本规定自印发之日起施行。"]],
    ]);
  });

  it("names the chapters or parts of a text where these are asked for", () => {
    expect(fact("plan", "document_size", "计划分哪几大部分")?.[0]).toBe(
      "《行动计划（2021—2025年）》共2个部分：\n\n- 一　目标[1]\n- 二　措施[2]",
    );
    expect(fact("rules", "document_size", "规定分哪几章")).toBeNull();
  });

  it("quotes on what a text rests and who consents to it", () => {
    expect(fact("plan", "document_basis")?.[1]).toEqual([["preface", "依据《就业促进法》，编制本计划。"]]);
    expect(fact("plan", "document_consent")?.[1]).toEqual([["preface", "经区委同意，现印发。"]]);
    expect(fact("rules", "document_basis")).toBeNull();
    expect(fact("rules", "document_consent")).toBeNull();
  });

  it("quotes which other texts end with a text, and one sentence for two facts once", () => {
    const laws = createFakeLibrary({
      law: {
        places: [
          { eId: "art_1", own: "为了保护档案，根据宪法，制定本法。" },
          { eId: "art_2", own: "本法自2021年起施行。《档案条例》同时废止。" },
        ],
      },
    });
    const told = (kind: QuestionKind, question: string) =>
      answerDocumentFact(laws, laws.documents, kind, question)?.markdown;
    expect(told("document_repeals", "档案法废止了哪些条例")).toBe("《档案条例》同时废止。[1]");
    expect(told("document_purpose", "为啥搞这个法、根据的啥")).toBe("为了保护档案，根据宪法，制定本法。[1]");
    expect(fact("rules", "document_repeals")).toBeNull();
  });

  it("says what a text is for by its first article", () => {
    expect(fact("rules", "document_purpose")).toEqual([
      "为规范决策，制定本规定。[1]",
      [["art_1", "为规范决策，制定本规定。"]],
    ]);
    expect(fact("plan", "document_purpose")).toBeNull();
  });

  it("proves the title of a law by the line of its 题注 that has its number", () => {
    const note = fakeProvision("law", "preface__para_1", "2019年4月20日 中华人民共和国国务院令第713号公布", {
      adoption: true,
    });
    const law = fakeLibraryOf([
      fakeDocument("law", [], { title: "决策条例", number: "国务院令第713号", provisions: [note] }),
    ]);
    const draft = answerDocumentFact(law, law.documents, "document_title", "国务院令第713号是哪部条例");
    expect(draft?.markdown).toBe("国务院令第713号的标题是《决策条例》。[1]");
    expect(draft?.citations.map(({ eId }) => eId)).toEqual(["preface__para_1"]);
  });

  it("reads the years of a plan from its title and 试行 from its title's end", () => {
    expect(fact("plan", "document_period")?.[0]).toBe("《行动计划（2021—2025年）》标题载明的期间为2021—2025年。[1]");
    expect(fact("rules", "document_trial")?.[0]).toBe("《程序规定（试行）》为试行文件。[1]");
  });

  it.each<[string, QuestionKind]>([
    ["plan", "document_number"],
    ["plan", "document_issuer"],
    ["plan", "document_date"],
    ["plan", "document_in_force"],
    ["plan", "document_size"],
    ["plan", "document_addressees"],
    ["rules", "document_period"],
    ["rules", "deadline"],
  ])("says nothing of %s for %s, which no place prints", (documentId, kind) => {
    expect(fact(documentId, kind)).toBeNull();
  });
});
