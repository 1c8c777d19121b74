import { existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ExactVectors } from "./exact-vectors.js";
import { HnswVectors, writeHnsw } from "./hnswlib.js";
import { IndexDamagedError, IndexWriteFailedError } from "./index-errors.js";

const DIMENSIONS = 16;
const SIZE = 2_000;
const PARAMETERS = { m: 8, efConstruction: 100, efSearch: 100 };

/** Unit vectors from a fixed sequence. */
function unitVectors(count: number, seed: number): Float32Array {
  let state = seed;
  const values = Float32Array.from({ length: count * DIMENSIONS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
  for (let row = 0; row < count; row++) {
    const vector = values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const length = Math.hypot(...vector);
    for (let d = 0; d < DIMENSIONS; d++) vector[d] = (vector[d] ?? 0) / length;
  }
  return values;
}

const folder = mkdtempSync(join(tmpdir(), "vectors-"));
const path = join(folder, "vectors.hnsw");
const values = unitVectors(SIZE, 1);
const exact = new ExactVectors(values, DIMENSIONS);
const questions = unitVectors(50, 2);
const questionAt = (at: number): Float32Array => questions.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS);
const open = (file = path) =>
  HnswVectors.open(file, { dimensions: DIMENSIONS, size: SIZE, efSearch: PARAMETERS.efSearch });

beforeAll(() => writeHnsw(path, values, DIMENSIONS, PARAMETERS, () => {}));

describe("ExactVectors", () => {
  it("scores by cosine on worked numbers", () => {
    const index = new ExactVectors(Float32Array.from([1, 0, 0.6, 0.8, 0, -1]), 2);
    const found = index.search(Float32Array.from([0, 1]), 3);
    expect(found.map(({ row }) => row)).toEqual([1, 0, 2]);
    expect(found.map(({ score }) => score)).toEqual([expect.closeTo(0.8, 6), 0, -1]);
  });

  it("filters before ranking and gives no more than there is", () => {
    const index = new ExactVectors(Float32Array.from([1, 0, 0, 1]), 2);
    expect(index.search(Float32Array.from([1, 0]), 5, (row) => row === 1)).toEqual([{ row: 1, score: 0 }]);
  });
});

describe("HnswVectors", () => {
  it("finds what exact search finds, with the same scores", async () => {
    const graph = await open();
    let shared = 0;
    for (let at = 0; at < 50; at++) {
      const expected = new Map(exact.search(questionAt(at), 10).map(({ row, score }) => [row, score]));
      for (const { row, score } of graph.search(questionAt(at), 10)) {
        if (!expected.has(row)) continue;
        shared++;
        expect(score).toBeCloseTo(expected.get(row) ?? Number.NaN, 5);
      }
    }
    expect(shared / 500).toBeGreaterThanOrEqual(0.98);
  });

  it.each([
    ["a few rows", (row: number) => row % 50 === 0],
    ["most rows", (row: number) => row % 50 !== 0],
  ])("keeps a filter of %s", async (_, accept) => {
    const found = (await open()).search(questionAt(0), 10, accept);
    expect(found.map(({ row }) => row)).toEqual(exact.search(questionAt(0), 10, accept).map(({ row }) => row));
  });

  it("lives through a filter that throws half way", async () => {
    let calls = 0;
    const accept = (): boolean => {
      if (++calls > 600) throw new Error("broken filter");
      return true;
    };
    const graph = await open();
    graph.search(questionAt(0), 10, accept);
    expect(graph.search(questionAt(0), 10)).toHaveLength(10);
  });

  it("finds nothing for a vector that is none", async () => {
    expect((await open()).search(new Float32Array(DIMENSIONS).fill(Number.NaN), 5)).toEqual([]);
  });

  it("gives back the vector of a row", async () => {
    expect((await open()).vectorAt(1_234)).toEqual(exact.vectorAt(1_234));
  });

  it("is the same file for the same vectors", async () => {
    const again = join(folder, "again.hnsw");
    await writeHnsw(again, values, DIMENSIONS, PARAMETERS, () => {});
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });

  it("refuses a file that is missing, empty or cut short", async () => {
    await expect(open(join(folder, "absent"))).rejects.toThrow(IndexDamagedError);
    const cut = join(folder, "cut.hnsw");
    writeFileSync(cut, readFileSync(path));
    for (const bytes of [readFileSync(path).length - 1, SIZE * DIMENSIONS * 4, 100, 0]) {
      truncateSync(cut, bytes);
      await expect(open(cut)).rejects.toThrow(IndexDamagedError);
    }
  });

  it("reports that nothing was written, which the library does not", async () => {
    const nowhere = join(folder, "absent", "vectors.hnsw");
    await expect(writeHnsw(nowhere, values, DIMENSIONS, PARAMETERS, () => {})).rejects.toThrow(IndexWriteFailedError);
    expect(existsSync(nowhere)).toBe(false);
  });
});
