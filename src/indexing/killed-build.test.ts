import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FakeEmbedder } from "../embedding/fake-embedder.js";
import { createJieba } from "../language/jieba.js";
import { openIndex } from "./open.js";

const KILLS = 8;
const PROVISIONS = 400;

/** Builds one generation after the other until it is killed, and says when each is done. */
const BUILDER = `
  import { FakeEmbedder } from "./src/embedding/fake-embedder.js";
  import { buildIndex } from "./src/indexing/build.js";
  import { fakeDocument } from "./src/corpus/fake-library.js";
  import { createJieba } from "./src/language/jieba.js";
  const texts = Array.from({ length: ${PROVISIONS} }, (_, at) => "第" + at + "项决策草案须经区司法局进行合法性审查。");
  const segmenterFactory = (userDictionary) => createJieba({ dictionaryDir: "models/jieba", userDictionary });
  for (let round = 1; ; round++) {
    const corpus = { documents: [fakeDocument("rule", texts)], digest: String(round) };
    await buildIndex({ corpus, indexDir: process.argv[2], embedder: new FakeEmbedder(), segmenterFactory });
    process.stdout.write("built\\n");
  }
`;

// Beside the packages that the bundle leaves outside.
const folder = join("node_modules", `.killed-build-${process.pid}`);
const script = join(folder, "builder.mjs");

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const stdin = { contents: BUILDER, resolveDir: ".", loader: "ts" as const };
  await build({ stdin, bundle: true, packages: "external", platform: "node", format: "esm", outfile: script });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a builder finish a generation and kills it so many milliseconds into a later one. */
async function killAfter(indexDir: string, milliseconds: number): Promise<void> {
  const builder = spawn(process.execPath, [script, indexDir], { stdio: ["ignore", "pipe", "inherit"] });
  await once(builder.stdout, "data");
  await new Promise((resume) => setTimeout(resume, milliseconds));
  builder.kill("SIGKILL");
  await once(builder, "exit");
}

it("leaves a whole index however a build is killed", async () => {
  const indexDir = mkdtempSync(join(tmpdir(), "index-"));
  const segmenterFactory = (userDictionary: readonly string[]) =>
    createJieba({ dictionaryDir: "models/jieba", userDictionary });
  for (let kill = 0; kill < KILLS; kill++) {
    await killAfter(indexDir, (kill * 37) % 101);
    const index = await openIndex(indexDir, {
      segmenterFactory,
      embedder: new FakeEmbedder(),
      onFallback: (error) => expect.fail(error.message),
    });
    expect(index.size).toBe(PROVISIONS);
    index.close();
    // What the killed builder left is cleared away by the next, so at most one such folder stands.
    expect(readdirSync(indexDir).filter((name) => name.startsWith("building-")).length).toBeLessThanOrEqual(1);
  }
});
