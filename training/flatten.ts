import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { PolicyLibrary } from "../src/corpus/library.js";
import { loadCorpus } from "../src/corpus/load.js";
import type { PolicyDocument } from "../src/corpus/provision.js";
import { loadDataset } from "../src/evaluation/dataset.js";
import { deriveQrels } from "../src/evaluation/qrels.js";

/** Characters after which a part ends, in turn: notices that come as one line have some hundred to some thousand. */
const PART_LENGTHS = [500, 1_000, 2_000];

/** See flatten.mjs. */
export async function writeFlattened(_root: string, args: string[]): Promise<void> {
  const { corpus, out, set } = parseArgs({
    args,
    options: {
      corpus: { type: "string", default: "" },
      out: { type: "string", default: "" },
      set: { type: "string", multiple: true, default: [] },
    },
  }).values;
  const { documents } = await loadCorpus(corpus);
  mkdirSync(join(out, "corpus"), { recursive: true });
  const partOf = new Map<string, string>();
  for (const document of documents) writeParts(document, join(out, "corpus"), partOf);
  const library = libraryOf(documents);
  const lines: string[] = [];
  for (const file of set) {
    const { questions } = await loadDataset(file);
    const qrels = deriveQrels(questions, library);
    for (const question of questions) {
      const parts = new Set(qrels.get(question.id)?.flatMap(({ provisionId }) => partOf.get(provisionId) ?? []));
      if (parts.size === 0) continue;
      lines.push(JSON.stringify({ ...question, match: "any", citations: [...parts].map((document) => ({ document, eId: "*" })) }));
    }
  }
  writeFileSync(join(out, "questions.jsonl"), `${lines.join("\n")}\n`);
}

function writeParts({ title, provisions }: PolicyDocument, folder: string, partOf: Map<string, string>): void {
  let held: { id: string; text: string }[] = [];
  let parts = 0;
  const flush = (): void => {
    if (held.length === 0) return;
    const line = [title, ...held.map(({ text }) => text)].join(" ").replace(/\s+/g, " ");
    const name = createHash("sha256").update(line).digest("hex").slice(0, 32);
    writeFileSync(join(folder, `${name}.txt`), line);
    for (const { id } of held) partOf.set(id, name);
    held = [];
    parts++;
  };
  for (const { id, text, ownLength } of provisions) {
    held.push({ id, text: text.slice(0, ownLength) });
    const length = held.reduce((sum, place) => sum + place.text.length, 0);
    if (length >= (PART_LENGTHS[parts % PART_LENGTHS.length] ?? 0)) flush();
  }
  flush();
}

function libraryOf(documents: readonly PolicyDocument[]): PolicyLibrary {
  const byId = new Map(documents.map((document) => [document.documentId, document]));
  return {
    documents,
    document: (documentId) => byId.get(documentId),
    provision: (id) => byId.get(id.slice(0, id.lastIndexOf("#")))?.provisions.find((provision) => provision.id === id),
    provisionsOf: (documentId) => byId.get(documentId)?.provisions ?? [],
    read: async (task) => task(),
  };
}
