import { describe, expect, it } from "vitest";
import { formatRun, parseRun } from "./run.js";

describe("formatRun", () => {
  it("writes six columns with ranks from 1", () => {
    const run = new Map([
      [
        "q1",
        [
          { provisionId: "d#art_1", score: 0.5 },
          { provisionId: "d#art_2", score: 0.25 },
        ],
      ],
    ]);
    expect(formatRun(run, "tag")).toBe("q1 Q0 d#art_1 1 0.5 tag\nq1 Q0 d#art_2 2 0.25 tag\n");
  });

  it.each([
    [[3, 3, 3]],
    [[0, 0, 0]],
    [[-1, -1, -1]],
    [[1e-9, 0, 0]],
    [[0.3, 0.3 - 1e-12, 0.3 - 2e-12]],
  ])("keeps the order of ties %j for a tool that sorts by score in single precision", (scores) => {
    const ranking = scores.map((score, index) => ({ provisionId: `d#art_${index}`, score }));
    const written = parseRun(formatRun(new Map([["q", ranking]]), "t"), "f")
      .get("q")
      ?.map((row) => Math.fround(row.score));
    const [first = 0, second = 0, third = 0] = written ?? [];
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBeCloseTo(scores[2] ?? Number.NaN, 5);
  });

  it("refuses a score that rises with the rank, and a provision ranked twice", () => {
    const rising = [1, 2].map((score) => ({ provisionId: `p${score}`, score }));
    expect(() => formatRun(new Map([["q", rising]]), "t")).toThrow(/高于前一名/);
    const twice = [2, 1].map((score) => ({ provisionId: "p", score }));
    expect(() => formatRun(new Map([["q", twice]]), "t")).toThrow(/重复/);
    expect(() => formatRun(new Map([["q", [{ provisionId: "p", score: Number.NaN }]]]), "t")).toThrow(/NaN/);
  });
});

describe("parseRun", () => {
  it("orders by rank", () => {
    const run = parseRun("q Q0 b 2 0.1 t\nq Q0 a 1 0.2 t\n", "f");
    expect(run.get("q")?.map((row) => row.provisionId)).toEqual(["a", "b"]);
  });

  it("names the bad line", () => {
    expect(() => parseRun("q Q0 b 2 0.1 t\nq Q0 a one 0.2 t\n", "f.run")).toThrow(/^f\.run:2: /);
  });
});
