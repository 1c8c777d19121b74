import type { PieceSpace } from "../embedding/embedder.js";
import type { RowPieces } from "../indexing/policy-index.js";
import { distinctPieces, PIECES } from "./candidate.js";

/**
 * How well each word of the question is met somewhere in each row (late interaction, "MaxSim"): over the question's distinct pieces the
 * mean of the best cosine with a piece of the row, weighted by the rarity of the question's piece. One value a row, at most 1;
 * 0 where the question has no piece of any weight, or the row has none at all.
 */
export function maxSims(
  space: PieceSpace,
  question: string,
  rows: readonly RowPieces[],
  idf: (word: string) => number,
): Float32Array {
  const asked = [...new Set(space.read(question))]
    .map((piece) => ({ piece, weight: idf(space.nameOf(piece)) }))
    .filter(({ weight }) => weight > 0);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const distinct = distinctPieces(rows);
  const cosines = crossed(
    asked.map(({ piece }) => space.cosines(piece, distinct)),
    distinct.length,
  );
  const shares = Float32Array.from(asked, ({ weight }) => weight / total);
  const placeOf = new Uint16Array(PIECES);
  for (const [place, piece] of distinct.entries()) placeOf[piece] = place;
  return Float32Array.from(rows, ({ pieces }) => weighBest(cosines, shares, pieces, placeOf));
}

/** The columns side by side, so that what one piece of a row is compared with lies together. */
function crossed(columns: readonly Float32Array[], length: number): Float32Array {
  const table = new Float32Array(columns.length * length);
  for (const [at, column] of columns.entries()) {
    for (let row = 0; row < length; row++) table[row * columns.length + at] = column[row] as number;
  }
  return table;
}

/** The hot loop of reranking: plain indexing, no calls. */
function weighBest(cosines: Float32Array, shares: Float32Array, pieces: Uint16Array, placeOf: Uint16Array): number {
  if (pieces.length === 0) return 0;
  const asked = shares.length;
  const best = new Float32Array(asked).fill(-1);
  for (let at = 0; at < pieces.length; at++) {
    const start = (placeOf[pieces[at] as number] as number) * asked;
    for (let q = 0; q < asked; q++) {
      const cosine = cosines[start + q] as number;
      if (cosine > (best[q] as number)) best[q] = cosine;
    }
  }
  let sum = 0;
  for (let q = 0; q < asked; q++) sum += (shares[q] as number) * (best[q] as number);
  return sum;
}
