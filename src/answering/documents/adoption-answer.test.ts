import { describe, expect, it } from "vitest";
import { fakeDocument, fakeLibraryOf, fakeProvision } from "../../corpus/fake-library.js";
import { fakeTerm } from "../fake-candidate.js";
import { adoptionAsked } from "../question/adoption-asked.js";
import type { Understanding } from "../question/understand.js";
import { answerAdoption, asksOfNote } from "./adoption-answer.js";

function noted(id: string, title: string, ...lines: string[]) {
  const notes = lines.map((line, i) => fakeProvision(id, `preface__para_${i + 1}`, line, { adoption: true }));
  const article = fakeProvision(id, "art_1", "决策应当公布。本条例自2019年9月1日起施行。");
  return fakeDocument(id, [], { title, provisions: [...notes, article], inForceFrom: "2019-09-01" });
}

const library = fakeLibraryOf([
  noted("decisions", "重大决策条例", "2019年4月20日 中华人民共和国国务院令第713号公布"),
  noted(
    "parks",
    "嘉兴市公园办法",
    "2011年2月8日 嘉兴市第八届人民代表大会第六次会议通过",
    "2011年3月26日 浙江省第十三届人民代表大会常务委员会第二十八次会议批准",
    "2015年1月1日 《关于修改部分法规的决定》第一次修正  根据2018年5月1日《关于修改三件法规的决定》第二次修正",
  ),
  fakeDocument("plain", ["甲。"], { title: "健身细则" }),
]);

function answer(text: string, rest: Partial<Understanding> = {}) {
  const terms = ["决策", "公园", "健身"].filter((word) => text.includes(word)).map((word) => fakeTerm(word));
  return { text, terms, documents: [], topic: "", adoption: adoptionAsked(text), ...rest } as unknown as Understanding;
}

const told = (text: string, rest?: Partial<Understanding>) => answerAdoption(library, answer(text, rest))?.markdown;

describe("answerAdoption", () => {
  it.each([
    ["重大决策条例是谁公布的", "《重大决策条例》由国务院公布：2019年4月20日 中华人民共和国国务院令第713号公布[1]"],
    [
      "重大决策条例是第几号令",
      "《重大决策条例》的文号是国务院令第713号：2019年4月20日 中华人民共和国国务院令第713号公布[1]",
    ],
    [
      "公园办法谁批准的",
      "《嘉兴市公园办法》由浙江省人民代表大会常务委员会批准：2011年3月26日 浙江省第十三届人民代表大会常务委员会第二十八次会议批准[1]",
    ],
    [
      "公园办法是谁定的",
      "《嘉兴市公园办法》由嘉兴市人民代表大会通过：2011年2月8日 嘉兴市第八届人民代表大会第六次会议通过[1]",
    ],
    [
      "公园办法什么时候公布的",
      "《嘉兴市公园办法》的题注没有载明公布日期，载明的通过日期是：2011年2月8日 嘉兴市第八届人民代表大会第六次会议通过[1]",
    ],
    [
      "公园办法最近一次修订是哪年",
      "《嘉兴市公园办法》最近一次修正是在2018年5月1日：2018年5月1日《关于修改三件法规的决定》第二次修正[1]",
    ],
    [
      "公园办法改过几次",
      "《嘉兴市公园办法》的题注载明修改2次：\n\n- 2015年1月1日 《关于修改部分法规的决定》第一次修正[1]\n- 2018年5月1日《关于修改三件法规的决定》第二次修正[2]",
    ],
    ["重大决策条例改过吗", "《重大决策条例》的题注没有载明修订：2019年4月20日 中华人民共和国国务院令第713号公布[1]"],
    [
      "公园办法谁通过的,几号文",
      "《嘉兴市公园办法》由嘉兴市人民代表大会通过：2011年2月8日 嘉兴市第八届人民代表大会第六次会议通过[1]\n\n《嘉兴市公园办法》的题注没有载明文号。",
    ],
    [
      "重大决策条例谁发的,什么时候施行",
      "《重大决策条例》由国务院公布：2019年4月20日 中华人民共和国国务院令第713号公布[1]\n\n《重大决策条例》自2019年9月1日起施行。本条例自2019年9月1日起施行。[2]",
    ],
  ])("answers %s by the line that says so", (question, markdown) => {
    expect(told(question)).toBe(markdown);
  });

  it("goes on about the text of the turn before", () => {
    expect(told("改过几次", { topic: "重大决策条例是谁公布的", terms: [fakeTerm("决策")] })).toContain("没有载明修订");
    expect(told("改过几次")).toBeUndefined();
  });

  it("says nothing where the note does not tell, nor of texts without one, nor of rules", () => {
    expect(told("公园办法是几号文")).toBeUndefined();
    expect(asksOfNote(library, answer("公园办法是几号文"))).toBe(true);
    expect(told("健身细则是谁公布的")).toBeUndefined();
    expect(asksOfNote(library, answer("健身细则是谁公布的"))).toBe(false);
    expect(told("重大决策什么时候公布")).toBeUndefined();
  });
});
