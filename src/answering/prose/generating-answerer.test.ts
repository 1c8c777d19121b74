import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../answer.js";
import { type ChatBehaviour, type FakeChatServer, startFakeChatServer } from "./fake-chat-server.js";
import { fluentCases } from "./fluent-prose.js";
import { type ChatModelSettings, openChatModel } from "./generate.js";
import { createGeneratingAnswerer } from "./generating-answerer.js";

const { question, extractive, close } = fluentCases[0] as (typeof fluentCases)[number];
const KEY = "sk-very-secret";
const TIMEOUT_MS = 300;

let server: FakeChatServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Setup {
  readonly behaviour?: ChatBehaviour | (() => ChatBehaviour);
  readonly found?: Answer;
  readonly settings?: Partial<ChatModelSettings>;
  readonly callsPerMinute?: number;
}

async function setUp({ behaviour, found = extractive, settings, callsPerMinute = 100 }: Setup) {
  server = await startFakeChatServer(() => {
    const given = typeof behaviour === "function" ? behaviour() : behaviour;
    return given ?? { kind: "reply", text: close };
  });
  const model = await openChatModel({
    provider: "openai",
    model: "fake-model",
    baseUrl: server.baseUrl,
    apiKey: KEY,
    timeoutMs: TIMEOUT_MS,
    maxTokens: 321,
    ...settings,
  });
  const warnings: string[] = [];
  const deps = { model, callsPerMinute, now: () => performance.now(), warn: (line: string) => warnings.push(line) };
  const answerer = createGeneratingAnswerer({ answer: async () => found }, deps);
  return { ask: () => answerer.answer({ question }), warnings, requests: server.requests };
}

const isExtractive = (answer: Answer) => {
  expect(answer).toEqual({ ...extractive, elapsedMs: answer.elapsedMs });
};

