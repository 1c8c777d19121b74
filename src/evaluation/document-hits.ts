import type { PolicyLibrary } from "../corpus/library.js";
import type { Hit } from "../retrieval/hit.js";
import type { DatasetQuestion } from "./dataset.js";
import { createGoldResolver } from "./gold.js";
import { mean } from "./metrics.js";

/** Shares of questions, 0 to 1. */
export interface DocumentHits {
  /** The first hit stands in a gold document. Documents of the same words count as one; white space apart, they must agree in every character. */
  readonly first: number;
  /** The same, and a reprint of a gold document counts as well: at least nine tenths of its runs of five characters are the other's. */
  readonly firstOrReprint: number;
}

const RUN = 5;
const REPRINT = 0.9;

/** Asks every question for its first hit. */
export async function measureDocumentHits(
  questions: readonly DatasetQuestion[],
  library: PolicyLibrary,
  search: (question: string, k: number) => Promise<readonly Hit[]>,
): Promise<DocumentHits> {
  const resolve = createGoldResolver(library);
  const wordsOf = (documentId: string): string =>
    library
      .provisionsOf(documentId)
      .filter(({ adoption }) => !adoption)
      .map(({ text, ownLength }) => text.slice(0, ownLength))
      .join("")
      .replace(/\s/g, "");
  const outcomes: DocumentHits[] = [];
  for (const { question, citations } of questions) {
    const [first] = await search(question, 1);
    const found = first?.provisionId.slice(0, first.provisionId.lastIndexOf("#"));
    const gold = citations.flatMap((citation) => resolve(citation).documentIds);
    const likeness = await library.read(() =>
      found === undefined ? 0 : gold.includes(found) ? 1 : likest(wordsOf(found), gold.map(wordsOf)),
    );
    outcomes.push({ first: Number(likeness === 1), firstOrReprint: Number(likeness >= REPRINT) });
  }
  return {
    first: mean(outcomes.map(({ first }) => first)) ?? 0,
    firstOrReprint: mean(outcomes.map(({ firstOrReprint }) => firstOrReprint)) ?? 0,
  };
}

/** How like a text is to the likest of others: 1 for the same characters, less for all else. */
function likest(text: string, others: readonly string[]): number {
  return Math.max(
    0,
    ...others.map((other) => (text === other ? 1 : Math.min(overlap(text, other), 1 - Number.EPSILON))),
  );
}

/** Runs of characters that two texts have in common, as a share of those that either has. */
function overlap(text: string, other: string): number {
  const [own, its] = [runsOf(text), runsOf(other)];
  let common = 0;
  for (const run of own) if (its.has(run)) common++;
  return common / Math.max(1, own.size + its.size - common);
}

function runsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN)));
}
