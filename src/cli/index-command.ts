import { defineCommand } from "citty";
import { checkCoverage } from "../corpus/coverage.js";
import { listSources, loadCorpus, loadFiles } from "../corpus/load.js";
import { renderCoverage, renderTree } from "../corpus/tree.js";
import { type BuildListener, buildApp } from "./build-app.js";
import { sendTo } from "./build-messages.js";
import { folderArgs } from "./folder-args.js";
import { openEmbedder } from "./models.js";
import { createBuildListener, renderProblem } from "./progress.js";

/** `index`: corpus → index. `--check` builds nothing: it prints each document's tree and proves coverage. */
export const indexCommand = defineCommand({
  meta: { name: "index", description: "从语料建立索引" },
  args: {
    check: { type: "boolean", description: "只核对：打印每份文件的条款树，证明没有遗漏文字" },
    ...folderArgs,
  },
  async run({ args }) {
    if (args.check) process.exitCode = await check(args.corpus);
    else await build(args.corpus, args.index);
  },
});

async function build(corpusDir: string, indexDir: string): Promise<void> {
  const listener = createListener();
  try {
    const started = performance.now();
    const { manifest, problems } = await buildApp({ corpusDir, indexDir }, await openEmbedder(), listener);
    const { documents, provisions, rows } = manifest.counts;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const skipped = problems.length > 0 ? `，${problems.length} 处问题见上` : "";
    console.log(
      `索引已建立：${documents} 份文件，${provisions} 处条款，${rows} 条可检索，用时 ${seconds} 秒${skipped}。`,
    );
  } finally {
    listener.finish();
  }
}

/** To the process that started this one, where one did; else to the person. */
function createListener(): BuildListener & { finish(): void } {
  if (!process.send) return createBuildListener(process.stderr);
  return { ...sendTo((message) => process.send?.(message)), finish: () => process.disconnect() };
}

/** 1 when text is left without a place. */
async function check(corpusDir: string): Promise<0 | 1> {
  const { documents, problems } = await loadCorpus(corpusDir);
  for (const document of documents) console.log(`${renderTree(document)}\n`);
  for await (const { parsed } of loadFiles(corpusDir, await listSources(corpusDir))) {
    if (parsed) console.log(renderCoverage(checkCoverage(parsed)));
  }
  for (const problem of problems) console.error(renderProblem(problem));
  return problems.some(({ kind }) => kind === "unparsed") ? 1 : 0;
}
