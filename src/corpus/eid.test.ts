import { describe, expect, it } from "vitest";
import { formatEId, labelOf, parseEId } from "./eid.js";

const CASES: [string, string][] = [
  ["art_8", "第八条"],
  ["art_5-1", "第五条之一"],
  ["art_120-2", "第一百二十条之二"],
  ["art_3__para_2", "第三条第二款"],
  ["art_3__para_2__point_1", "第三条第二款第（一）项"],
  ["art_11__point_2__indent_3", "第十一条第（二）项第3目"],
  ["sec_3", "三"],
  ["sec_3__subsec_4__clause_2", "三（四）2"],
  ["sec_3__subsec_4__clause_2__subclause_1", "三（四）2（1）"],
  ["sec_5__subsec_3__para_2", "五（三）第二段"],
  ["book_1__chp_2__sec_3", "第一编第二章第三节"],
  ["book_3__book_1__chp_1", "第三编第一分编第一章"],
  ["table_1__row_2", "附表第2行"],
  ["table_2__row_1", "附表2第1行"],
  ["preface", "引言"],
  ["preface__para_2", "引言第2段"],
  ["conclusions", "落款"],
  ["annex_2__sec_1__subsec_3", "附件2一（三）"],
  ["annex_1__art_4", "附件1第四条"],
  ["para_3", "第3段"],
  ["art_5~2", "第五条（第2处）"],
];

describe("eIds", () => {
  it.each(CASES)("%s is written %s", (eId, label) => {
    expect(labelOf(parseEId(eId) ?? [])).toBe(label);
  });

  it.each(CASES)("%s comes back from its parts", (eId) => {
    expect(formatEId(parseEId(eId) ?? [])).toBe(eId);
  });

  it.each(["", "art_", "第三条", "art_3__", "foo_1", "art_3_4"])("refuses %s", (text) => {
    expect(parseEId(text)).toBeNull();
  });

  it("calls the preface of a law its 题注 and counts its lines in Chinese", () => {
    const note = { level: "preface", number: "", repeat: 2, adoption: true } as const;
    expect(labelOf([note])).toBe("题注");
    expect(labelOf([note, { level: "paragraph", number: "2" }])).toBe("题注第二段");
  });

  it("tells 第X节 from 一、 where no chapter stands above", () => {
    expect(labelOf([{ level: "section", number: "2", division: true }])).toBe("第二节");
  });
});
