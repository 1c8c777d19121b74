import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "policy-chat-published-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the published figures", () => {
  it.each([
    "evals/chaoyang.dev.jsonl",
    "evals/chaoyang.test.jsonl",
  ])("%s does not fall behind them", async (dataset) => {
    const argv = ["dist/main.js", "eval", "--dataset", dataset, "--check", "--index", join(folder, "index")];
    const output = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, argv, { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        error ? reject(new Error(`${stdout}\n${stderr}`)) : resolve(stdout),
      );
    });
    expect(output).toContain("引文逐字一致");
  });
});
