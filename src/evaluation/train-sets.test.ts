import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCorpus } from "../corpus/load.js";
import type { PolicyDocument, Provision } from "../corpus/provision.js";
import { missingFacts } from "./checks.js";
import { type DatasetQuestion, type GoldCitation, loadDataset } from "./dataset.js";

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** Training questions, the files that they ask about (paths in the archive) and the archive, a folder of its own name. */
const SETS = [
  { set: "laws.train", slice: "laws-train-slice", archive: "laws" },
  { set: "laws-b.train", slice: "laws-b-slice", archive: "laws" },
  { set: "laws-c.train", slice: "laws-c-slice", archive: "laws" },
  { set: "notices.train", slice: "notices-slice", archive: "notices" },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
    set: `regulations/regulations-${number}.train`,
    slice: `regulations/regulations-${number}-slice`,
    archive: "laws",
  })),
  { set: "regulations/regulations-9.dev", slice: "regulations/regulations-9-slice", archive: "laws" },
];

describe.each(SETS)("the questions of $set", ({ set, slice, archive }) => {
  const source = path(`../shared/data/${archive}.tar.xz`);
  const missing = !existsSync(source);
  if (missing) console.warn(`跳过：没有 ${source}，未核对 ${set}。`);
  let folder = "";
  let documents: ReadonlyMap<string, PolicyDocument> = new Map();
  let questions: readonly DatasetQuestion[] = [];

  beforeAll(async () => {
    questions = (await loadDataset(path(`evals/${set}.jsonl`))).questions;
    if (missing) return;
    folder = await mkdtemp(join(tmpdir(), "train-set-"));
    const files = (await readFile(path(`evals/${slice}.txt`), "utf8")).split("\n").filter((line) => line !== "");
    execFileSync("tar", ["-xJf", source, "-C", folder, ...files]);
    const corpus = await loadCorpus(join(folder, archive));
    documents = new Map(corpus.documents.map((document) => [document.documentId, document]));
  });
  afterAll(() => (folder === "" ? undefined : rm(folder, { recursive: true, force: true })));

  it("are asked once each, and have gold just where they have an answer", () => {
    const asked = questions.map(({ history, question }) =>
      [...history.map(({ content }) => content), question].join("\n"),
    );
    expect(asked.filter((text, index) => asked.indexOf(text) !== index)).toEqual([]);
    const unlike = questions.filter(({ answerable, citations }) => answerable !== citations.length > 0);
    expect(unlike.map(({ id }) => id)).toEqual([]);
  });

  it.skipIf(missing)("name places of the slice that hold the facts, themselves or in what leads to them", () => {
    const wrong = questions.flatMap(({ id, citations, match, mustContain }) => {
      const texts = citations.map((citation) => textAt(documents, citation));
      const unknown = texts.flatMap((text, index) => (text === null ? [`${id}: ${citations[index]?.eId}`] : []));
      const readings = match === "all" ? [texts.join("\n")] : texts.map((text) => text ?? "");
      const told = citations.length === 0 || readings.some((text) => missingFacts(mustContain, text).length === 0);
      return told ? unknown : [...unknown, `${id}: ${mustContain.join("；")}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** The place with the headings and lead-ins above it; null where the slice has no such place. */
function textAt(documents: ReadonlyMap<string, PolicyDocument>, { document, eId }: GoldCitation): string | null {
  const found = documents.get(document);
  if (found === undefined) return null;
  if (eId === "*") return [found.title, found.number, ...found.provisions.map(({ text }) => text)].join("\n");
  const places = new Map(found.provisions.map((provision) => [provision.eId, provision]));
  const place = places.get(eId);
  if (place === undefined) return null;
  const above: string[] = [];
  for (let at = parentOf(places, place); at !== undefined; at = parentOf(places, at)) {
    above.push(at.heading ?? "", at.text.slice(0, at.ownLength), places.get(`${at.eId}__para_1`)?.text ?? "");
  }
  return [...above, place.heading ?? "", place.text].join("\n");
}

function parentOf(places: ReadonlyMap<string, Provision>, { parent }: Provision): Provision | undefined {
  return parent === null ? undefined : places.get(parent);
}
