import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakeDocument } from "../corpus/fake-library.js";
import { FakeEmbedder } from "../embedding/fake-embedder.js";
import { createJieba } from "../language/jieba.js";
import type { SegmenterFactory } from "../language/segmenter.js";
import { buildIndex } from "./build.js";
import { FILE, listGenerations } from "./generation.js";
import { IndexDamagedError, IndexWriteFailedError } from "./index-errors.js";
import { openIndex } from "./open.js";
import { provisionIdsOf } from "./policy-index.js";

const segmenterFactory: SegmenterFactory = (userDictionary) =>
  createJieba({ dictionaryDir: "models/jieba", userDictionary });
const newFolder = (): string => mkdtempSync(join(tmpdir(), "index-"));
const embedder = new FakeEmbedder();
const documents = [fakeDocument("rule", ["决策草案须经区司法局进行合法性审查。", "期限一般不少于30日。"])];

const build = (indexDir: string, digest: string) =>
  buildIndex({ corpus: { documents, digest }, indexDir, embedder, segmenterFactory });

/** Opens, asks, and says which corpus the answering generation was made of. */
async function servedCorpus(indexDir: string): Promise<string> {
  const index = await openIndex(indexDir, { segmenterFactory, embedder });
  try {
    expect(index.provision("rule#art_2")?.text).toBe("期限一般不少于30日。");
    const [best] = await index.lexical.search("合法性审查", 1);
    expect(await provisionIdsOf(index, [best?.row ?? -1])).toEqual(["rule#art_1"]);
    return index.manifest.corpusDigest;
  } finally {
    index.close();
  }
}

const sound = newFolder();
await build(sound, "old");
await build(sound, "new");
const [newest, older] = listGenerations(sound);
/** What serving reads; how the sources were and the digests of the searched texts are read by the next build only. */
const UNSERVED: readonly string[] = [FILE.searchDigests, FILE.sources];
const names = readdirSync(newest?.path ?? "").filter((name) => !UNSERVED.includes(name));

/** A copy of the sound folder whose newest generation has been harmed. */
function harmed(harm: (generation: string) => void): string {
  const folder = newFolder();
  cpSync(sound, folder, { recursive: true });
  harm(join(folder, "gen-2"));
  return folder;
}

describe("a damaged generation", () => {
  it("has an older one to fall back on", () => {
    expect([newest?.number, older?.number]).toEqual([2, 1]);
    expect(names.length).toBeGreaterThan(5);
  });

  it.each(names)("is not served after any of the flips of %s", async (name) => {
    const bytes = readFileSync(join(newest?.path ?? "", name));
    const folder = harmed(() => {});
    const path = join(folder, "gen-2", name);
    const places = Array.from({ length: 12 }, (_, at) => Math.floor((at * (bytes.length - 1)) / 11));
    for (const place of places) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << (place % 8)), place);
      writeFileSync(path, flipped);
      expect(await servedCorpus(folder)).toBe("old");
    }
    writeFileSync(path, bytes);
    expect(await servedCorpus(folder)).toBe("new");
  });

  it.each(names)("is not served with %s cut short, empty or gone", async (name) => {
    const folder = harmed(() => {});
    const path = join(folder, "gen-2", name);
    const { length } = readFileSync(path);
    for (const bytes of [length - 2, Math.floor(length / 2), 0]) {
      truncateSync(path, bytes);
      expect(await servedCorpus(folder)).toBe("old");
    }
    rmSync(path);
    expect(await servedCorpus(folder)).toBe("old");
  });

  it("is named when an older one is served in its place", async () => {
    const folder = harmed((generation) => rmSync(join(generation, "lexical.bin")));
    const told: IndexDamagedError[] = [];
    const index = await openIndex(folder, { segmenterFactory, embedder, onFallback: (error) => told.push(error) });
    index.close();
    expect(told.map(({ code, message }) => [code, message.includes("lexical.bin")])).toEqual([["index_damaged", true]]);
  });

  it("is an error where no generation is whole", async () => {
    const folder = harmed((generation) => truncateSync(join(generation, "manifest.json"), 10));
    rmSync(join(folder, "gen-1", "provisions.jsonl"));
    await expect(servedCorpus(folder)).rejects.toThrow(IndexDamagedError);
  });

  it("has its vectors made again where its texts cannot be told", async () => {
    const folder = harmed((generation) => truncateSync(join(generation, FILE.searchDigests), 16));
    const counting = new FakeEmbedder();
    await buildIndex({
      corpus: { documents, digest: "newer" },
      indexDir: folder,
      embedder: counting,
      segmenterFactory,
    });
    expect(counting.embedded).toBe(2);
  });

  it("is replaced by the next build", async () => {
    const folder = harmed((generation) => truncateSync(join(generation, "vectors.bin"), 8));
    await build(folder, "newer");
    expect(await servedCorpus(folder)).toBe("newer");
  });
});

describe("a build that does not come to its end", () => {
  it("leaves the index as it was when the model fails", async () => {
    const folder = harmed(() => {});
    const failing = { ...new FakeEmbedder({ modelId: "fails" }), embed: () => Promise.reject(new Error("no memory")) };
    const corpus = { documents, digest: "never" };
    await expect(buildIndex({ corpus, indexDir: folder, embedder: failing, segmenterFactory })).rejects.toThrow(
      "no memory",
    );
    expect(readdirSync(folder).sort()).toEqual(["gen-1", "gen-2"]);
    expect(await servedCorpus(folder)).toBe("new");
  });

  it("leaves nothing behind that the next build does not clear away", async () => {
    const folder = harmed(() => {});
    const { pid = 0 } = spawn("true");
    await new Promise((resume) => setTimeout(resume, 200));
    mkdirSync(join(folder, `building-${pid}-dead`));
    mkdirSync(join(folder, `building-${process.ppid}-alive`));
    await build(folder, "newer");
    expect(readdirSync(folder).sort()).toEqual([`building-${process.ppid}-alive`, "gen-2", "gen-3"]);
  });

  it("says so where the folder cannot be written", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    await expect(build(join(file, "index"), "new")).rejects.toThrow(IndexWriteFailedError);
  });
});

/** A folder on a disk of its own that holds so many bytes; undefined where we may not mount one. */
function smallDisk(bytes: number): string | undefined {
  const folder = newFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    return undefined;
  }
}

it("keeps serving the old index on a full disk", async ({ skip }) => {
  const disk = smallDisk(256 * 1024);
  if (disk === undefined) return skip("no right to mount a small disk here");
  try {
    await build(disk, "old");
    // Room for the first files of a generation, not for all.
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "ballast"), Buffer.alloc((bavail - 4) * bsize));
    await expect(build(disk, "new")).rejects.toThrow(IndexWriteFailedError);
    expect(await servedCorpus(disk)).toBe("old");
    expect(existsSync(join(disk, "gen-2"))).toBe(false);
  } finally {
    execFileSync("umount", [disk]);
  }
});
