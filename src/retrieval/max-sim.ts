import type { PieceSpace } from "../embedding/embedder.js";
import type { RowPieces } from "../indexing/policy-index.js";

/**
 * How well each piece of the question is met somewhere in each row (late interaction, "MaxSim"): over the question's distinct pieces the
 * mean of the best cosine with a piece of the row, weighted by the rarity of the question's piece. One value a row, at most 1;
 * 0 where the question has no piece of any weight, or the row has none at all.
 */
export function maxSims(
  space: Pick<PieceSpace, "nearest">,
  question: Uint16Array,
  rows: readonly RowPieces[],
  idf: (piece: number) => number,
): Float32Array {
  const asked = [...new Set(question)]
    .map((piece) => ({ piece, weight: idf(piece) }))
    .filter(({ weight }) => weight > 0);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const pieces = Uint16Array.from(asked, ({ piece }) => piece);
  const shares = Float32Array.from(asked, ({ weight }) => weight / total);
  const texts = rows.map((row) => row.pieces);
  const nearest = space.nearest(pieces, texts);
  const sims = new Float32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    let sum = 0;
    for (let at = 0; at < shares.length; at++)
      sum += (shares[at] as number) * (nearest[row * shares.length + at] as number);
    sims[row] = sum;
  }
  return sims;
}
