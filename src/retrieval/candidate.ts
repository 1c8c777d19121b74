import type { Embedder } from "../embedding/embedder.js";
import type { LexicalNeighbour, PolicyIndex, RowPieces } from "../indexing/policy-index.js";
import type { RowFilter } from "../indexing/row-filter.js";

/** A row that may be what the question is after, with everything that ranking wants to know of it. */
export interface Candidate {
  readonly row: number;
  readonly provisionId: string;
  readonly pieces: RowPieces;
  /** Cosine of the row's vector and the question's; 0 where the model knows no piece of the question. */
  readonly dense: number;
  /** BM25 as the lexical index weighs it. */
  readonly lexical: number;
  /** BM25 over character bigrams, divided by that of the best candidate, 0 to 1. */
  readonly bigrams: number;
}

/** Numbers that a piece can have. */
export const PIECES = 1 << 16;

/** How many rows each side proposes. */
export interface CandidateDepths {
  readonly dense: number;
  readonly lexical: number;
}

/** The rows that meaning or words propose, each once, in no order. Both scores are exact for all of them. */
export async function findCandidates(
  index: PolicyIndex,
  embedder: Embedder,
  question: string,
  depths: CandidateDepths,
  accept: RowFilter | undefined,
): Promise<Candidate[]> {
  const vector = embedder.pieces.vector(embedder.pieces.read(question));
  const near = vector.some((value) => value !== 0) ? await index.vectors.search(vector, depths.dense, accept) : [];
  const nearRows = near.map(({ row }) => row);
  const lexical = await index.lexical.search(question, depths.lexical, accept, nearRows);
  const rows = lexical.map(({ row }) => row);
  const [provisionIds, pieces] = await Promise.all([index.provisionIds(rows), index.pieces(rows)]);
  return toCandidates(lexical, provisionIds, pieces, denseScores(embedder, vector, pieces));
}

function toCandidates(
  lexical: readonly LexicalNeighbour[],
  provisionIds: readonly string[],
  pieces: readonly RowPieces[],
  dense: readonly number[],
): Candidate[] {
  const mostBigrams = Math.max(Number.MIN_VALUE, ...lexical.map(({ bigrams }) => bigrams));
  return lexical.map(({ row, score, bigrams }, at) => ({
    row,
    provisionId: provisionIds[at] as string,
    pieces: pieces[at] as RowPieces,
    dense: dense[at] ?? 0,
    lexical: score,
    bigrams: bigrams / mostBigrams,
  }));
}

/**
 * The cosine of every row, from its pieces, whose sum its vector is: the vector index may propose rows by less than the
 * whole of their vectors.
 */
function denseScores({ pieces: space }: Embedder, vector: Float32Array, pieces: readonly RowPieces[]): number[] {
  if (!vector.some((value) => value !== 0)) return pieces.map(() => 0);
  const distinct = distinctPieces(pieces);
  const products = space.dots(vector, distinct);
  const productOf = new Float32Array(PIECES);
  for (const [at, piece] of distinct.entries()) productOf[piece] = products[at] ?? 0;
  return pieces.map(({ pieces: own, norm }) => {
    let sum = 0;
    for (const piece of own) sum += productOf[piece] as number;
    return norm === 0 ? 0 : sum / norm;
  });
}

/** Every piece of the rows once, in no order. */
export function distinctPieces(rows: readonly RowPieces[]): Uint16Array {
  const seen = new Uint8Array(PIECES);
  const distinct = new Uint16Array(PIECES);
  let count = 0;
  for (const { pieces } of rows) {
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] as number;
      if (seen[piece] === 1) continue;
      seen[piece] = 1;
      distinct[count++] = piece;
    }
  }
  return distinct.slice(0, count);
}
