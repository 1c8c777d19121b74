import { describe, expect, it } from "vitest";
import { PieceRows } from "./piece-rows.js";

const DIMENSIONS = 32;
const COUNT = 300;
const values = Int8Array.from({ length: COUNT * DIMENSIONS }, (_, at) => ((at * 7_919) % 255) - 127);
// A row of zeros, which has no direction.
values.fill(0, 5 * DIMENSIONS, 6 * DIMENSIONS);
const table = new PieceRows({ dims: [COUNT, DIMENSIONS], data: new Uint8Array(values.buffer) });
const scales = Float32Array.from({ length: COUNT }, (_, piece) => 0.01 + piece / 10_000);

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a, (value, d) => value * (b[d] ?? 0)).reduce((sum, product) => sum + product, 0);
const row = (piece: number): Int8Array => values.subarray(piece * DIMENSIONS, (piece + 1) * DIMENSIONS);
const cosine = (a: number, b: number): number =>
  dot(row(a), row(b)) / (Math.sqrt(dot(row(a), row(a)) * dot(row(b), row(b))) || 1);
/** Texts of different lengths with repeats; more pieces than the memory holds at first. */
const texts = [
  Uint16Array.of(7, 7, 12, 299),
  new Uint16Array(),
  Uint16Array.from({ length: 100_000 }, (_, at) => (at * 31) % 290),
  Uint16Array.of(5),
];
const greatestDifference = (a: ArrayLike<number>, b: readonly number[]): number =>
  Math.max(...b.map((value, at) => Math.abs(value - (a[at] ?? Number.NaN))));

describe("PieceRows", () => {
  it("sums the products that plain arithmetic gives", () => {
    const vector = Float32Array.from({ length: DIMENSIONS }, (_, d) => Math.sin(d + 1));
    const plain = texts.map((text) =>
      text.reduce((sum, piece) => sum + dot(vector, row(piece)) * (scales[piece] ?? 0), 0),
    );
    const sums = table.sums(vector, scales, texts);
    // The vector is rounded to 15 bits.
    expect(
      greatestDifference(
        [...sums].map((sum, at) => sum / Math.max(1, texts[at]?.length ?? 0)),
        plain.map((sum, at) => sum / Math.max(1, texts[at]?.length ?? 0)),
      ),
    ).toBeLessThan(0.01);
    expect(Math.abs(sums[0] ?? 0)).toBeGreaterThan(0.1);
    expect(sums[1]).toBe(0);
  });

  it.each([1, 4, 7, 16, 37])("finds the best match of each of %i asked pieces", (count) => {
    const asked = Uint16Array.from({ length: count }, (_, at) => (at * 13 + 5) % COUNT);
    const distinct = texts.map((text) => [...new Set(text)]);
    const plain = distinct.flatMap((pieces) =>
      [...asked].map((piece) => (pieces.length === 0 ? 0 : Math.max(...pieces.map((other) => cosine(piece, other))))),
    );
    const nearest = table.nearest(asked, texts);
    expect(nearest).toHaveLength(count * texts.length);
    expect(greatestDifference(nearest, plain)).toBeLessThan(1e-4);
  });

  it("compares nothing with nothing", () => {
    expect([...table.nearest(new Uint16Array(), texts)]).toEqual([]);
    expect([...table.nearest(Uint16Array.of(1), [])]).toEqual([]);
    expect([...table.sums(new Float32Array(DIMENSIONS), scales, texts)]).toEqual([0, 0, 0, 0]);
  });

  it("is at its limits with the largest values", () => {
    const most = new PieceRows({ dims: [1, 1_024], data: new Uint8Array(new Int8Array(1_024).fill(-127).buffer) });
    const [sum] = most.sums(new Float32Array(1_024).fill(-1), Float32Array.of(1), [Uint16Array.of(0)]);
    expect(sum).toBeCloseTo(127 * 1_024, 0);
    expect(most.nearest(Uint16Array.of(0), [Uint16Array.of(0)])[0]).toBeCloseTo(1, 4);
  });

  it.each([[[300, 31]], [[299, 32]], [[1, 2_048]], [[]]])("refuses a table of %j", (dims) => {
    expect(() => new PieceRows({ dims, data: new Uint8Array(values.buffer) })).toThrow(RangeError);
  });
});
