import { describe, expect, it } from "vitest";
import type { Answer } from "../answering/answer.js";
import { createApp } from "./app.js";
import { createFakeDeps, FakeAnswerer, fakeAnswer } from "./fake-library.js";

const JSON_TYPE = { "Content-Type": "application/json" };

function post(
  app: ReturnType<typeof createApp>,
  path: string,
  body: unknown,
  headers: Record<string, string> = JSON_TYPE,
) {
  return app.request(path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });
}

async function errorOf(response: Response): Promise<{ status: number; code: string; message: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return { status: response.status, ...error };
}

describe("POST /api/chat", () => {
  it("answers with the Answer object", async () => {
    const response = await post(createApp(createFakeDeps()), "/api/chat", { question: "要多久？" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(fakeAnswer);
  });

  it("hands the history on, and the turns of a session that sends none", async () => {
    const answerer = new FakeAnswerer();
    const app = createApp(createFakeDeps({ answerer }));
    const history = [{ role: "user", content: "前一问" }];
    await post(app, "/api/chat", { question: "那由谁来做？", history });
    await post(app, "/api/chat", { question: "要多久？", sessionId: "s1" });
    await post(app, "/api/chat", { question: "那由谁来做？", sessionId: "s1" });
    await post(app, "/api/chat", { question: "那由谁来做？", sessionId: "s2" });
    expect(answerer.asked.map((asked) => asked.history)).toEqual([
      history,
      [],
      [
        { role: "user", content: "要多久？" },
        { role: "assistant", content: fakeAnswer.answer },
      ],
      [],
    ]);
  });

  it.each([
    ["broken JSON", "{", JSON_TYPE, 400, "bad_json"],
    ["no JSON content type", "{}", { "Content-Type": "text/plain" }, 415, "unsupported_media_type"],
    ["a missing question", {}, JSON_TYPE, 400, "question_missing"],
    ["a blank question", { question: " 　\n" }, JSON_TYPE, 400, "question_missing"],
    ["a question that is no text", { question: 5 }, JSON_TYPE, 400, "question_missing"],
    ["a question of 2,001 characters", { question: "问".repeat(2_001) }, JSON_TYPE, 400, "question_too_long"],
    [
      "a history of the wrong shape",
      { question: "问", history: [{ role: "system", content: "" }] },
      JSON_TYPE,
      400,
      "bad_request",
    ],
    ["a body over the limit", { question: "问".repeat(30_000) }, JSON_TYPE, 413, "body_too_large"],
  ])("refuses %s", async (_name, body, headers, status, code) => {
    const error = await errorOf(await post(createApp(createFakeDeps()), "/api/chat", body, headers));
    expect(error).toMatchObject({ status, code });
    expect(error.message).toMatch(/\p{Script=Han}.*。$/u);
  });

  it("takes a question of exactly 2,000 characters", async () => {
    expect((await post(createApp(createFakeDeps()), "/api/chat", { question: "问".repeat(2_000) })).status).toBe(200);
  });

  it("keeps a failure's words and the question out of the reply and the log", async () => {
    const answerer = new FakeAnswerer();
    answerer.reply = async ({ question }) => Promise.reject(new Error(`secret path, asked ${question}`));
    const lines: string[] = [];
    const app = createApp(createFakeDeps({ answerer, log: (...line) => void lines.push(JSON.stringify(line)) }));
    const response = await post(app, "/api/chat", { question: "保密的问题" });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text).error.code).toBe("internal");
    expect(text).not.toMatch(/secret|保密/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("app.test.ts");
    expect(lines[0]).not.toMatch(/secret|保密/);
  });

  it("gives up on an answer that takes too long", async () => {
    const answerer = new FakeAnswerer();
    answerer.reply = () => new Promise<Answer>(() => undefined);
    const deps = createFakeDeps({ answerer });
    const app = createApp({ ...deps, settings: { ...deps.settings, answerTimeoutMs: 5 } });
    expect(await errorOf(await post(app, "/api/chat", { question: "问" }))).toMatchObject({
      status: 504,
      code: "timed_out",
    });
  });

  it("refuses questions until it is ready", async () => {
    const app = createApp(createFakeDeps({ isReady: () => false }));
    expect((await post(app, "/api/chat", { question: "问" })).status).toBe(503);
    expect((await app.request("/api/search?q=x")).status).toBe(503);
    expect((await app.request("/readyz")).status).toBe(503);
    expect((await app.request("/healthz")).status).toBe(200);
  });
});

describe("routes", () => {
  it.each([
    ["GET", "/api/chat", "POST"],
    ["GET", "/api/feedback", "POST"],
    ["POST", "/api/search?q=x", "GET, HEAD"],
    ["DELETE", "/api/documents/gazette/1", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
    ["PUT", "/policy-chat.js", "GET, HEAD"],
  ])("refuses %s %s and names the method it takes", async (method, path, allow) => {
    const response = await createApp(createFakeDeps()).request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allow);
    expect((await errorOf(response)).code).toBe("method_not_allowed");
  });

  it("answers an unknown route with an error and no innards", async () => {
    expect(await errorOf(await createApp(createFakeDeps()).request("/api/nothing"))).toMatchObject({
      status: 404,
      code: "not_found",
    });
  });

  it("mounts channels under their path", async () => {
    const { Hono } = await import("hono");
    const channel = { path: "/webhooks/test", app: new Hono().post("/", (c) => c.text("here")) };
    const response = await createApp(createFakeDeps({ channels: [channel] })).request("/webhooks/test", {
      method: "POST",
    });
    expect(await response.text()).toBe("here");
  });
});

describe("POST /api/feedback", () => {
  it("keeps a thumb and a remark with the moment", async () => {
    const kept: unknown[] = [];
    const app = createApp(createFakeDeps({ feedback: async (record) => void kept.push(record), now: () => 0 }));
    const response = await post(app, "/api/feedback", {
      thumb: "down",
      remark: " 出处不对 ",
      question: "问",
      provisionIds: ["a#b"],
    });
    expect(response.status).toBe(201);
    expect(kept).toEqual([
      { thumb: "down", remark: "出处不对", question: "问", provisionIds: ["a#b"], at: "1970-01-01T00:00:00.000Z" },
    ]);
  });

  it("refuses feedback without a thumb", async () => {
    expect(await errorOf(await post(createApp(createFakeDeps()), "/api/feedback", { remark: "x" }))).toMatchObject({
      status: 400,
      code: "bad_request",
      message: "字段 thumb 不符合要求。",
    });
  });
});

describe("headers", () => {
  const allowed = "https://www.example.gov.cn";
  const deps = createFakeDeps();
  const app = createApp({ ...deps, settings: { ...deps.settings, allowedOrigins: [allowed] } });

  it("lets a listed origin use the API and no other", async () => {
    const preflight = (origin: string) =>
      app.request("/api/chat", {
        method: "OPTIONS",
        headers: {
          Origin: origin,
          "Access-Control-Request-Method": "POST",
          "Access-Control-Request-Headers": "content-type",
        },
      });
    expect((await preflight(allowed)).headers.get("Access-Control-Allow-Origin")).toBe(allowed);
    expect((await preflight("https://evil.example")).headers.get("Access-Control-Allow-Origin")).toBeNull();
    const reply = await post(app, "/api/chat", { question: "问" }, { ...JSON_TYPE, Origin: allowed });
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBe(allowed);
  });

  it("guards pages without breaking the widget on other sites", async () => {
    const { headers } = await app.request("/");
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    expect(headers.get("Content-Security-Policy")).toContain(`frame-ancestors 'self' ${allowed}`);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBeNull();
    const script = await app.request("/policy-chat.js");
    expect(script.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });

  it("serves the widget once and then says that it has not changed", async () => {
    const first = await app.request("/policy-chat.js");
    const etag = first.headers.get("ETag") ?? "";
    expect(await first.text()).toBe("/* widget */");
    expect((await app.request("/policy-chat.js", { headers: { "If-None-Match": etag } })).status).toBe(304);
  });
});

describe("GET /metrics", () => {
  it("counts by route and outcome and never holds a question", async () => {
    const app = createApp(createFakeDeps());
    await post(app, "/api/chat", { question: "独一无二的问题" });
    await app.request(`/api/search?q=${encodeURIComponent("独一无二的问题")}`);
    await app.request("/secret-path");
    const text = await (await app.request("/metrics")).text();
    expect(text).toContain('policy_chat_answers_total{status="answered",reason="none",mode="extractive"} 1');
    expect(text).toContain('http_requests_total{method="POST",route="/api/chat",status="200"} 1');
    expect(text).toContain('http_requests_total{method="GET",route="/api/search",status="200"} 1');
    expect(text).not.toMatch(/独一无二|secret-path/);
  });
});
