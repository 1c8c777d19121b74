import { describe, expect, it } from "vitest";
import type { DocumentHead } from "../../corpus/provision.js";
import { asOfDay, versionsMeant } from "./as-of.js";

describe("asOfDay", () => {
  it.each([
    ["2017年那版行政复议法怎么规定的", "2017-12-31"],
    ["2012年修正的劳动合同法", "2012-12-31"],
    ["2012版劳动合同法", "2012-12-31"],
    ["2009年时的规定是什么", "2009-12-31"],
    ["截至2018年5月1日,复议机关是谁", "2018-05-01"],
    ["2018年5月1日有效的规定", "2018-05-01"],
    ["2035年科学素质的目标是多少", null],
    ["2022年8月11日印发的通知要求什么", null],
    ["现在的行政复议法", null],
  ])("reads %s", (question, day) => {
    expect(asOfDay(question)).toBe(day);
  });
});

describe("versionsMeant", () => {
  const head = (documentId: string, rest: Partial<DocumentHead>) => ({ documentId, ...rest }) as DocumentHead;
  const old = head("old", {
    date: "2017-09-01",
    inForceFrom: "1999-10-01",
    status: "superseded",
    supersededFrom: "2024-01-01",
  });
  const now = head("now", { date: "2023-09-01", inForceFrom: "2024-01-01", status: "in_force" });
  const coming = head("coming", {
    date: "2026-10-01",
    inForceFrom: "2027-01-01",
    status: "unknown",
    beginsOn: "2027-01-01",
    heldUntilThen: "now",
  });
  const idsOf = (day: string | null, question = "") =>
    versionsMeant([coming, { ...now, supersededFrom: "2027-01-01" }, old], day, question).map(
      ({ documentId }) => documentId,
    );

  it("is what holds now where no day is asked for", () => {
    expect(idsOf(null)).toEqual(["now"]);
  });

  it("is the version of the day that is asked for", () => {
    expect(idsOf("2017-12-31")).toEqual(["old"]);
    expect(idsOf("2023-12-31")).toEqual(["old"]);
    expect(idsOf("2024-01-01")).toEqual(["now"]);
  });

  it("is all of them where none held then", () => {
    expect(idsOf("1999-01-01")).toEqual(["coming", "now", "old"]);
  });

  it("is the version to come where the question asks for it or for its day", () => {
    expect(idsOf(null, "新修订的停车办法怎么规定")).toEqual(["coming"]);
    expect(idsOf("2027-01-01")).toEqual(["coming"]);
    expect(versionsMeant([now], null, "新修订的停车办法怎么规定")).toEqual([now]);
  });
});
