import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../errors.js";
import { benchContenders } from "./contenders.js";
import { benchDistractors } from "./distractors.js";
import { type BuildCost, benchGrowth } from "./growth.js";
import { atMost, figure, type Measure } from "./measure.js";
import { median, runCommand, sizeOf } from "./processes.js";
import { measureRecall } from "./recall.js";
import { benchNotices, benchStatutes } from "./relevance.js";
import { benchServing } from "./serving.js";

const ARCHIVE = "../shared/data/laws.tar.xz";
const QUESTIONS = "../shared/data/statute-questions.jsonl";
const STARTS = 5;
const EDITS = 3;
const FIRST_QUESTION = "行政复议机关延长复议期限由谁批准？";

/** Everything that is measured on all laws of the archive. Throws UsageError where it is not at hand. */
export async function benchLaws(): Promise<Measure[]> {
  for (const file of [ARCHIVE, QUESTIONS]) {
    if (!existsSync(file)) throw new UsageError(`没有 ${file}；全部法规的测量需要它。`);
  }
  const folder = await mkdtemp(join(tmpdir(), "policy-chat-laws-"));
  try {
    const corpusDir = join(folder, "corpus");
    const folders = { corpusDir, indexDir: join(folder, "index") };
    await mkdir(corpusDir);
    execFileSync("tar", ["-xJf", ARCHIVE, "-C", corpusDir]);
    const questions = await readQuestions();
    const built = await measureIndexing(folders.corpusDir, folders.indexDir);
    // What other programs cost in memory and time comes last.
    return [
      ...built.measures,
      ...(await measureRecall(folders, questions)),
      ...(await benchStatutes(folders)),
      ...(await measureEdits(folders.corpusDir, folders.indexDir)),
      ...(await measureStarts(folders.corpusDir, folders.indexDir)),
      ...(await benchServing(folders, questions)),
      ...(await benchGrowth(folders, questions, built.cost)),
      ...(await benchContenders(folders, questions)),
      ...(await benchDistractors(folders)),
      ...(await benchNotices()),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readQuestions(): Promise<string[]> {
  const lines = (await readFile(QUESTIONS, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => (JSON.parse(line) as { question: string }).question);
}

async function measureIndexing(corpusDir: string, indexDir: string): Promise<{ cost: BuildCost; measures: Measure[] }> {
  const build = await runCommand(["index", "--corpus", corpusDir, "--index", indexDir]);
  const cost = { ...build, indexBytes: await sizeOf(indexDir) };
  const measures = [
    atMost("从零建立索引", cost.elapsedMs / 60_000, "分钟", 12),
    figure("建立索引时的内存峰值", cost.peakBytes / 1e9, "GB"),
    figure("索引体积", cost.indexBytes / 1e9, "GB"),
  ];
  return { cost, measures };
}

/** One article of one file is rewritten, and the index brought up to date, as a whole process. */
async function measureEdits(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const files = (await readdir(corpusDir, { recursive: true })).filter((file) => file.endsWith(".md")).sort();
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const file = join(corpusDir, files[Math.floor(((edit + 0.5) * files.length) / EDITS)] as string);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/(第[一二三]条 )/u, `$1本条于第${edit + 1}次修改时增加一句。`));
    times.push((await runCommand(["index", "--corpus", corpusDir, "--index", indexDir])).elapsedMs);
  }
  return [
    atMost("修改一个文件后更新索引", median(times) / 1000, "秒", 5),
    figure("其中最慢一次", Math.max(...times) / 1000, "秒"),
  ];
}

async function measureStarts(corpusDir: string, indexDir: string): Promise<Measure[]> {
  const argv = ["ask", FIRST_QUESTION, "--json", "--corpus", corpusDir, "--index", indexDir];
  await runCommand(argv);
  const times: number[] = [];
  for (let start = 0; start < STARTS; start++) times.push((await runCommand(argv)).elapsedMs);
  return [atMost("启动到首个答案（索引已建）", median(times) / 1000, "秒", 2)];
}
