import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { understand } from "../src/answering/question/understand.js";
import { proposeVerdict, VERDICT_SIGNS } from "../src/answering/ranking/verdict.js";
import { openApp } from "../src/cli/open-app.js";

/** A line of judged-verdicts.jsonl: a passage that answers a yes/no question, and the word by which two readers found that it decides; empty where none does or they differ. */
interface Judged {
  readonly set: string;
  readonly question: string;
  readonly passage: string;
  readonly verdict: string;
}

/** Writes {names, questions}: the signs' names; of each question its set, whether the word that the program would propose is right (null where it proposes none), whether any word is, and its signs. */
export async function writeVerdictSigns(root: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { index: { type: "string" }, out: { type: "string" } } });
  if (!values.index || !values.out) throw new Error("verdicts.mjs needs --index DIR and --out FILE");
  const lines = readFileSync(join(root, "training", "judged-verdicts.jsonl"), "utf8").trim().split("\n");
  // The rarity of words is that of corpus/.
  const app = await openApp({ corpusDir: join(root, "corpus"), indexDir: values.index });
  const questions = lines.map((line) => {
    const { set, question, passage, verdict } = JSON.parse(line) as Judged;
    const { text, terms } = understand(app.deps, { question });
    const [scores] = app.deps.likeness.answering(text, [["", "", passage]]);
    const proposed = scores && proposeVerdict(text, terms, { text: passage, scores });
    return {
      set,
      passage,
      isDecided: verdict !== "",
      right: proposed ? proposed.verdict === verdict : null,
      signs: proposed ? VERDICT_SIGNS.map((name) => proposed.signs[name]) : [],
    };
  });
  await app.close();
  writeFileSync(values.out, `${JSON.stringify({ names: VERDICT_SIGNS, questions })}\n`);
}
