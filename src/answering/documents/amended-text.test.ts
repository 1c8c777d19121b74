import { describe, expect, it } from "vitest";
import { fakeTerm } from "../fake-candidate.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import {
  amendedTextMeant,
  amendingOf,
  asksDifference,
  asksElided,
  asksSinceWhenChanged,
  isUntold,
} from "./amended-text.js";

const places = [{ eId: "sec_1", own: "将“企业依法纳税”修订为“企业依法注册”。" }];
const bare = createFakeLibrary({ notice: { places } });
const amendment = fakeAmendment(placeOf(bare, "notice#sec_1"), {
  targetTitle: "某区人民政府关于促进老字号企业发展的意见",
  targetNumber: "某政发〔2020〕3号",
  oldText: "企业依法纳税",
  newText: "企业依法注册",
});
const library = createFakeLibrary({
  notice: { title: "修订《促进老字号企业发展的意见》的通知", amendments: [amendment], places },
});
const [notice] = library.documents;
const meant = (text: string) => amendedTextMeant(library, text, []);

describe("amendedTextMeant", () => {
  it.each([
    "被修订的2020年那份老字号企业意见,当时是几号印发的",
    "2020年那份促进老字号企业的意见是哪一天印发的",
    "老字号企业意见修订前共几条",
    "通知动的那份文件,原文总共有几条",
    "原意见是哪年印发的",
  ])("hears the old text in %s", (text) => {
    expect(meant(text)).toEqual({ amending: notice, title: amendment.targetTitle, isSure: true });
  });

  it("is less sure of a bare name", () => {
    expect(meant("老字号企业意见共几条")?.isSure).toBe(false);
  });

  it.each([
    "修订老字号企业意见的通知哪天发的",
    "老字号企业意见的修订从哪天算数",
    "新意见哪天发的",
    "程序规定哪天发的",
  ])("hears none in %s, which asks of the change or of another text", (text) => {
    expect(meant(text)).toBeNull();
  });

  it("knows its number and title, and nothing else once it is sure", () => {
    const sure = { amending: notice, title: "", isSure: true } as NonNullable<ReturnType<typeof meant>>;
    expect(isUntold("document_number", sure)).toBe(false);
    expect(isUntold("document_date", sure)).toBe(true);
    expect(isUntold("document_issuer", sure)).toBe(true);
    expect(isUntold("document_issuer", { ...sure, isSure: false })).toBe(false);
    expect(isUntold("document_size", { ...sure, isSure: false })).toBe(true);
  });
});

describe("amendingOf", () => {
  it("finds the document whose changes speak of the words, and none for other words", () => {
    expect(amendingOf(library, [fakeTerm("纳税")])).toBe(notice);
    expect(amendingOf(library, [fakeTerm("海域")])).toBeUndefined();
  });
});

describe("asksElided", () => {
  const elided = createFakeLibrary({ notice: { amendments: [{ ...amendment, newText: "企业依法注册的……" }], places } });

  it.each([
    "补贴条款末尾是省略号,后面那半截改成了什么",
    "补贴那条省略掉的部分写了什么",
  ])("hears in %s what a change leaves out", (question) => {
    expect(asksElided(elided, question)).toBe(true);
    expect(asksElided(library, question)).toBe(false);
  });

  it("hears nothing of it elsewhere", () => {
    expect(asksElided(elided, "哪些步骤可以省略")).toBe(false);
  });
});

describe("asksDifference and asksSinceWhenChanged", () => {
  it("tell how wording changed from since when it counts", () => {
    expect(asksDifference("补贴那条,修订前后差在哪两个字")).toBe(true);
    expect(asksDifference("听证前后要公告几天")).toBe(false);
    expect(asksSinceWhenChanged("名单的新说法啥时候算数")).toBe(true);
    expect(asksSinceWhenChanged("名单的新说法是什么")).toBe(false);
  });
});
