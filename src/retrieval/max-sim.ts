import type { PieceSpace } from "../embedding/embedder.js";
import type { RowPieces } from "../indexing/policy-index.js";

/**
 * How well each piece of the question is met somewhere in each row (late interaction, "MaxSim"): over the question's distinct pieces the
 * mean of the best cosine with a piece of the row, weighted by the rarity of the question's piece. One value a row, at most 1;
 * 0 where the question has no piece of any weight, or the row has none at all.
 */
export function maxSims(
  space: Pick<PieceSpace, "maxSims">,
  question: Uint16Array,
  rows: readonly RowPieces[],
  idf: (piece: number) => number,
): Float32Array {
  const asked = [...new Set(question)]
    .map((piece) => ({ piece, weight: idf(piece) }))
    .filter(({ weight }) => weight > 0);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  return space.maxSims(
    Uint16Array.from(asked, ({ piece }) => piece),
    Float32Array.from(asked, ({ weight }) => weight / total),
    rows.map(({ pieces }) => pieces),
  );
}
