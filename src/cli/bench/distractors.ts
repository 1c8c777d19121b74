import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, loadDataset } from "../../evaluation/dataset.js";
import { evaluate } from "../../evaluation/evaluate.js";
import type { Folders } from "../build-app.js";
import { openApp } from "../open-app.js";
import { atLeast, figure, type Measure } from "./measure.js";
import { runCommand } from "./processes.js";

const OURS = "corpus";
const QUESTIONS = "evals/chaoyang.test.jsonl";
const DISTRICT = "朝阳区";
/** The answers are judged, no ranking. */
const NO_DEPTH = 0;

/**
 * The district's questions with all laws in the same index as distractors, asked about the district by name. Totals only:
 * it is the test half. Puts the district's texts beside the laws.
 */
export async function benchDistractors(folders: Folders): Promise<Measure[]> {
  const texts = (await readdir(OURS)).filter((file) => file.endsWith(".txt"));
  await Promise.all(texts.map((file) => copyFile(join(OURS, file), join(folders.corpusDir, file))));
  await runCommand(["index", "--corpus", folders.corpusDir, "--index", folders.indexDir]);
  const app = await openApp(folders);
  try {
    const dataset = namingDistrict(await loadDataset(QUESTIONS));
    const { answerer, library } = app;
    const { metrics } = await evaluate({ dataset, answerer, library, depth: NO_DEPTH, now: () => performance.now() });
    const note = `（${metrics.questions} 题，问题中写明${DISTRICT}）`;
    return [
      { ...atLeast("全部法规同库时首条依据准确", metrics.citationExact ?? 0, "", 0.85), note },
      figure("其中首条依据准确到条", metrics.citationArticle ?? 0, ""),
      figure("其中事实完整", metrics.answerContains ?? 0, ""),
      figure("其中拒答召回", metrics.refusalRecall ?? 0, ""),
      figure("其中误拒", metrics.falseRefusalRate ?? 0, ""),
    ];
  } finally {
    await app.close();
  }
}

function namingDistrict(dataset: Dataset): Dataset {
  const questions = dataset.questions.map((entry) =>
    entry.question.includes(DISTRICT.slice(0, 2)) ? entry : { ...entry, question: `${DISTRICT}${entry.question}` },
  );
  return { ...dataset, questions };
}
