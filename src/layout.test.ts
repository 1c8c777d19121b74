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
/**
 * The rooms of `answering`, lowest first: what each may import of the others, each of which stands above it here. The steps in
 * `answering` itself tie the rooms together and may import all but `prose`.
 */
const ROOMS_OF_ANSWERING: Readonly<Record<string, readonly string[]>> = {
  words: [],
  places: ["words"],
  question: ["words", "places"],
  ranking: ["words", "places", "question"],
  choosing: ["words", "places", "question", "ranking"],
  writing: ["words", "places", "question", "ranking", "choosing"],
  tables: ["words", "places", "question", "choosing", "writing"],
  documents: ["words", "places", "question", "ranking", "writing"],
  prose: ["words", "writing"],
};
/** What every room of `answering` may import of `answering` itself. */
const OF_ALL_ROOMS = ["answering/answer", "answering/deps"];

/** Test doubles and what tests share; they may lean on the doubles of `corpus`. */
const isForTests = (file: string) => /\.test\.ts$|\.suite\.ts$|-fixture\.ts$|(?:^|\/)fake-[^/]+$/u.test(file);
const CORPUS_TYPES = ["corpus/provision", "corpus/adoption", "corpus/library", "corpus/eid", "corpus/numerals"];

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

const ANSWERING = files.filter((file) => file.startsWith("answering/"));

/** The room of `answering` that a path leads to; null for `answering` itself. */
function roomOfAnswering(path: string): string | null {
  const [, room = "", file] = path.split("/");
  return file === undefined ? null : room;
}

function isAllowedWithin(file: string, target: string): boolean {
  if (!target.startsWith("answering/") || OF_ALL_ROOMS.includes(target)) return true;
  const [room, other] = [roomOfAnswering(file), roomOfAnswering(target)];
  if (room === null) return other !== "prose";
  if (other === null) return isForTests(file) && isForTests(`${target}.ts`);
  return other === room || (ROOMS_OF_ANSWERING[room] ?? []).includes(other);
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

  it("has the rooms of answering one above the other", () => {
    const rooms = Object.keys(ROOMS_OF_ANSWERING);
    const upwards = rooms.filter((room, at) =>
      ROOMS_OF_ANSWERING[room]?.some((other) => !rooms.slice(0, at).includes(other)),
    );
    expect(upwards).toEqual([]);
    expect(new Set(ANSWERING.map(roomOfAnswering))).toEqual(new Set([null, ...rooms]));
  });

  it.each(ANSWERING)("%s imports only what its room of answering may", (file) => {
    expect(importsOf(file).filter((target) => !isAllowedWithin(file, target))).toEqual([]);
  });

  it("answers in the rules' own words without a language model", () => {
    const extractive = ANSWERING.filter((file) => roomOfAnswering(file) !== "prose");
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
