import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { listGenerations } from "../indexing/generation.js";
import { createApp } from "../server/app.js";
import { createFakeDeps } from "../server/fake-library.js";
import { type RunningServer, startServer } from "../server/start-server.js";
import { buildApp } from "./build-app.js";
import { LiveApp } from "./live-app.js";
import { openEmbedder } from "./models.js";
import { openApp, reopenApp } from "./open-app.js";

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const folder = mkdtempSync(join(tmpdir(), "live-"));
const folders = { corpusDir: join(folder, "corpus"), indexDir: join(folder, "index") };

function writeRule(days: number): void {
  const articles = Array.from({ length: 20 }, (_, at) => `第${at + 1}条 第${at + 1}类事项由承办单位办理。`);
  writeFileSync(
    join(folders.corpusDir, "rule.md"),
    ["# 会议规定", ...articles, `第二十一条 会议记录应当在${days}日内归档。`].join("\n\n"),
  );
}

async function ask(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question: "会议记录几日内归档？" }),
  });
  return { status: response.status, text: await response.text() };
}

it("takes a new generation live without dropping a request, and an older one in place of one that is damaged", async () => {
  mkdirSync(folders.corpusDir);
  writeRule(5);
  const opened = await openApp(folders);
  const newest = () => listGenerations(folders.indexDir)[0]?.number ?? 0;
  const taken: number[] = [];
  const refused: unknown[] = [];
  const live = new LiveApp(opened, newest(), {
    newest,
    openNewest: () => reopenApp(folders, opened.models, {}),
    onTaken: (generation) => taken.push(generation),
    onRefused: (_, error) => refused.push(error),
  });
  const deps = createFakeDeps();
  const app = createApp({
    ...deps,
    answerer: live.answerer,
    library: live.library,
    search: (q, k) => live.search(q, k),
  });
  const server = await startServer({ app, port: 0, host: "127.0.0.1", log: () => undefined });
  running.push(server);
  let isAsking = true;
  const seen: { status: number; text: string }[] = [];
  const askOn = async (): Promise<void> => {
    while (isAsking) seen.push(await ask(server.url));
  };
  const asking = [askOn(), askOn(), askOn()];
  const embedder = await openEmbedder();
  for (const days of [6, 7, 8]) {
    writeRule(days);
    await buildApp(folders, embedder);
    await live.refresh();
    expect((await ask(server.url)).text).toContain(`${days}日内归档`);
  }
  mkdirSync(join(folders.indexDir, "gen-99"));
  await live.refresh();
  await live.refresh();
  isAsking = false;
  await Promise.all(asking);
  expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.every(({ text }) => /[5678]日内归档/u.test(text))).toBe(true);
  expect([taken, refused]).toEqual([[2, 3, 4, 99], []]);
  expect((await ask(server.url)).text).toContain("8日内归档");
  await live.close();
});
