import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildInChild, IndexBuildFailedError } from "./build-in-child.js";

const folder = mkdtempSync(join(tmpdir(), "child-"));

/** A program that does what stands in its text instead of building. */
function program(name: string, text: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

const folders = { corpusDir: "the-corpus", indexDir: "the-index" };

it("passes progress on, and the folders to the process that builds", async () => {
  const text = `
    process.send({ kind: "reading", done: 1, total: 2 });
    process.send({ kind: "progress", progress: { stage: "words", done: 3, total: 3 } });
    process.send({ kind: "problem", problem: { file: process.argv.slice(2).join(" "), line: null, kind: "empty", message: "" } });
    process.disconnect();
  `;
  const heard: unknown[] = [];
  await buildInChild(program("tells", text), folders, {
    onReading: (...reading) => heard.push(reading),
    onProgress: (progress) => heard.push(progress),
    onProblem: ({ file }) => heard.push(file),
  });
  expect(heard).toEqual([[1, 2], { stage: "words", done: 3, total: 3 }, "index --corpus the-corpus --index the-index"]);
});

it.each([
  ["crashes as native code does", "process.kill(process.pid, 'SIGSEGV'); setTimeout(() => {}, 10_000);", "SIGSEGV"],
  ["gives up", "process.exit(1);", "1"],
])("is an error of ours where the process %s", async (name, text, how) => {
  const building = buildInChild(program(name, text), folders, {});
  await expect(building).rejects.toThrow(IndexBuildFailedError);
  await expect(building).rejects.toThrow(how);
});
