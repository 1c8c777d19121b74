import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary } from "../fake-library.js";
import type { Understanding } from "../question/understand.js";
import { documentsMeant } from "./documents-meant.js";

const library = createFakeLibrary({
  list: {
    title: "2022年某区采购事项目录",
    noticeTitle: "关于印发采购事项目录的通知",
    number: "某办发〔2022〕5号",
    places: [],
  },
  rules: { title: "某区采购程序规定", number: "某发〔2022〕9号", places: [] },
  plan: {
    title: "某区全民健身实施方案",
    number: "某办字〔2022〕31号",
    places: [1, 2, 3, 4, 5].map((n) => ({ eId: `sec_${n}`, own: "办好马拉松。" })),
  },
});

function meant(text: string, words: readonly string[] = [], year?: string) {
  const terms = [...words.map((word) => fakeTerm(word)), ...(year ? [fakeTerm(year, { role: "year" })] : [])];
  const understanding = { text, terms, documents: [] } as unknown as Understanding;
  return documentsMeant(library, understanding, "document_date").map(({ documentId }) => documentId);
}

describe("documentsMeant", () => {
  it.each([
    ["目录通知和程序规定,哪个先印发", ["list", "rules"]],
    ["健身方案跟程序规定各是几号文", ["plan", "rules"]],
    ["编目录的根据和定程序的根据是同一部吗", ["list", "rules"]],
    ["5号文和31号文的日期", ["list", "plan"]],
  ])("hears both documents of %s", (question, ids) => {
    expect(meant(question)).toEqual(ids);
  });

  it("goes by the words right before the noun, whatever else is said", () => {
    expect(meant("健身方案老领导要查哪天下来", ["健身", "老领导", "要查", "下来"])).toEqual(["plan"]);
    expect(meant("采购目录的通知落的几号", ["采购", "目录", "落的"])).toEqual(["list"]);
    expect(meant("征求的通知几号发,健身的事", ["征求", "健身"])).toEqual([]);
  });

  it("takes the only one of its kind that speaks of the subject all through", () => {
    expect(meant("马拉松那个方案哪天发的", ["马拉松"])).toEqual(["plan"]);
    expect(meant("扶贫那个方案哪天发的", ["扶贫"])).toEqual([]);
  });

  it("means none of a region that has no text here", () => {
    expect(meant("丰台区的健身方案哪天发的", ["丰台区", "健身"])).toEqual([]);
  });

  it("takes the one that the words name, and none where they name none", () => {
    expect(meant("程序规定哪天印发的")).toEqual(["rules"]);
    expect(meant("2021年的程序规定哪天印发的", [], "2021年")).toEqual([]);
    expect(meant("采购和论证哪个先做", ["采购", "论证"])).toEqual([]);
  });
});
