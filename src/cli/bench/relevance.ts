import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDataset } from "../../evaluation/dataset.js";
import { measureDocumentHits } from "../../evaluation/document-hits.js";
import { measureStatuteRecall } from "../../evaluation/statute-recall.js";
import { parseStatuteQuestions } from "../../evaluation/statutes.js";
import type { Folders } from "../build-app.js";
import { type App, openApp } from "../open-app.js";
import { atLeast, figure, type Measure } from "./measure.js";
import { runCommand } from "./processes.js";

const STATUTE_QUESTIONS = "../shared/data/statute-questions.jsonl";
const POLICY_QUESTIONS = "../shared/data/policy-qa.tar.xz";
const NOTICES = "../shared/data/notices.tar.xz";

const searchOf =
  ({ retriever }: App) =>
  (question: string, k: number) =>
    retriever.search(question, { k });

/** Recall of the articles that answer held-out lay questions, over an index of all laws. Needs `STATUTE_QUESTIONS`. */
export async function benchStatutes(folders: Folders): Promise<Measure[]> {
  const app = await openApp(folders);
  try {
    const questions = parseStatuteQuestions(await readFile(STATUTE_QUESTIONS, "utf8"));
    const found = await measureStatuteRecall(questions, app.library, searchOf(app));
    const note = `（${found.questions} 题未参与训练；条计一次）`;
    return [
      { ...atLeast("法条问题 recall@10", found.recall10, "", 0.54), note },
      { ...atLeast("法条问题 recall@100", found.recall100, "", 0.78), note },
      figure("法条问题 MRR@10", found.reciprocalRank10, ""),
      figure("前 10 条结果中的 recall（同条重复占位）", found.rowRecall10, ""),
      figure("前 100 条结果中的 recall（同条重复占位）", found.rowRecall100, ""),
    ];
  } finally {
    await app.close();
  }
}

/** Share of policy questions whose first hit stands in the notice that they were written from; none where the data is missing. */
export async function benchNotices(): Promise<Measure[]> {
  if (![POLICY_QUESTIONS, NOTICES].every((file) => existsSync(file))) {
    console.error(`没有 ${POLICY_QUESTIONS} 或 ${NOTICES}，未测政策问题。`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), "policy-chat-notices-"));
  try {
    const folders = { corpusDir: join(folder, "corpus"), indexDir: join(folder, "index") };
    await mkdir(folders.corpusDir);
    execFileSync("tar", ["-xJf", POLICY_QUESTIONS, "-C", folder]);
    execFileSync("tar", ["-xJf", NOTICES, "-C", folders.corpusDir]);
    await rename(join(folder, "policy-qa", "docs"), join(folders.corpusDir, "docs"));
    await runCommand(["index", "--corpus", folders.corpusDir, "--index", folders.indexDir]);
    return await measureNotices(folders, join(folder, "policy-qa", "questions.jsonl"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureNotices(folders: Folders, dataset: string): Promise<Measure[]> {
  const app = await openApp(folders);
  try {
    const { questions } = await loadDataset(dataset);
    const named = questions.map((question) => ({ ...question, citations: question.citations.map(inDocs) }));
    const hits = await measureDocumentHits(named, app.library, searchOf(app));
    return [
      { ...atLeast("政策问题首条结果所在文件正确", hits.first, "", 0.86), note: `（${questions.length} 题）` },
      figure("同一通知的转载也算正确时", hits.firstOrReprint, ""),
    ];
  } finally {
    await app.close();
  }
}

/** The set names a notice by its file. */
function inDocs({ document, eId }: { document: string; eId: string }): { document: string; eId: string } {
  return { document: `docs/${document}`, eId };
}
