import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// What tests leave in the folder for temporary files goes with it when the run ends.
const temporary = mkdtempSync(join(tmpdir(), "policy-chat-tests-"));
process.once("exit", () => rmSync(temporary, { recursive: true, force: true }));

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    env: { TMPDIR: temporary },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
  },
});
