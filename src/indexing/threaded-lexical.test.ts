import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { createJieba } from "../language/jieba.js";
import { goneTerms } from "./gone-terms.js";
import { fromArrays, LexicalIndex, LexicalIndexBuilder, type LexicalPostings, toArrays } from "./lexical-index.js";
import { packArrays, unpackArrays } from "./packed-arrays.js";
import { toRowFilter } from "./row-filter.js";
import { ThreadedLexical } from "./threaded-lexical.js";

/** `npm test` builds it before. */
const PROGRAM = new URL("../../dist/lexical-thread.js", import.meta.url);
const segmenter = createJieba({ dictionaryDir: "models/jieba", userDictionary: ["区司法局"] });

const ORGANS = ["区司法局", "区财政局", "区教育委员会", "区生态环境局", "街道办事处"];
const DUTIES = ["负责合法性审查", "安排专项经费", "组织公开征求意见", "开展监督检查", "报区政府批准", "建立工作台账"];
const LIMITS = ["在5个工作日内完成", "一般不少于30日", "每季度公布一次", "应当书面告知申请人"];
const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? "";
const texts = Array.from(
  { length: 4_000 },
  (_, at) => `${pick(ORGANS, at * 3)}${pick(DUTIES, at >> 2)}，${pick(LIMITS, at * 7)}${at % 3 ? "" : `，第${at}号`}。`,
);
const QUESTIONS = [
  "合法性审查由谁负责",
  "专项经费 审查 审查",
  "公开征求意见一般不少于30日",
  "第999号",
  "台账",
  "𠀀",
  "",
];

/** The postings as they are read from a large file. */
function shared(rows: readonly string[]): LexicalPostings {
  const builder = new LexicalIndexBuilder(segmenter);
  for (const row of rows) builder.add(row);
  const packed = Buffer.concat(packArrays(toArrays(builder.build())));
  const bytes = new Uint8Array(new SharedArrayBuffer(packed.length));
  bytes.set(packed);
  return fromArrays("file", unpackArrays("file", bytes));
}

const whole = shared(texts);
const oneSegment = new LexicalIndex([{ postings: whole }], texts.length, segmenter);

/** Every tenth row of the base is gone, and as many new ones stand at the end. */
function createTwoSegments(): LexicalIndex {
  const added = texts.filter((_, at) => at % 10 === 0).map((text) => `${text}另行通知。`);
  const kept = texts.length - added.length;
  let next = 0;
  const places = Uint32Array.from(texts, (_, at) => (at % 10 === 0 ? texts.length : next++));
  const gone = {
    words: goneTerms(whole.words, places, texts.length),
    bigrams: goneTerms(whole.bigrams, places, texts.length),
  };
  const delta = { postings: shared(added), places: Uint32Array.from(added, (_, at) => kept + at) };
  return new LexicalIndex([{ postings: whole, places, gone }, delta], texts.length, segmenter);
}

const opened: ThreadedLexical[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((lexical) => lexical.close()));
});

async function warmed(
  index: LexicalIndex,
  program = PROGRAM,
  onLost?: (error: unknown) => void,
): Promise<ThreadedLexical> {
  const lexical = new ThreadedLexical(index, { program, onLost });
  opened.push(lexical);
  await lexical.warmUp();
  return lexical;
}

/** A thread of another program, which says that it is ready. */
function programOf(text: string): URL {
  const path = join(mkdtempSync(join(tmpdir(), "thread-")), "program.mjs");
  writeFileSync(path, `import { parentPort } from "node:worker_threads";\nparentPort.postMessage("ready");\n${text}`);
  return pathToFileURL(path);
}

const threads = (): number => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;

