import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSources, loadFiles, resolve } from "./load.js";
import type { PolicyDocument } from "./provision.js";

const ARCHIVE = fileURLToPath(new URL("../../../shared/data/laws.tar.xz", import.meta.url));
const missing = !existsSync(ARCHIVE);
if (missing) console.warn(`跳过：没有法规集 ${ARCHIVE}，未核对条文数。`);

/** Lines that begin 第…条, counted without the parser. */
function articleLines(text: string): number {
  return text.split("\n").filter((line) => /^\s*第\s?[〇零一二三四五六七八九十百千0-9]+\s?条/.test(line)).length;
}

describe.skipIf(missing)("3,423 laws and regulations", () => {
  let folder = "";
  const documents: PolicyDocument[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "laws-"));
    execFileSync("tar", ["-xJf", ARCHIVE, "-C", folder]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("parse with proved coverage and with the article count of their lines in at least 99 % of the files", async () => {
    let files = 0;
    let lines = 0;
    const unlike: string[] = [];
    const unparsed: string[] = [];
    for await (const { file, parsed } of loadFiles(folder, await listSources(folder))) {
      files++;
      documents.push(...(parsed?.documents ?? []));
      const articles = parsed?.documents.flatMap((d) => d.provisions.filter(({ level }) => level === "article")).length;
      const expected = parsed ? articleLines(parsed.text) : -1;
      lines += expected;
      if (!parsed) unparsed.push(file);
      else if (articles !== expected) unlike.push(`${file}: ${articles} / ${expected}`);
    }
    console.log(
      `${files} files, ${lines} lines 第…条, ${unparsed.length} unparsed, other counts: ${unlike.join("; ")}`,
    );
    expect(files).toBe(3423);
    expect(unparsed).toEqual([]);
    expect(unlike.length).toBeLessThanOrEqual(files * 0.01);
  });

  it("are versions of one text where they number the same places, and parts of it where they do not", () => {
    const resolved = new Map(resolve(documents).map((document) => [document.documentId, document]));
    const statusOf = (id: string) => resolved.get(`laws/${id}`)?.status;
    const code = ["总则", "物权编", "合同编", "人格权编", "婚姻家庭编", "继承编", "侵权责任编", "附则"];
    expect(code.map((part) => statusOf(`民法典/${part}`))).toEqual(code.map(() => "in_force"));
    expect(resolved.get("laws/诉讼与非诉讼程序法/行政复议法(2017-09-01)")?.supersededFrom).toBe("2024-01-01");
    expect(statusOf("诉讼与非诉讼程序法/行政复议法(2023-09-01)")).toBe("in_force");
    // The older file has no date of its own; what it says of its beginning tells.
    const local = "DLC/上海地方法规/地方性法规/上海/上海市推进国际金融中心建设条例";
    expect([local, `${local}(2024-08-22)`].map(statusOf)).toEqual(["superseded", "in_force"]);
    const bare = documents.filter(({ title }) => /^(?:适用法律)?若干(?:问题)?的?(?:规定|解释)$/u.test(title));
    expect(bare.map(({ documentId }) => documentId)).toEqual([]);
    expect([...resolved.values()].filter(({ status }) => status === "superseded").length).toBeGreaterThan(90);
  });
});
