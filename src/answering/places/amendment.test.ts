import { describe, expect, it } from "vitest";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { amendmentOf, amendmentTo } from "./amendment.js";

const OLD = "正常开展业务活动1年以上";
const NEW = "正常开展业务活动2年以上";
const noticePlaces = [
  { eId: "sec_1", own: `将第二条第二项（引进机构）中“${OLD}”修订为“${NEW}”。`, num: "一、" },
  { eId: "sec_2", own: "将第三条第一项（红黑名单）中“名单”修订为“信用评价”。", num: "二、" },
];
const bare = createFakeLibrary({ notice: { places: noticePlaces } });
const target = { targetNumber: "朝政发〔2021〕2号", targetTitle: "若干意见" };
const first = fakeAmendment(placeOf(bare, "notice#sec_1"), { ...target, oldText: OLD, newText: NEW });
const second = fakeAmendment(placeOf(bare, "notice#sec_2"), { ...target, oldText: "“名单”", newText: "信用评价" });
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
  other: {
    number: "朝政发〔2020〕1号",
    places: [{ eId: "art_1", own: `机构应当${OLD}。`, status: "amended" }],
  },
});

describe("amendmentOf and amendmentTo", () => {
  it("finds the amendment that a place orders", () => {
    expect(amendmentOf(library, placeOf(library, "notice#sec_2"))).toBe(second);
    expect(amendmentOf(library, placeOf(library, "opinions#sec_2__subsec_2"))).toBeUndefined();
  });

  it("finds the amendment that replaced wording of a place, in the amended document and the amended place alone", () => {
    expect(amendmentTo(library, placeOf(library, "opinions#sec_2__subsec_2"))).toBe(first);
    expect(amendmentTo(library, placeOf(library, "opinions#sec_2__subsec_3"))).toBeUndefined();
    expect(amendmentTo(library, placeOf(library, "other#art_1"))).toBeUndefined();
  });
});
