import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCorpus } from "../../corpus/load.js";
import type { Embedder } from "../../embedding/embedder.js";
import { buildIndex } from "../../indexing/build.js";
import { FILE, listGenerations } from "../../indexing/generation.js";
import { IndexDamagedError } from "../../indexing/index-errors.js";
import { openIndex } from "../../indexing/open.js";
import type { Folders } from "../build-app.js";
import { openEmbedder, segmenterFactory } from "../models.js";
import { atMost, figure, type Measure } from "./measure.js";
import { program, runCommand } from "./processes.js";

const KILLS = 200;
const HARMS = 2_000;
/** So few that the index has a graph, whose native loader is the one to guard. */
const EXACT_ROWS = 50;
/** Blocks of a file that the shell lets a process write, far fewer than the index has. */
const FILE_BLOCKS = 64;
/** What serving does not read where there is a graph. */
const UNSERVED: readonly string[] = [FILE.searchDigests, FILE.sources, FILE.vectors];
const QUESTION = "公开征求意见的期限是多少天";

/** What is lost when builds are killed, files are damaged and nothing more can be written: nothing may be. */
export async function benchDurability({ corpusDir }: Folders): Promise<Measure[]> {
  const embedder = await openEmbedder();
  const indexDir = mkdtempSync(join(tmpdir(), "policy-chat-durability-"));
  try {
    return [
      ...(await killBuilds(corpusDir, join(indexDir, "killed"), embedder)),
      ...(await harmFiles(corpusDir, join(indexDir, "harmed"), embedder)),
      ...(await fillDisk(corpusDir, join(indexDir, "killed"), embedder)),
    ];
  } finally {
    rmSync(indexDir, { recursive: true, force: true });
  }
}

/** What answers: the newest generation whole, or without its graph, or an older one in its place; "none" where nothing does. */
type Served = "newest" | "newest without its graph" | "older" | "none";

async function serve(indexDir: string, embedder: Embedder): Promise<Served> {
  let served: Served = "newest";
  const onFallback = (): void => {
    served = "older";
  };
  try {
    const index = await openIndex(indexDir, { segmenterFactory, embedder, onFallback });
    await index.vectors.warmUp?.().catch((error: unknown) => {
      if (!(error instanceof IndexDamagedError)) throw error;
      served = "newest without its graph";
    });
    const [best] = await index.lexical.search(QUESTION, 1);
    const [vector = new Float32Array()] = await embedder.embed([QUESTION]);
    const [nearest] = await index.vectors.search(vector, 1);
    await index.close();
    return best && nearest ? served : "none";
  } catch {
    return "none";
  }
}

/** Ends `index` at random moments of its work; each time the generation before must serve, undamaged. */
async function killBuilds(corpusDir: string, indexDir: string, embedder: Embedder): Promise<Measure[]> {
  const argv = ["index", "--corpus", corpusDir, "--index", indexDir];
  let { elapsedMs } = await runCommand(argv);
  let lost = 0;
  let finished = 0;
  for (let killed = 0; killed < KILLS; ) {
    const child = spawn(process.execPath, [program(), ...argv], { stdio: "ignore" });
    const ended = once(child, "exit");
    await new Promise((resume) => setTimeout(resume, Math.random() * elapsedMs));
    child.kill("SIGKILL");
    const [code] = await ended;
    if (code === null) killed++;
    else {
      finished++;
      // The first build took longer than those that follow.
      elapsedMs *= 0.95;
    }
    if ((await serve(indexDir, embedder)) !== "newest") lost++;
  }
  return [
    atMost(`${KILLS} 次 kill -9 后索引丢失或损坏`, lost, "次", 0),
    figure("此外没来得及杀就已建完", finished, "次"),
  ];
}

/** Flips a bit or cuts a file of the newest generation; each time the older one must serve, or the newest without its graph. */
async function harmFiles(corpusDir: string, indexDir: string, embedder: Embedder): Promise<Measure[]> {
  const { documents } = await loadCorpus(corpusDir);
  for (const digest of ["older", "newest"]) {
    await buildIndex({ corpus: { documents, digest }, indexDir, embedder, segmenterFactory, exactRows: EXACT_ROWS });
  }
  const newest = listGenerations(indexDir)[0]?.path ?? "";
  const names = readdirSync(newest).filter((name) => !UNSERVED.includes(name));
  let unnoticed = 0;
  let lost = 0;
  for (let harm = 0; harm < HARMS; harm++) {
    const path = join(newest, names[harm % names.length] as string);
    const bytes = readFileSync(path);
    writeFileSync(path, harmed(bytes, harm % 4 === 0));
    const served = await serve(indexDir, embedder);
    if (served === "newest") unnoticed++;
    if (served === "none") lost++;
    writeFileSync(path, bytes);
  }
  return [atMost(`${HARMS} 次位翻转和截断中未被发现`, unnoticed, "次", 0), atMost("其中不能继续作答", lost, "次", 0)];
}

function harmed(bytes: Buffer, isCut: boolean): Buffer {
  const place = Math.floor(Math.random() * bytes.length);
  if (isCut) return bytes.subarray(0, place);
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << Math.floor(Math.random() * 8)), place);
  return flipped;
}

/** A build whose writes fail part of the way must say so and leave the index as it was. */
async function fillDisk(corpusDir: string, indexDir: string, embedder: Embedder): Promise<Measure[]> {
  const copy = `${indexDir}-full`;
  cpSync(indexDir, copy, { recursive: true });
  const limited = `ulimit -f ${FILE_BLOCKS}; exec "$0" "$@"`;
  const argv = [process.execPath, program(), "index", "--corpus", corpusDir, "--index", copy];
  const child = spawn("sh", ["-c", limited, ...argv], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, "exit");
  const isTold = code === 1 && said.includes("cannot write");
  return [
    atMost("写不下时未报类型化错误", isTold ? 0 : 1, "次", 0),
    atMost("写不下后原索引失效", (await serve(copy, embedder)) === "newest" ? 0 : 1, "次", 0),
  ];
}
