import { describe, expect, it } from "vitest";
import type { Citation } from "../answer.js";
import { createFakeLibrary, fakeAmendment, placeOf } from "../fake-library.js";
import { citationUrl, isVerified, officialForm, toCitation } from "./cite.js";

const places = [
  { eId: "art_11__point_3", own: "报送区司法局进行合法性审查，一般不少于7个工作日。" },
  { eId: "sec_1", own: "将第三条第一项中“满1年”修订为“满2年”。" },
];
const bare = createFakeLibrary({ "gazette-2022-3/3": { places } });
const order = placeOf(bare, "gazette-2022-3/3#sec_1");
const library = createFakeLibrary({
  "gazette-2022-3/3": {
    title: "程序规定（试行）",
    number: "朝政发〔2022〕9号",
    amendments: [fakeAmendment(order, { oldText: "满1年", newText: "满2年" })],
    places,
  },
});
const point = placeOf(library, "gazette-2022-3/3#art_11__point_3");
const citation = toCitation(library, { provision: point, start: 14, end: 24 }, 1);

describe("toCitation", () => {
  it("quotes the stretch and says where it stands", () => {
    expect(citation).toEqual({
      index: 1,
      provisionId: "gazette-2022-3/3#art_11__point_3",
      documentId: "gazette-2022-3/3",
      number: "朝政发〔2022〕9号",
      title: "程序规定（试行）",
      eId: "art_11__point_3",
      label: "第十一条第（三）项",
      quote: "一般不少于7个工作日",
      quoteStart: 14,
      quoteEnd: 24,
      status: "in_force",
      url: "/documents/gazette-2022-3/3#art_11__point_3",
    });
  });

  it("calls replaced wording superseded even in the document that replaces it, and only that wording", () => {
    const statusOf = (words: string) => {
      const start = order.text.indexOf(words);
      return toCitation(library, { provision: order, start, end: start + words.length }, 1).status;
    };
    expect(statusOf("满1年")).toBe("superseded");
    expect(statusOf("1年")).toBe("superseded");
    expect(statusOf("满2年")).toBe("in_force");
    expect(statusOf(order.text)).toBe("in_force");
  });
});

describe("isVerified", () => {
  const holds = (change: Partial<Citation>) => isVerified(library, [citation, { ...citation, ...change }]);

  it("holds for a quotation that is the slice of its provision", () => {
    expect(holds({})).toBe(true);
  });

  it.each<[string, Partial<Citation>]>([
    ["one character is changed", { quote: "一般不少于5个工作日" }],
    ["full width is folded to half width", { quote: citation.quote.replace("7", "７") }],
    ["the offsets are one off", { quoteStart: 15, quoteEnd: 25 }],
    ["it is empty", { quote: "", quoteStart: 0, quoteEnd: 0 }],
    ["it is cited from another place", { provisionId: "gazette-2022-3/3#sec_1" }],
    ["its place does not exist", { provisionId: "gazette-2022-3/3#art_12" }],
  ])("fails the whole answer when of one quotation %s", (_, change) => {
    expect(holds(change)).toBe(false);
  });
});

describe("officialForm", () => {
  it("names title, number and place, and leaves out a number that there is none of", () => {
    expect(officialForm(citation)).toBe("《程序规定（试行）》（朝政发〔2022〕9号）第十一条第（三）项");
    expect(officialForm({ ...citation, number: null })).toBe("《程序规定（试行）》第十一条第（三）项");
  });
});

describe("citationUrl", () => {
  it("escapes what a path may not hold and keeps the folders", () => {
    expect(citationUrl("法律/民法 典?", "art_1")).toBe(
      "/documents/%E6%B3%95%E5%BE%8B/%E6%B0%91%E6%B3%95%20%E5%85%B8%3F#art_1",
    );
  });
});
