import type { PolicyIndex } from "../indexing/policy-index.js";
import type { Scored } from "./fusion.js";

/** The k provisions whose words fit the question best. */
export function searchLexical(
  index: PolicyIndex,
  question: string,
  k: number,
  accept?: (row: number) => boolean,
): Scored[] {
  return index.lexical.search(question, k, accept).map(({ row, score }) => ({ id: index.provisionIdAt(row), score }));
}
