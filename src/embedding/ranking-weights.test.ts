import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ModelDamagedError, ModelMissingError, readModelFiles } from "./model-files.js";
import { loadRankingWeights, RANKING_FEATURES } from "./ranking-weights.js";

const MODEL = "models/zh-policy-static-4";

describe("the reranker's weights", () => {
  it("are there for every feature", () => {
    expect(Object.keys(loadRankingWeights(MODEL)).sort()).toEqual([...RANKING_FEATURES].sort());
  });

  it.each([["{}"], ["null"], ['{"dense":"1"}'], ["no json"]])("are refused as %s", (content) => {
    const folder = mkdtempSync(join(tmpdir(), "ranking-"));
    writeFileSync(join(folder, "ranking.json"), content);
    expect(() => loadRankingWeights(folder)).toThrow(ModelDamagedError);
    rmSync(folder, { recursive: true });
  });

  it("are missed by name", () => {
    expect(() => loadRankingWeights(join(tmpdir(), "absent"))).toThrow(ModelMissingError);
  });

  it("are proved with the model, whose digest does not depend on them", () => {
    const folder = mkdtempSync(join(tmpdir(), "model-"));
    cpSync(MODEL, folder, { recursive: true });
    writeFileSync(join(folder, "ranking.json"), "{}");
    expect(() => readModelFiles(folder)).toThrow(/ranking\.json differs/);
    const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8");
    const digest = createHash("sha256").update("{}").digest("hex");
    writeFileSync(join(folder, "SHA256SUMS"), sums.replace(/[0-9a-f]{64}(?= {2}ranking\.json)/u, digest));
    expect(readModelFiles(folder).digest).toBe(readModelFiles(MODEL).digest);
    rmSync(folder, { recursive: true });
  });
});
