import { describe, expect, it } from "vitest";
import { toBaseUrl, toReaderUrl } from "./chat-client.js";
import { isSendKey } from "./composer.js";
import { toPlainText } from "./render.js";

describe("toBaseUrl", () => {
  it.each([
    [null, "https://site.example"],
    ["", "https://site.example"],
    ["https://policy.example", "https://policy.example"],
    ["https://policy.example/", "https://policy.example"],
    ["https://policy.example/api/chat", "https://policy.example"],
    ["/policy", "https://site.example/policy"],
    ["/policy/api/chat/", "https://site.example/policy"],
  ])("reads the endpoint %j as %s", (endpoint, expected) => {
    expect(toBaseUrl(endpoint, "https://site.example/deep/page.html?x#y")).toBe(expected);
  });
});

describe("toReaderUrl", () => {
  it("names the quoted words in the query and keeps the fragment", () => {
    const place = { url: "/documents/g/1#art_11", eId: "art_11", quoteStart: 0, quoteEnd: 36 };
    expect(toReaderUrl("https://policy.example", place)).toBe(
      "https://policy.example/documents/g/1?place=art_11&from=0&to=36#art_11",
    );
  });
});

describe("isSendKey", () => {
  const enter = { key: "Enter", shiftKey: false, isComposing: false, keyCode: 13 };
  it.each([
    ["Enter", enter, true],
    ["Shift and Enter", { ...enter, shiftKey: true }, false],
    ["Enter that ends a composition", { ...enter, isComposing: true }, false],
    ["Enter as Safari reports it after a composition", { ...enter, keyCode: 229 }, false],
    ["a letter", { ...enter, key: "a", keyCode: 65 }, false],
  ])("judges %s", (_name, event, sends) => {
    expect(isSendKey(event)).toBe(sends);
  });
});

describe("toPlainText", () => {
  it("drops marks and keeps words", () => {
    expect(toPlainText("## 题\n> **一般**不少于\\*7个~~工作~~日。[1]")).toBe("题\n一般不少于*7个工作日。[1]");
  });
});