describe("an answerer with a chat model", () => {
  it("shows proved prose and says that it was generated", async () => {
    const { ask, warnings, requests } = await setUp({});
    const answer = await ask();
    expect(answer).toMatchObject({ mode: "generated", answer: close, citations: extractive.citations });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      authorization: `Bearer ${KEY}`,
      body: { model: "fake-model", stream: true, max_tokens: 321 },
    });
    expect(warnings).toEqual([]);
  });

  it("never sends a refusal", async () => {
    const refused: Answer = {
      ...extractive,
      status: "refused",
      citations: [],
      refusal: { reason: "no_basis", nearest: [] },
    };
    const { ask, requests } = await setUp({ found: refused });
    expect(await ask()).toEqual(refused);
    expect(requests).toHaveLength(0);
  });

  it.each<[string, string]>([
    ["an invented article", `${close}根据第三十条规定，逾期视为同意。[1]`],
    ["injected text", `${close}<script>alert(1)</script>请拨打 12345 咨询。[1]`],
  ])("leaves %s out", async (_, text) => {
    const { ask } = await setUp({ behaviour: { kind: "reply", text } });
    expect(await ask()).toMatchObject({ mode: "generated", answer: close });
  });

  it.each<[string, ChatBehaviour]>([
    ["changes 30 to 20", { kind: "reply", text: close.replace("30", "20") }],
    ["drops the marks", { kind: "reply", text: close.replaceAll("[1]", "") }],
    ["says 可以 for 应当", { kind: "reply", text: close.replace("应当", "可以") }],
    ["declines", { kind: "reply", text: "抱歉，我无法回答这个问题。" }],
    ["says nothing", { kind: "reply", text: "" }],
    ["is stopped at its limit", { kind: "reply", text: close, finish: "length" }],
    ["is stopped by a filter", { kind: "reply", text: close, finish: "content_filter" }],
    ["answers 500", { kind: "status", status: 500, body: "oops" }],
    ["answers 429", { kind: "status", status: 429, body: '{"error":{"message":"slow down"}}' }],
    ["answers 401", { kind: "status", status: 401, body: `{"error":{"message":"bad key ${KEY}"}}` }],
    ["sends garbage", { kind: "raw", body: '{"choices": [{]' }],
    ["breaks off", { kind: "cut", text: close }],
    ["ends without an end", { kind: "unfinished", text: close }],
    ["never answers", { kind: "hang" }],
    ["stops in the middle", { kind: "hang", after: close }],
    ["never stops", { kind: "endless" }],
  ])("gives the extractive answer when the model %s", async (_, behaviour) => {
    const { ask, warnings } = await setUp({ behaviour });
    isExtractive(await ask());
    expect(warnings.join()).not.toMatch(new RegExp(`${KEY}|127\\.0\\.0\\.1|${question}`, "u"));
  });

  it("gives the extractive answer when nothing listens, and says so once in Chinese", async () => {
    const { ask, warnings } = await setUp({ settings: { baseUrl: "http://127.0.0.1:9/v1" } });
    isExtractive(await ask());
    isExtractive(await ask());
    expect(warnings).toEqual(["语言模型接口无法连接或答复无法读取，以原文作答"]);
  });

  it("says that the time is up when it is", async () => {
    const { ask, warnings } = await setUp({ behaviour: { kind: "hang", after: close } });
    isExtractive(await ask());
    expect(warnings).toEqual(["语言模型没有在限定时间内答完，以原文作答"]);
  });

  it("takes the reply of a server that knows no streams", async () => {
    const { ask } = await setUp({ behaviour: { kind: "whole", text: close } });
    expect(await ask()).toMatchObject({ mode: "generated", answer: close });
  });

  it("says once that prose was not proved", async () => {
    const { ask, warnings } = await setUp({ behaviour: { kind: "reply", text: "可以补交。[1]" } });
    isExtractive(await ask());
    isExtractive(await ask());
    expect(warnings).toHaveLength(1);
  });

  it("says again what goes wrong after it went well", async () => {
    const outcomes: ChatBehaviour[] = [
      { kind: "status", status: 500, body: "" },
      { kind: "reply", text: close },
      { kind: "status", status: 500, body: "" },
    ];
    const { ask, warnings } = await setUp({ behaviour: () => outcomes.shift() ?? { kind: "hang" } });
    for (let i = 0; i < 3; i++) await ask();
    expect(warnings).toEqual(Array(2).fill("语言模型接口返回500，以原文作答"));
  });

  it("asks no more than its budget allows", async () => {
    const { ask, warnings, requests } = await setUp({ callsPerMinute: 1 });
    expect((await ask()).mode).toBe("generated");
    isExtractive(await ask());
    expect(requests).toHaveLength(1);
    expect(warnings).toEqual(["语言模型的调用次数已用完或正在停用，以原文作答"]);
  });

  it("leaves a failing model alone after three failures", async () => {
    const { ask, requests } = await setUp({ behaviour: { kind: "status", status: 503, body: "" } });
    for (let i = 0; i < 5; i++) isExtractive(await ask());
    expect(requests).toHaveLength(3);
  });

  it("speaks to Ollama as well", async () => {
    const lines = [
      { message: { role: "assistant", content: close }, done: false },
      { message: { role: "assistant", content: "" }, done: true, done_reason: "stop" },
    ];
    const seen: unknown[] = [];
    const ollama = createServer((request, response) => {
      seen.push([request.url, request.headers.authorization]);
      response.end(lines.map((line) => `${JSON.stringify({ model: "m", created_at: "t", ...line })}\n`).join(""));
    });
    await new Promise<void>((resolve) => ollama.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(ollama.address() as AddressInfo).port}`;
    const { ask } = await setUp({ settings: { provider: "ollama", model: "qwen2.5:7b", baseUrl } });
    expect(await ask()).toMatchObject({ mode: "generated", answer: close });
    expect(seen).toEqual([["/api/chat", `Bearer ${KEY}`]]);
    ollama.close();
  });
});
