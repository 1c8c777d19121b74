import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeEmbedder } from "../../embedding/fake-embedder.js";
import { PolicyChatError } from "../../errors.js";
import { describeEngine, engineDocuments, segmenterFactory } from "../engine.suite.js";
import type { PolicyIndex } from "../policy-index.js";
import { toRowFilter } from "../row-filter.js";
import { buildPostgresIndex } from "./build-postgres.js";
import { createConnection } from "./connection.js";
import { FAKE_PASSWORD, FAKE_USER, startFakePostgres } from "./fake-postgres.js";
import { openPostgresIndex } from "./open-postgres.js";
import { PostgresVectors } from "./postgres-vectors.js";
import { PageAbsentError } from "./provision-pages.js";
import { pageOf, schemaOf } from "./schema.js";

const postgres = await startFakePostgres();
afterAll(() => postgres.close());
const embedder = new FakeEmbedder();
const build = (digest: string, exactRows = 1_000) =>
  buildPostgresIndex({
    corpus: { documents: engineDocuments.slice(0, 12), digest },
    indexUrl: postgres.url,
    embedder,
    segmenterFactory,
    exactRows,
  });
const open = (): Promise<PolicyIndex> => openPostgresIndex(postgres.url, { embedder, segmenterFactory });

/** The error of a promise that must fail. */
async function failureOf(promise: Promise<unknown>): Promise<PolicyChatError> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error instanceof PolicyChatError) return error;
  throw new Error(`no PolicyChatError but ${error}`);
}

function expectUnreachable(error: PolicyChatError): void {
  expect(error).toMatchObject({ name: "IndexUnreachableError", code: "index_unreachable" });
  expect(error.message).toMatch(/^无法使用数据库索引 postgres:\/\/127\.0\.0\.1:\d+\/\w+（\p{Script=Han}+）；请检查/u);
  const told = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;
  expect(told).not.toContain(FAKE_PASSWORD);
  expect(told).not.toContain(FAKE_USER);
}

describeEngine("PostgreSQL", async () => {
  await postgres.empty();
  return {
    build: (documents, digest, model) =>
      buildPostgresIndex({ corpus: { documents, digest }, indexUrl: postgres.url, embedder: model, segmenterFactory }),
    open: (model, corpusDigest) =>
      openPostgresIndex(postgres.url, {
        embedder: model,
        segmenterFactory,
        ...(corpusDigest === undefined ? {} : { corpusDigest }),
      }),
  };
});

describe("an index in a database that breaks", () => {
  let index: PolicyIndex;
  beforeAll(async () => {
    await build("corpus");
    index = await open();
  });
  afterAll(() => index.close());

  it("says so in Chinese without the password, and answers again when the database does", async () => {
    const before = await index.lexical.search("合法性审查", 3);
    postgres.hangUp();
    expectUnreachable(await failureOf((async () => index.lexical.search("专项经费", 3))()));
    expectUnreachable(await failureOf(index.read(() => index.provision("doc-5#art_1"))));
    expectUnreachable(await failureOf(open()));
    expectUnreachable(await failureOf(build("other")));
    // What was asked before is still known.
    expect(await index.lexical.search("合法性审查", 3)).toEqual(before);
    await postgres.listen();
    expect(await index.lexical.search("专项经费", 3)).toHaveLength(3);
    expect((await index.read(() => index.provision("doc-5#art_1")))?.id).toBe("doc-5#art_1");
  });

  it("reports a query that is cut off while it runs", async () => {
    const connection = createConnection(postgres.url);
    const asked = failureOf(connection.query("select pg_sleep(0.3)"));
    await new Promise((resume) => setTimeout(resume, 50));
    postgres.hangUp();
    expectUnreachable(await asked);
    await postgres.listen();
    await connection.close();
  });

  it("names what is wrong by its code, not by the server's words", async () => {
    const connection = createConnection(postgres.url);
    const error = await failureOf(connection.query("select $1::int", ["a secret question"]));
    expect(error).toMatchObject({ name: "IndexQueryFailedError", code: "internal" });
    expect(error.message).toContain("（22P02）");
    expect(error.message).not.toContain("secret");
    await connection.close();
  });
});

describe("generations in a database", () => {
  it("keeps two, and a server of one that has gone is told to start again", async () => {
    await postgres.empty();
    await build("1");
    const index = await open();
    await build("2");
    expect(await index.lexical.search("台账", 2)).toHaveLength(2);
    await build("3");
    const { message } = await failureOf((async () => index.lexical.search("催办", 2))());
    expect(message).toContain("这一版索引已被撤换");
    await index.close();
    const connection = createConnection(postgres.url);
    const schemas = await connection.query(
      "select nspname from pg_namespace where nspname like 'policy_chat%' order by 1",
    );
    expect(schemas).toEqual(["policy_chat", schemaOf(2), schemaOf(3)].map((nspname) => ({ nspname })));
    await connection.close();
  });
});

describe("the vectors' graph", () => {
  it("finds what comparing every vector finds, filters included", async () => {
    await postgres.empty();
    await build("exact");
    const index = await open();
    const { vectors } = await build("graph", 50);
    const connection = createConnection(postgres.url);
    const graph = new PostgresVectors({
      connection,
      schema: schemaOf(2),
      dimensions: embedder.dimensions,
      size: index.size,
      settings: vectors,
      filteredExactly: 0,
    });
    const scans = async (): Promise<number> => {
      const [stored] = await connection.query<{ count: string }>(
        `select pg_stat_force_next_flush(), idx_scan as count from pg_stat_user_indexes
         where schemaname = $1 and indexrelname like '%embedding%'`,
        [schemaOf(2)],
      );
      return Number(stored?.count);
    };
    // So few rows are faster read than looked up, which the planner knows.
    await connection.query("set enable_seqscan = off");
    await scans();
    const before = await scans();
    const half = toRowFilter(index.size, [{ first: 0, end: 60 }]);
    for (const vector of await embedder.embed(["合法性审查", "专项经费由谁安排", "逾期催办"])) {
      for (const filter of [undefined, half]) {
        const expected = await index.vectors.search(vector, 10, filter);
        const found = await graph.search(vector, 10, filter);
        expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 5)));
      }
    }
    await scans();
    expect((await scans()) - before).toBe(6);
    await connection.query("reset enable_seqscan");
    await connection.close();
    await index.close();
  });
});

describe("pages of provisions", () => {
  it("hold a top place with all below it, and the outline of a document together", () => {
    expect(["art_1__point_2", "art_1", "sec_3__subsec_1", "annex_1__sec_2"].map(pageOf)).toEqual([
      "art_1",
      "art_1",
      "sec_3",
      "annex_1",
    ]);
    expect(["book_1", "chp_2__sec_1", "book_1__chp_1"].map(pageOf)).toEqual(["outline", "outline", "outline"]);
  });

  it("stop a reading outside read, and are there when their rows have been asked for", async () => {
    const index = await open();
    expect(() => index.provision("doc-9#art_3")).toThrow(PageAbsentError);
    await index.places([92]);
    expect(index.provision("doc-9#art_3")?.id).toBe("doc-9#art_3");
    await index.close();
  });
});
