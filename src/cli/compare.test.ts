import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDataset } from "../evaluation/dataset.js";
import { compareWithOthers } from "./compare.js";
import { type App, openApp } from "./open-app.js";

const indexDir = mkdtempSync(join(tmpdir(), "policy-chat-compare-"));
let app: App;

beforeAll(async () => {
  app = await openApp({ corpusDir: "corpus", indexDir });
});
afterAll(async () => {
  await app.close();
  rmSync(indexDir, { recursive: true, force: true });
});

const citing = (id: string, question: string, eId: string, mustContain: string) =>
  JSON.stringify({
    id,
    question,
    answerable: true,
    citations: [{ document: "朝政发〔2022〕9号", eId }],
    mustContain: [mustContain],
  });

it("asks the product, BM25, vectors and a LangChain pipeline the same questions of the corpus", async () => {
  const dataset = parseDataset(
    [
      citing("a", "朝政发〔2022〕9号第十一条第（三）项", "art_11__point_3", "7个工作日"),
      citing("b", "朝政发〔2022〕9号第十一条第（三）项怎么规定", "art_11__point_3", "7个工作日"),
      '{"id":"n","question":"今天中午食堂有什么菜","answerable":false}',
    ].join("\n"),
    "few.jsonl",
  );
  const [head, ...rows] = (await compareWithOthers(dataset, app)).split("\n").map((line) => line.split(/ {2,}/u));
  expect(head).toEqual(["方案", "文件正确", "条正确", "首条依据准确", "事实完整", "应拒而拒"]);
  expect(rows.map(([name]) => name)).toEqual(["本系统", "仅 BM25", "仅向量", "LangChain 常规流程"]);
  const [product, words, vectors, stock] = rows;
  expect(product?.slice(1)).toEqual(["100.0%", "100.0%", "100.0%", "100.0%", "100.0%"]);
  // Retrieval looks no reference up, and always finds something.
  for (const row of [words, vectors]) {
    expect(Number.parseFloat(row?.[3] ?? "")).toBeLessThan(100);
    expect(row?.at(-1)).toBe("0.0%");
  }
  expect(stock?.slice(2, 4)).toEqual(["—", "—"]);
  expect(stock?.at(-1)).toBe("0.0%");
});
