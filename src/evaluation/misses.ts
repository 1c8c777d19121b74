import type { PolicyLibrary } from "../corpus/library.js";
import { failureReasons, isRight, placeName } from "./checks.js";
import type { Dataset } from "./dataset.js";
import type { EvaluationResult } from "./evaluate.js";
import { createGoldResolver } from "./gold.js";

export interface Miss {
  readonly id: string;
  readonly type: string;
  readonly question: string;
  /** The gold places as a person names them; empty for a question without an answer. */
  readonly gold: readonly string[];
  /** Why, weightiest first. */
  readonly reasons: readonly string[];
  readonly answer: string;
}

/** Every question of which a check failed, in the order of the set. */
export function listMisses(dataset: Dataset, { results }: EvaluationResult, library: PolicyLibrary): Miss[] {
  const resolve = createGoldResolver(library);
  return dataset.questions.flatMap(({ id, type, question, citations }, index) => {
    const result = results[index];
    if (result === undefined || isRight(result.checks)) return [];
    const gold = citations.map((citation) => placeName(citation, resolve(citation), library));
    return [{ id, type, question, gold, reasons: failureReasons(result.checks), answer: result.answer.answer }];
  });
}