describe.each([
  ["one segment", oneSegment],
  ["two segments", createTwoSegments()],
])("ThreadedLexical over %s", (_, index) => {
  const filter = toRowFilter(texts.length, [
    { first: 5, end: 900 },
    { first: 2_000, end: 3_990 },
  ]);
  const other = toRowFilter(texts.length, [{ first: 0, end: 40 }]);
  const also = [17, 3_999, 0, 2_500];

  it("finds what the index itself finds, to the bit, whatever is asked at once", async () => {
    const lexical = await warmed(index);
    const asked = [undefined, filter, other, filter].flatMap((accept) =>
      QUESTIONS.flatMap((question) => [
        { question, k: 25, accept, also },
        { question, k: 300, accept, also: [] },
      ]),
    );
    const found = await Promise.all(
      asked.map(({ question, k, accept, also }) => lexical.search(question, k, accept, also)),
    );
    expect(found).toEqual(asked.map(({ question, k, accept, also }) => index.search(question, k, accept, also)));
    expect(found[0]?.length).toBeGreaterThan(25);
  });

  it("answers on this thread until it has been warmed up, and on the other from then on", async () => {
    const lexical = new ThreadedLexical(index, { program: PROGRAM });
    opened.push(lexical);
    expect(lexical.search("台账", 5)).toEqual(index.search("台账", 5));
    await lexical.warmUp();
    expect(lexical.search("台账", 5)).toBeInstanceOf(Promise);
    expect(lexical.idf("台账")).toBe(index.idf("台账"));
  });
});

describe("the second thread", () => {
  const expected = QUESTIONS.map((question) => oneSegment.search(question, 30));
  const ask = (lexical: ThreadedLexical) => Promise.all(QUESTIONS.map((question) => lexical.search(question, 30)));

  it("leaves nothing unanswered when it is closed with questions in progress, or asked after", async () => {
    const lost: unknown[] = [];
    const lexical = await warmed(oneSegment, PROGRAM, (error) => lost.push(error));
    const asking = ask(lexical);
    await lexical.close();
    expect(await asking).toEqual(expected);
    expect(await ask(lexical)).toEqual(expected);
    expect(lost).toEqual([]);
  });

  it("leaves nothing unanswered when it dies, and is told to be lost once", async () => {
    const lost: string[] = [];
    const dying = programOf(`parentPort.once("message", () => { throw new Error("no memory left"); });`);
    const lexical = await warmed(oneSegment, dying, (error) => lost.push(String(error)));
    expect(await ask(lexical)).toEqual(expected);
    expect(await ask(lexical)).toEqual(expected);
    expect(lost).toEqual(["Error: no memory left"]);
  });

  it.each([
    ["cannot be started", programOf("").href.replace(".mjs", ".js")],
    ["dies at once", programOf("").href],
  ])("is done without where it %s", async (_, program) => {
    const lexical = await warmed(oneSegment, new URL(program));
    expect(await ask(lexical)).toEqual(expected);
  });

  it("is done without where the postings are not shared", async () => {
    const builder = new LexicalIndexBuilder(segmenter);
    for (const text of texts.slice(0, 20)) builder.add(text);
    const lexical = await warmed(new LexicalIndex([{ postings: builder.build() }], 20, segmenter));
    expect(lexical.search("审查", 3)).not.toBeInstanceOf(Promise);
  });

  it("keeps no program running unless it is at work", async () => {
    const before = threads();
    const lexical = await warmed(oneSegment);
    expect(threads()).toBe(before);
    const asking = ask(lexical);
    expect(threads()).toBeGreaterThan(before);
    await asking;
    expect(threads()).toBe(before);
  });

  it("is given back when the index is closed", async () => {
    const written = join(mkdtempSync(join(tmpdir(), "thread-")), "beats");
    writeFileSync(written, "");
    const beating = programOf(
      `import { appendFileSync } from "node:fs";\nsetInterval(() => appendFileSync(${JSON.stringify(written)}, "."), 1);`,
    );
    const lexical = await warmed(oneSegment, beating);
    await expect.poll(() => statSync(written).size).toBeGreaterThan(0);
    await lexical.close();
    const { size } = statSync(written);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(statSync(written).size).toBe(size);
  });
});
