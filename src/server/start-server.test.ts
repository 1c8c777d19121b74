import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../answering/answer.js";
import { createApp } from "./app.js";
import { splitIntoDeltas } from "./chat-stream.js";
import { createFakeDeps, FakeAnswerer, fakeAnswer } from "./fake-library.js";
import { type RunningServer, startServer } from "./start-server.js";

const running: RunningServer[] = [];

async function start(app: Hono, graceMs?: number): Promise<RunningServer> {
  const options = { app, port: 0, host: "127.0.0.1", log: () => undefined };
  const server = await startServer(graceMs === undefined ? options : { ...options, graceMs });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

function ask(url: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ question: "要多久？" }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function parseEvents(text: string): { event: string; data: unknown }[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("event:"))
    .map((block) => {
      const [event = "", data = ""] = block.split("\n");
      return { event: event.slice(7), data: JSON.parse(data.slice(6)) };
    });
}

function createDeps(reply: () => Promise<Answer>, settings: { heartbeatMs?: number; answerTimeoutMs?: number } = {}) {
  const answerer = new FakeAnswerer();
  answerer.reply = reply;
  const deps = createFakeDeps({ answerer });
  return { ...deps, settings: { ...deps.settings, ...settings } };
}

describe("POST /api/chat as an event stream", () => {
  it("sends status, citations, deltas that make up the answer, the answer, and done", async () => {
    const { url } = await start(createApp(createFakeDeps()));
    const response = await ask(url);
    expect(response.headers.get("Content-Type")).toContain("text/event-stream");
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
    const events = parseEvents(await response.text());
    const names = events.map(({ event }) => event);
    expect(names.filter((name, position) => name !== names[position - 1])).toEqual([
      "status",
      "citations",
      "delta",
      "answer",
      "done",
    ]);
    const deltas = events.filter(({ event }) => event === "delta").map(({ data }) => (data as { text: string }).text);
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.join("")).toBe(fakeAnswer.answer);
    expect(events.find(({ event }) => event === "answer")?.data).toEqual(fakeAnswer);
  });

  it("ends a failure with our own words and done", async () => {
    const { url } = await start(createApp(createDeps(async () => Promise.reject(new Error("secret path")))));
    const text = await (await ask(url)).text();
    expect(parseEvents(text).map(({ event }) => event)).toEqual(["status", "error", "done"]);
    expect(text).toContain('"code":"internal"');
    expect(text).not.toContain("secret");
  });

  it("keeps a slow stream open with comments and ends it at its longest life", async () => {
    const never = () => new Promise<Answer>(() => undefined);
    const { url } = await start(createApp(createDeps(never, { heartbeatMs: 5, answerTimeoutMs: 100 })));
    const text = await (await ask(url)).text();
    expect(text).toContain(": keep-alive\n\n");
    expect(parseEvents(text).map(({ event }) => event)).toEqual(["status", "error", "done"]);
    expect(text).toContain("timed_out");
  });

  it("goes on serving when a reader leaves in the middle", async () => {
    let finish: (answer: Answer) => void = () => undefined;
    const deps = createDeps(() => new Promise((resolve) => (finish = resolve)));
    const { url } = await start(createApp(deps));
    const leaving = new AbortController();
    const response = await ask(url, leaving.signal);
    await response.body?.getReader().read();
    leaving.abort();
    finish(fakeAnswer);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("splitIntoDeltas", () => {
  it.each(["", "\n", "没有标点", "一。二；[1]\n\n- 三！", "。。\n\n"])("loses nothing of %j", (text) => {
    expect(splitIntoDeltas(text).join("")).toBe(text);
  });

  it("keeps a mark with the sentence it stands after", () => {
    expect(splitIntoDeltas("一。[1]二。[2]")).toEqual(["一。[1]", "二。[2]"]);
  });
});

describe("startServer", () => {
  it("lets a request in progress finish before it stops", async () => {
    let finish: (answer: Answer) => void = () => undefined;
    const asked = new Promise<void>((started) => {
      const deps = createDeps(() => {
        started();
        return new Promise((resolve) => (finish = resolve));
      });
      void start(createApp(deps)).then((server) => (reply = ask(server.url)));
    });
    let reply: Promise<Response> | undefined;
    await asked;
    const closing = running[0]?.close();
    finish(fakeAnswer);
    expect(parseEvents((await (await reply)?.text()) ?? "").at(-1)?.event).toBe("done");
    await closing;
  });

  it("cuts what is left after the grace period", async () => {
    const server = await start(createApp(createDeps(() => new Promise<Answer>(() => undefined))), 20);
    const response = await ask(server.url);
    await server.close();
    await expect(response.text()).rejects.toThrow();
  });

  it("rejects when the port is taken", async () => {
    const { url } = await start(new Hono());
    const options = { app: new Hono(), port: Number(new URL(url).port), host: "127.0.0.1", log: () => undefined };
    await expect(startServer(options)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
