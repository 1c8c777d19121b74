import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
  const options = { index: { type: "string" }, out: { type: "string" }, "held-out": { type: "string" } } as const;
  const { index: indexDir, out, "held-out": heldOut } = parseArgs({ args, options }).values;
  if (!indexDir || !out || !heldOut) throw new Error("verdicts.mjs needs --index DIR, --held-out DIR and --out FILE");
  const lines = readFileSync(join(root, "training", "judged-verdicts.jsonl"), "utf8").trim().split("\n");
  // The rarity of words is that of corpus/.
  const open = (crossEncoderDir?: string) =>
    openApp({ corpusDir: join(root, "corpus"), indexDir }, { crossEncoderDir });
  const [bundled, ...halves] = [await open(), await open(join(heldOut, "0")), await open(join(heldOut, "1"))];
  const halfOf = readHalves(root);
  const questions = lines.map((line) => {
    const { set, question, passage, verdict } = JSON.parse(line) as Judged;
    // Read by the network that has not learned from it.
    const app = halves[halfOf(set, question)] ?? bundled;
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
  for (const app of [bundled, ...halves]) await app.close();
  writeFileSync(out, `${JSON.stringify({ names: VERDICT_SIGNS, questions })}\n`);
}

const TRAIN = /\.train$/u;
/** As question_sets.sh halves the train sets. */
const RUN = 100;

/** In which half of its train set a question stands; −1 for one of a dev set. */
function readHalves(root: string): (set: string, question: string) => number {
  const halves = new Map<string, Map<string, number>>();
  const read = (set: string): Map<string, number> => {
    const file = ["", "regulations"].map((folder) => join(root, "evals", folder, `${set}.jsonl`)).find(existsSync) ?? "";
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return new Map(lines.map((line, at) => [JSON.parse(line).question as string, Math.floor(at / RUN) % 2]));
  };
  return (set, question) => {
    if (!TRAIN.test(set)) return -1;
    const known = halves.get(set) ?? read(set);
    halves.set(set, known);
    const half = known.get(question);
    if (half === undefined) throw new Error(`${set} has no question ${question}`);
    return half;
  };
}
