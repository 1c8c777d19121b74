import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSources, loadFiles } from "./load.js";

const ARCHIVE = fileURLToPath(new URL("../../../shared/data/laws.tar.xz", import.meta.url));
const missing = !existsSync(ARCHIVE);
if (missing) console.warn(`跳过：没有法规集 ${ARCHIVE}，未核对条文数。`);

/** Lines that begin 第…条, counted without the parser. */
function articleLines(text: string): number {
  return text.split("\n").filter((line) => /^\s*第\s?[〇零一二三四五六七八九十百千0-9]+\s?条/.test(line)).length;
}

describe.skipIf(missing)("3,423 laws and regulations", () => {
  let folder = "";
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
});
