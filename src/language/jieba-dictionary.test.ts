import { cpSync, mkdtempSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createJieba, DictionaryMissingError } from "./jieba.js";

// In a file of its own: the native dictionary is loaded once a process, and here it must not have been.
it("names the dictionary file that is missing or damaged instead of ending the process", () => {
  const folder = mkdtempSync(join(tmpdir(), "jieba-"));
  expect(() => createJieba({ dictionaryDir: join(folder, "absent") })).toThrow(DictionaryMissingError);

  cpSync("models/jieba", folder, { recursive: true });
  truncateSync(join(folder, "dict.utf8"), 1_000_001);
  expect(() => createJieba({ dictionaryDir: folder })).toThrow(/dict\.utf8 is damaged/);

  expect(createJieba({ dictionaryDir: "models/jieba" }).cut("合法性审查")).toEqual(["合法性", "审查"]);
});
