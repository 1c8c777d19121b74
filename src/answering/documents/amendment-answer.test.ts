import { describe, expect, it } from "vitest";
import { normalise } from "../../language/normalise.js";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { parseReferences } from "../places/reference.js";
import { Draft } from "../writing/draft.js";
import {
  amendmentsAsked,
  amendmentsToPlaces,
  amendmentsUntold,
  amendmentsWithin,
  writeAmendment,
} from "./amendment-answer.js";

const OLD = "正常开展业务活动1年以上";
const NEW = "正常开展业务活动2年以上";
const noticePlaces = [
  { eId: "sec_1", own: `将第二条第二项（引进机构）中“${OLD}”修订为“${NEW}”。`, num: "一、" },
  { eId: "sec_2", own: "将第三条第一项（红黑名单）中“名单”修订为“信用评价”。", num: "二、" },
];
const bare = createFakeLibrary({ notice: { places: noticePlaces } });
const target = { targetNumber: "朝政发〔2021〕2号", targetTitle: "若干意见", inForceFrom: "2022-08-13" };
const first = fakeAmendment(placeOf(bare, "notice#sec_1"), {
  ...target,
  targetPlace: "第二条第二项",
  targetSubject: "引进机构",
  oldText: OLD,
  newText: NEW,
});
const second = fakeAmendment(placeOf(bare, "notice#sec_2"), {
  ...target,
  targetPlace: "第三条第一项",
  oldText: "“名单”",
  newText: "信用评价",
});
const library = createFakeLibrary({
  notice: { title: "修订若干意见的通知", amendments: [first, second], places: noticePlaces },
  opinions: {
    title: "若干意见",
    number: "朝政发〔2021〕2号",
    places: [
      { eId: "sec_2__subsec_2", own: `机构应当${OLD}。`, status: "amended" },
      { eId: "sec_2__subsec_3", own: `其他机构应当${OLD}。` },
    ],
  },
});

describe("writeAmendment", () => {
  const draft = new Draft(library);
  writeAmendment(draft, library, first);

  it("gives the wording in force first, with its place and day, and the old wording after it as replaced", () => {
    expect(draft.markdown).toBe(
      `《若干意见》（朝政发〔2021〕2号）第二条第二项引进机构已作修订（2022年8月13日起施行），现行表述为：“${NEW}”[1]\n\n` +
        `修订前的表述（已被替换，不再适用）：“${OLD}”[2]`,
    );
  });

  it("cites both from the amending place and marks the old wording superseded", () => {
    expect(draft.citations.map(({ quote, status, label }) => [quote, status, label])).toEqual([
      [NEW, "in_force", "一"],
      [OLD, "superseded", "一"],
    ]);
  });

  it("names no day where the text gives none", () => {
    const undated = new Draft(library);
    writeAmendment(undated, library, { ...first, inForceFrom: null });
    expect(undated.markdown).toContain("引进机构已作修订，现行表述为");
  });
});

describe("amendmentsAsked", () => {
  const asking = (word: string) => ({ text: word, terms: [fakeTerm(word)] });

  it("chooses those whose place the words fit", () => {
    expect(amendmentsAsked(library, "notice", asking("红黑名单"))).toEqual([second]);
    expect(amendmentsAsked(library, "notice", asking("引进机构"))).toEqual([first]);
  });

  it("leaves out the words that ask for changes", () => {
    const question = { text: "红黑名单删掉了什么", terms: [fakeTerm("红黑名单"), fakeTerm("删掉")] };
    expect(amendmentsAsked(library, "notice", question)).toEqual([second]);
  });

  it("gives all where the words only name the document, or fit no place", () => {
    expect(amendmentsAsked(library, "notice", asking("若干意见"))).toEqual([first, second]);
    expect(amendmentsAsked(library, "notice", asking("食品安全"))).toEqual([first, second]);
    expect(amendmentsAsked(library, "opinions", { text: "", terms: [] })).toEqual([]);
  });
});

describe("amendmentsUntold", () => {
  const notice = library.document("notice");
  const left = (question: string, told: string) => notice && amendmentsUntold(notice, question, told);

  it.each([
    ["还有一处改的是啥", "改了第二条第二项。", [second]],
    ["另外那处改成了什么样", "第三条第一项改了。", [first]],
    ["其他的呢", "现行表述为:正常开展业务活动2年以上", [second]],
  ])("gives for %s what %s leaves out", (question, told, amendments) => {
    expect(left(question, told)).toEqual(amendments);
  });

  it.each([
    ["改了什么", "改了第二条第二项。"],
    ["还有吗", ""],
    ["还有吗", "改了第二条第二项和第三条第一项。"],
  ])("leaves %s after %s alone", (question, told) => {
    expect(left(question, told)).toBeNull();
  });
});

describe("amendmentsToPlaces", () => {
  it("matches the amended place however its number is written, and no place above it", () => {
    const to = (question: string) => amendmentsToPlaces(library, parseReferences(normalise(question)).places);
    expect(to("第3条第（一）项改成什么")).toEqual([second]);
    expect(to("第三条改成什么")).toEqual([]);
    expect(to("改了什么")).toEqual([]);
  });
});

describe("amendmentsWithin", () => {
  it("finds what a document changes in a place or below it", () => {
    const within = (question: string) =>
      amendmentsWithin(library.documents, parseReferences(normalise(question)).places);
    expect(within("第三条说什么")).toEqual([second]);
    expect(within("第三条第一项说什么")).toEqual([second]);
    expect(within("第三条第二项说什么")).toEqual([]);
    expect(within("第五条说什么")).toEqual([]);
  });
});
