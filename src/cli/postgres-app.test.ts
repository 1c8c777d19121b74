import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer } from "../answering/answer.js";
import { loadDataset } from "../evaluation/dataset.js";
import { startFakePostgres } from "../indexing/postgres/fake-postgres.js";
import { createApp } from "../server/app.js";
import { type App, openApp } from "./open-app.js";

/** Enough to meet lists, tables, amendments, places and refusals. */
const QUESTIONS = 24;

const postgres = await startFakePostgres();
const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));
let files: App;
let database: App;

beforeAll(async () => {
  files = await openApp({ corpusDir: "corpus", indexDir: folder("index") });
  vi.stubEnv("INDEX_URL", postgres.url);
  await (await openApp({ corpusDir: "corpus", indexDir: folder("unused") })).close();
  // Another server, which has neither the source texts nor anything in memory.
  database = await openApp({ corpusDir: join(folder("empty"), "absent"), indexDir: folder("unused") });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await files.close();
  await database.close();
  await postgres.close();
});

const untimed = ({ elapsedMs: _, ...answer }: Answer): object => answer;

describe("a server whose index lies in PostgreSQL", () => {
  it("answers as one with files does", async () => {
    const { questions } = await loadDataset("evals/chaoyang.dev.jsonl");
    for (const question of questions.slice(0, QUESTIONS)) {
      const expected = await files.answerer.answer(question);
      expect(untimed(await database.answerer.answer(question))).toEqual(untimed(expected));
    }
  });

  it("ranks as one with files does", async () => {
    for (const question of ["征求意见要多长时间", "财政部门做什么", "没有经过审查可以上会吗"]) {
      const expected = await files.retriever.search(question, { k: 50 });
      const found = await database.retriever.search(question, { k: 50 });
      expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 3)));
    }
  });

  it("shows documents that no question has fetched, and lives through a cut line", async () => {
    const { answerer, library, retriever } = await openApp({ corpusDir: "corpus", indexDir: folder("unused") });
    const app = createApp({
      answerer,
      library,
      search: (question, k) => retriever.search(question, { k }),
      feedback: async () => {},
      suggestions: async () => [],
      widgetScript: "",
      channels: [],
      settings: { siteName: "问答", allowedOrigins: [], bodyLimitBytes: 1e5, answerTimeoutMs: 1e4, heartbeatMs: 1e4 },
      log: () => {},
      now: Date.now,
      isReady: () => true,
    });
    const [document] = library.documents;
    const id = document?.documentId ?? "";
    const { provisions } = (await (await app.request(`/api/documents/${id}`)).json()) as { provisions: object[] };
    expect(provisions.length).toBeGreaterThan(0);
    expect(await (await app.request(`/documents/${id}`)).text()).toContain(document?.title);
    const found = await (await app.request("/api/search?q=专家论证&k=3")).json();
    expect(found).toMatchObject({ results: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] });

    postgres.hangUp();
    const refused = await app.request("/api/search?q=科学素质&k=3");
    expect([refused.status, await refused.json()]).toMatchObject([503, { error: { code: "not_ready" } }]);
    await postgres.listen();
    expect((await app.request("/api/search?q=科学素质&k=3")).status).toBe(200);
  });
});
