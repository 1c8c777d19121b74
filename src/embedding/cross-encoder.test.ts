import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openCrossEncoder } from "./cross-encoder.js";
import { ModelDamagedError } from "./model-files.js";
import { type Scores, UNREAD, VERDICTS } from "./passage-scores.js";

const MODEL = fileURLToPath(new URL("../../models/zh-policy-cross-4", import.meta.url));

/** Pieces, and the scores that the exported network gives them in PyTorch. */
interface Example {
  readonly question: readonly number[];
  readonly passages: readonly (readonly number[])[];
  /** Relevance, whether it is told, verdicts. */
  readonly scores: readonly (readonly number[])[];
}
const examples = JSON.parse(readFileSync(join(MODEL, "examples.json"), "utf8")) as Example[];
const encoder = openCrossEncoder(MODEL);
const NOTHING = new Uint16Array();
const scoresOf = ({ question, passages }: Example): readonly Scores[] =>
  encoder.scores(
    Uint16Array.from(question),
    passages.map((passage) => encoder.read(NOTHING, Uint16Array.from(passage))),
  );

it("gives the scores of the network that was trained", () => {
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) {
    const scores = scoresOf(example);
    for (const [at, expected] of example.scores.entries()) {
      const { relevance, told, verdicts } = scores[at] as Scores;
      const given = [relevance, told, ...verdicts];
      expect(given).toHaveLength(2 + VERDICTS.length);
      for (const [i, value] of given.entries()) expect(value).toBeCloseTo(expected[i] as number, 3);
    }
  }
});

it("scores a passage the same beside others and alone, and again", () => {
  const [example] = examples as [Example];
  const together = scoresOf(example);
  const alone = example.passages.map((passage) => scoresOf({ ...example, passages: [passage] })[0]);
  expect([...scoresOf(example)]).toEqual([...together]);
  expect(alone).toEqual([...together]);
});

it("reads a long text in windows, each under the beginning of what it stands under, and keeps the best", () => {
  const [{ question }] = examples as [Example];
  const pieces = (from: number, to: number) => Uint16Array.from({ length: to - from }, (_, at) => 100 + from + at);
  const asked = Uint16Array.from(question);
  const head = pieces(0, 40);
  const [whole] = encoder.scores(asked, [encoder.read(head, pieces(100, 240))]);
  const windows = [pieces(100, 172), pieces(156, 228), pieces(212, 240)].map((own) => encoder.read(pieces(0, 24), own));
  const parts = encoder.scores(asked, windows);
  expect(whole?.relevance).toBe(Math.max(...parts.map(({ relevance }) => relevance)));
  const [most] = [...parts].sort((a, b) => b.told - a.told);
  expect(whole?.told).toBe(most?.told);
  expect(whole?.verdicts).toEqual(most?.verdicts);
});

it("reads a text that has room as one, under all that it stands under", () => {
  const [{ question, passages }] = examples as [Example];
  const passage = Uint16Array.from(passages[0] ?? []).subarray(0, 60);
  const scores = (at: number) =>
    encoder.scores(Uint16Array.from(question), [encoder.read(passage.subarray(0, at), passage.subarray(at))]);
  expect(scores(30)).toEqual(scores(0));
});

it("puts what has nothing to read behind everything", () => {
  const [example] = examples as [Example];
  expect([...scoresOf({ ...example, passages: [[], [7]] })][0]).toEqual(UNREAD);
  expect([...scoresOf({ ...example, question: [], passages: [[7]] })]).toEqual([UNREAD]);
  expect(scoresOf({ ...example, passages: [] })).toHaveLength(0);
});

it("refuses a model that is damaged or something else", () => {
  const folder = mkdtempSync(join(tmpdir(), "cross-"));
  try {
    cpSync(MODEL, folder, { recursive: true });
    const file = join(folder, "onnx", "model.onnx");
    const bytes = readFileSync(file);
    bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(() => openCrossEncoder(folder)).toThrow(ModelDamagedError);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(() => openCrossEncoder(join(MODEL, "..", "zh-policy-static-4"))).toThrow(ModelDamagedError);
});
