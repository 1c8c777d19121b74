import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { UNREAD } from "./attentive-network.js";
import { openCrossEncoder } from "./cross-encoder.js";
import { ModelDamagedError } from "./model-files.js";

const MODEL = fileURLToPath(new URL("../../models/zh-policy-cross-1", import.meta.url));

/** Pieces, and the scores that the exported network gives them in PyTorch. */
interface Example {
  readonly question: readonly number[];
  readonly passages: readonly (readonly number[])[];
  readonly scores: readonly number[];
}
const examples = JSON.parse(readFileSync(join(MODEL, "examples.json"), "utf8")) as Example[];
const encoder = openCrossEncoder(MODEL);
const scoresOf = ({ question, passages }: Example): Float32Array =>
  encoder.scores(
    Uint16Array.from(question),
    passages.map((passage) => encoder.read(Uint16Array.from(passage))),
  );

it("gives the scores of the network that was trained", () => {
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) {
    const scores = scoresOf(example);
    for (const [at, score] of example.scores.entries()) expect(scores[at]).toBeCloseTo(score, 3);
  }
});

it("scores a passage the same beside others and alone, and again", () => {
  const [example] = examples as [Example];
  const together = scoresOf(example);
  const alone = example.passages.map((passage) => scoresOf({ ...example, passages: [passage] })[0]);
  expect([...scoresOf(example)]).toEqual([...together]);
  expect(alone).toEqual([...together]);
});

it("reads the beginning of long texts", () => {
  const [example] = examples as [Example];
  const long = Array.from({ length: 500 }, (_, at) => 100 + at);
  const [cut, whole] = [long.slice(0, 96), long].map((passage) => scoresOf({ ...example, passages: [passage] })[0]);
  expect(whole).toBe(cut);
});

it("puts what has nothing to read behind everything", () => {
  const [example] = examples as [Example];
  expect([...scoresOf({ ...example, passages: [[], [7]] })][0]).toBe(UNREAD);
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
