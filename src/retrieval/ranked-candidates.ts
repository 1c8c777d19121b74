import type { Embedder } from "../embedding/embedder.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import { findCandidates } from "./candidate.js";
import { createDocumentFit } from "./document-fit.js";
import { createRowFilter } from "./filter.js";
import { type Ranked, rankFirst } from "./first-stage.js";
import type { SearchOptions } from "./hit.js";
import { maxSims } from "./max-sim.js";
import { normKindsOf } from "./norm-kind.js";
import { type RankingFeatures, rankingFeatures } from "./rerank.js";

/** What the first stage finds, best first; the first of them have features, one each, to be ranked again. */
export interface RankedCandidates {
  readonly ranked: readonly Ranked[];
  readonly features: readonly RankingFeatures[];
}

/** Rows that each side proposes at least, and rows that are ranked again: 300, 200 and 250 find no more and cost half as much again. */
export const DENSE_DEPTH = 200;
const LEXICAL_DEPTH = 100;
const RERANK_DEPTH = 200;
/** A row of the last three quarters by the first stage is no answer, however small the index. */
const RERANK_SHARE = 0.25;

/** Finds the candidates for a question, at least `k` where there are so many. Marks alone find nothing. */
export function createCandidateSearch({
  index,
  embedder,
}: {
  readonly index: PolicyIndex;
  readonly embedder: Embedder;
}): (question: string, k: number, options: SearchOptions) => Promise<RankedCandidates> {
  const toRowFilter = createRowFilter(index);
  const kinds = normKindsOf(index.documents);
  const fitsOf = createDocumentFit(index);
  const idf = (piece: number): number => index.lexical.idf(embedder.pieces.nameOf(piece));
  return async (question, k, options) => {
    // Marks have vectors too, near anything.
    if (!/[\p{L}\p{N}]/u.test(question)) return { ranked: [], features: [] };
    const depths = { dense: Math.max(k, DENSE_DEPTH), lexical: Math.max(k, LEXICAL_DEPTH) };
    const asked = embedder.pieces.read(question);
    const candidates = await findCandidates(index, embedder, question, asked, depths, toRowFilter(options));
    const ranked = rankFirst(candidates, question, kinds);
    const again = ranked.slice(0, Math.min(RERANK_DEPTH, Math.ceil(index.size * RERANK_SHARE)));
    const pieces = again.map(({ candidate }) => candidate.pieces);
    const sims = maxSims(embedder.pieces, asked, pieces, idf);
    return { ranked, features: rankingFeatures(again, sims, await fitsOf(question, again)) };
  };
}
