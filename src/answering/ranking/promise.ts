import { showsEvidence } from "../question/evidence.js";
import { comparable } from "../words/comparable.js";
import { coverTerms, type Layer, weightedCover } from "../words/match.js";
import type { Candidate } from "./candidates.js";
import type { Asked } from "./features.js";
import weights from "./promise.json" with { type: "json" };

/** What a candidate promises before it is looked at closely; every value is 0 to 1. */
export const PROMISE_SIGNS = [
  /** Fused retrieval score, 1 for the best row. */
  "retrieval",
  /** Cosine similarity. */
  "dense",
  /** BM25, 1 for the best row. */
  "lexical",
  /** Cover of the terms by the passage's own words. */
  "ownCover",
  /** The same with its lead-in, headings and title. */
  "cover",
  /** The passage shows what the kind asks for, 0.5 where the kind asks for nothing special. */
  "evidence",
  /** It has the number that is asked for, 0.5 where none is. */
  "quantity",
  /** A whole list. */
  "isList",
  /** In characters, 1 from 500 on. */
  "length",
] as const;

export type PromiseSigns = Readonly<Record<(typeof PROMISE_SIGNS)[number], number>>;

/** `layers` are those of `layersOf`, `bestLexical` the best BM25 of all candidates. */
export function promiseSigns(
  { text, retrieval, dense, lexical, shape }: Candidate,
  layers: readonly Layer[],
  bestLexical: number,
  { terms, kind, quantity }: Pick<Asked, "terms" | "kind" | "quantity">,
): PromiseSigns {
  const own = comparable(text);
  const [passage, ...context] = layers;
  const ownCovers = coverTerms(terms, passage ? [passage] : []);
  return {
    retrieval,
    dense: Math.max(0, dense),
    lexical: lexical / bestLexical,
    ownCover: weightedCover(terms, ownCovers),
    cover: weightedCover(terms, coverTerms(terms, context, ownCovers)),
    evidence: showsEvidence(kind, own) ?? 0.5,
    quantity: quantity === null ? 0.5 : Number(quantity.test(own)),
    isList: Number(shape === "whole"),
    length: Math.min(1, text.length / 500),
  };
}

/** How likely a candidate is to be the right one, as log-odds against the others (training/fit_promise.py). */
export function promiseOf(signs: PromiseSigns): number {
  return PROMISE_SIGNS.reduce((sum, name) => sum + weights[name] * signs[name], 0);
}
