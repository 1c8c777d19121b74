import type { Embedder } from "../embedding/embedder.js";
import type { LexicalNeighbour, PolicyIndex, RowPieces, RowPlace } from "../indexing/policy-index.js";
import type { RowFilter } from "../indexing/row-filter.js";

/** A row that may be what the question is after, with everything that ranking wants to know of it. */
export interface Candidate {
  readonly row: number;
  readonly place: RowPlace;
  readonly pieces: RowPieces;
  /** Cosine of the row's vector and the question's; 0 where the model knows no piece of the question. */
  readonly dense: number;
  /** BM25 as the lexical index weighs it. */
  readonly lexical: number;
  /** BM25 over character bigrams, divided by that of the best candidate, 0 to 1. */
  readonly bigrams: number;
}

/** How many rows each side proposes. */
export interface CandidateDepths {
  readonly dense: number;
  readonly lexical: number;
}

/** The rows that meaning or words propose, each once, in no order. Both scores are exact for all of them. `asked` are the question's pieces. */
export async function findCandidates(
  index: PolicyIndex,
  embedder: Embedder,
  question: string,
  asked: Uint16Array,
  depths: CandidateDepths,
  accept: RowFilter | undefined,
): Promise<Candidate[]> {
  const vector = embedder.pieces.vector(asked);
  const near = vector.some((value) => value !== 0) ? await index.vectors.search(vector, depths.dense, accept) : [];
  const nearRows = near.map(({ row }) => row);
  const lexical = await index.lexical.search(question, depths.lexical, accept, nearRows);
  const rows = lexical.map(({ row }) => row);
  const [places, pieces] = await Promise.all([index.places(rows), index.pieces(rows)]);
  return toCandidates(lexical, places, pieces, denseScores(embedder, vector, pieces));
}

function toCandidates(
  lexical: readonly LexicalNeighbour[],
  places: readonly RowPlace[],
  pieces: readonly RowPieces[],
  dense: readonly number[],
): Candidate[] {
  const mostBigrams = Math.max(Number.MIN_VALUE, ...lexical.map(({ bigrams }) => bigrams));
  return lexical.map(({ row, score, bigrams }, at) => ({
    row,
    place: places[at] as RowPlace,
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
function denseScores({ pieces: space }: Embedder, vector: Float32Array, rows: readonly RowPieces[]): number[] {
  const sums = space.sums(
    vector,
    rows.map(({ pieces }) => pieces),
  );
  return rows.map(({ norm }, at) => (norm === 0 ? 0 : (sums[at] as number) / norm));
}
