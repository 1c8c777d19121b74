import type { PolicyIndex } from "../indexing/policy-index.js";
import type { RowTest } from "./filter.js";
import type { Scored } from "./fusion.js";

/** The k rows whose words fit the question best. */
export function searchLexical(index: PolicyIndex, question: string, k: number, accept: RowTest): Scored<number>[] {
  return index.lexical.search(question, k, accept).map(({ row, score }) => ({ id: row, score }));
}
