import { expect, it } from "vitest";
import { bestScores } from "./best-scores.js";
import { TermField } from "./postings.js";
import { PostingsBuilder } from "./postings-builder.js";

/** Rows of terms drawn from a fixed sequence: term 0 is in nearly every row, each further one in fewer. */
function drawRows(count: number): string[][] {
  let state = 42;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 5 + Math.floor(draw() * 20) }, () => `t${Math.floor(60 * draw() ** 3)}`),
  );
}

const rows = drawRows(3_000);
const builder = new PostingsBuilder();
for (const row of rows) builder.add(row);
const field = new TermField(builder.build(), { k1: 1.2, b: 0.75 });

/** Every contribution added to every row, and all rows sorted. */
function sumUp(terms: readonly string[], accept: (row: number) => boolean) {
  const scores = new Float32Array(rows.length);
  for (const contribution of field.contributions(terms, 1)) contribution.addToAll(scores);
  const all = Array.from(scores, (score, row) => ({ row, score })).filter(({ row, score }) => score > 0 && accept(row));
  return all.sort((a, b) => b.score - a.score || a.row - b.row);
}

it.each([
  ["rare and common terms", ["t0", "t1", "t2", "t57", "t58", "t59"], () => true],
  ["common terms only", ["t0", "t1"], () => true],
  ["rare terms only", ["t58", "t59"], () => true],
  ["a repeated and an unknown term", ["t0", "t59", "t59", "t99"], () => true],
  ["a filter", ["t0", "t1", "t59"], (row: number) => row % 3 === 0],
  ["nothing", [], () => true],
])("finds the same rows as adding up everything, for %s", (_, terms, accept) => {
  for (const k of [1, 10, 100, 5_000]) {
    const expected = sumUp(terms, accept).slice(0, k);
    const found = bestScores(field.contributions(terms, 1), new Float32Array(rows.length), k, accept);
    expect(found.map(({ score }) => score.toFixed(4))).toEqual(expected.map(({ score }) => score.toFixed(4)));
    // Rows whose sums differ only by the order of adding may change places.
    expect(found.filter(({ row }) => !expected.some((other) => other.row === row)).length).toBeLessThanOrEqual(k / 50);
  }
});
