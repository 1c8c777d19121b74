import type { PolicyLibrary } from "../corpus/library.js";
import type { Hit } from "../retrieval/hit.js";
import type { DatasetQuestion } from "./dataset.js";
import { createGoldResolver } from "./gold.js";
import { mean } from "./metrics.js";

/**
 * Share of questions whose first hit stands in a gold document, 0 to 1. Documents of the same words count as one; white
 * space apart, they must agree in every character.
 */
export async function documentHitRate(
  questions: readonly DatasetQuestion[],
  library: PolicyLibrary,
  search: (question: string, k: number) => Promise<readonly Hit[]>,
): Promise<number> {
  const resolve = createGoldResolver(library);
  const wordsOf = (documentId: string): string =>
    library
      .provisionsOf(documentId)
      .map(({ text, ownLength }) => text.slice(0, ownLength))
      .join("")
      .replace(/\s/g, "");
  const outcomes: number[] = [];
  for (const { question, citations } of questions) {
    const [first] = await search(question, 1);
    const found = first?.provisionId.slice(0, first.provisionId.lastIndexOf("#"));
    const gold = citations.flatMap((citation) => resolve(citation).documentIds);
    const isHit = await library.read(
      () => found !== undefined && (gold.includes(found) || gold.some((id) => wordsOf(id) === wordsOf(found))),
    );
    outcomes.push(Number(isHit));
  }
  return mean(outcomes) ?? 0;
}
