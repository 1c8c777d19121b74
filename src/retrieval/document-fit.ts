import type { PolicyIndex } from "../indexing/policy-index.js";
import type { Ranked } from "./first-stage.js";
import { withoutQuestionWords } from "./question-words.js";

/** What the comparison of whole documents reads of an index. */
export type ComparedIndex = Pick<PolicyIndex, "documents" | "size" | "rowsOf" | "lexical">;

/** Pieces up to which a row is one thought, and from which its vector is a mean of many; of the rows of laws .5 % are longer than the first. */
const SHORT = 200;
const LONG = 800;
const EVEN = 0.5;

/** How little vectors and row BM25 tell of a row, by the number of its pieces: 0 up to `SHORT`, 1 from `LONG` on. */
export function longness(pieces: number): number {
  return Math.min(1, Math.max(0, Math.log(pieces / SHORT) / Math.log(LONG / SHORT)));
}

/**
 * Compares the documents that candidates stand in as wholes: BM25 over bigrams, divided by that of the best, less a
 * half. One value a candidate, −0.5 to 0.5 times its `longness`: it speaks for long rows, of which little else does, and says
 * nothing of others. Costs nothing where every row is short.
 */
export function createDocumentFit(
  index: ComparedIndex,
): (question: string, candidates: readonly Ranked[]) => Promise<readonly number[]> {
  const withRows = index.documents.filter(({ duplicateOf }) => duplicateOf === null).length;
  const averageRows = index.size / Math.max(1, withRows);
  return async (question, candidates) => {
    const lengths = candidates.map(({ candidate }) => longness(candidate.pieces.pieces.length));
    if (lengths.every((length) => length === 0)) return lengths;
    const documents = [...new Set(candidates.map(({ candidate }) => candidate.place.document))];
    const ranges = documents.map((document) => index.rowsOf(index.documents[document]?.documentId ?? ""));
    const scores = await index.lexical.scoreRanges(withoutQuestionWords(question), ranges, averageRows);
    const best = Math.max(Number.MIN_VALUE, ...scores);
    const fits = new Map(documents.map((document, at) => [document, (scores[at] ?? 0) / best]));
    return candidates.map(
      ({ candidate }, at) => (lengths[at] ?? 0) * ((fits.get(candidate.place.document) ?? 0) - EVEN),
    );
  };
}
