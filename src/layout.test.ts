import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCE = resolve(import.meta.dirname);

/** layout.md's table: what each room may import besides itself and `errors`. `corpus types` are the pure files below. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  corpus: ["language"],
  language: [],
  embedding: ["language"],
  indexing: ["corpus", "language", "embedding"],
  retrieval: ["corpus types", "language", "embedding", "indexing"],
  answering: ["corpus types", "language", "retrieval"],
  server: ["answering", "corpus types"],
  channels: ["answering", "corpus types", "server"],
  evaluation: ["retrieval", "answering", "corpus types"],
  widget: ["server/wire", "answering/answer"],
  cli: [
    "config",
    "corpus",
    "language",
    "embedding",
    "indexing",
    "retrieval",
    "answering",
    "server",
    "channels",
    "evaluation",
  ],
};
/** Test doubles and what tests share; they may lean on the doubles of `corpus`. */
const isForTests = (file: string) => /\.test\.ts$|\.suite\.ts$|-fixture\.ts$|(?:^|\/)fake-[^/]+$/u.test(file);
const CORPUS_TYPES = ["corpus/provision", "corpus/library", "corpus/eid", "corpus/numerals"];

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && file.includes("/"),
);

/** Paths without extension, relative to `src`, of the project's own files that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)\.js"/gu)].map(([, path]) =>
    relative(SOURCE, resolve(SOURCE, dirname(file), path as string)),
  );
}

function isAllowed(file: string, target: string): boolean {
  if (target === "errors" || (isForTests(file) && target === "corpus/fake-library")) return true;
  const room = file.split("/")[0] as string;
  const allowed = MAY_IMPORT[room] ?? [];
  if (allowed.includes(target)) return true;
  const other = target.split("/")[0] as string;
  return (
    other === room || allowed.includes(other) || (allowed.includes("corpus types") && CORPUS_TYPES.includes(target))
  );
}

describe("the layout", () => {
  it("has a rule for every room", () => {
    const rooms = new Set(files.map((file) => file.split("/")[0]));
    expect([...rooms].filter((room) => room !== undefined && !(room in MAY_IMPORT))).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files.filter((file) => !file.endsWith(".test.ts")))("%s imports only what its room may", (file) => {
    expect(importsOf(file).filter((target) => !isAllowed(file, target))).toEqual([]);
  });

  it("keeps test doubles out of the program", () => {
    const doubles = files.filter(
      (file) => !isForTests(file) && importsOf(file).some((path) => isForTests(`${path}.ts`)),
    );
    expect(doubles).toEqual([]);
  });

  it("answers in the rules' own words without a language model", () => {
    const extractive = files.filter((file) => /^answering\/[^/]+$/u.test(file));
    expect(extractive.length).toBeGreaterThan(20);
    const users = extractive.filter((file) => importsOf(file).some((target) => target.startsWith("answering/prose/")));
    expect(users).toEqual([]);
  });

  it("has one reader of the environment", () => {
    const readers = files.filter(
      (f) => !f.endsWith(".test.ts") && /process\.env/u.test(readFileSync(join(SOURCE, f), "utf8")),
    );
    expect(readers.filter((file) => file !== "cli/serve.ts")).toEqual([]);
  });
});
