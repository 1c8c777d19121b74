import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCorpus } from "./load.js";
import { CorpusUnreadableError } from "./problem.js";

const GOOD = "# 某规定\n\n第一条 甲。\n";
/** 第一条 甲。 in GB18030. */
const GB18030 = Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3]);
/** 第一條 in Big5. */
const BIG5 = Buffer.from([0xb2, 0xc4, 0xa4, 0x40, 0xb1, 0xf8, 0xa4, 0x40, 0xa4, 0x40]);

describe("loadCorpus", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "corpus-"));
    await writeFile(join(folder, "good.md"), GOOD);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const textsOf = async () => {
    const { documents } = await loadCorpus(folder);
    return Object.fromEntries(documents.map(({ documentId, provisions }) => [documentId, provisions.at(-1)?.text]));
  };

  it("reads UTF-8, UTF-8 with a byte order mark, and GB18030", async () => {
    await writeFile(join(folder, "bom.txt"), `\uFEFF${GOOD}`);
    await writeFile(join(folder, "gb.txt"), GB18030);
    expect(await textsOf()).toEqual({ good: "甲。", bom: "甲。", gb: "甲。" });
  });

  it.each([
    ["empty.txt", Buffer.alloc(0), "empty", null],
    ["blank.txt", Buffer.from(" \n\n"), "empty", null],
    ["binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "not_text", null],
    ["big5.txt", BIG5, "not_text", null],
    ["scan.pdf", Buffer.from("%PDF-1.7"), "unsupported_type", null],
    ["line.txt", Buffer.from(`第一条 甲。\n${"甲".repeat(1_000_001)}`), "line_too_long", 2],
    ["huge.txt", Buffer.alloc(100 * 1024 * 1024, "a"), "too_large", null],
  ])("says what is wrong with %s and reads the others", async (file, bytes, kind, line) => {
    await writeFile(join(folder, file), bytes);
    const { documents, problems } = await loadCorpus(folder);
    expect(problems).toMatchObject([{ file, kind, line }]);
    expect(documents.map(({ documentId }) => documentId)).toEqual(["good"]);
  });

  it("names documents by their path and lists every file with its digest", async () => {
    await mkdir(join(folder, "北京", "法规"), { recursive: true });
    await writeFile(join(folder, "北京", "法规", "某条例(2020-05-14).md"), GOOD);
    await writeFile(join(folder, "README.md"), "# 说明");
    const { documents, files } = await loadCorpus(folder);
    expect(documents.map(({ documentId }) => documentId)).toEqual(["good", "北京/法规/某条例(2020-05-14)"]);
    expect(files.map(({ file }) => file)).toEqual(["good.md", "北京/法规/某条例(2020-05-14).md"]);
    expect(files[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(files[0]?.digest).toBe(files[1]?.digest);
  });

  it("keeps the ids of two files of one name apart", async () => {
    await writeFile(join(folder, "good.txt"), "别的内容。");
    expect(Object.keys(await textsOf()).sort()).toEqual(["good", "good.txt"]);
  });

  it("tells how far it is", async () => {
    const seen: [number, number][] = [];
    await loadCorpus(folder, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([[1, 1]]);
  });

  it("refuses a folder that is not there", async () => {
    await expect(loadCorpus(join(folder, "missing"))).rejects.toThrow(CorpusUnreadableError);
  });
});
