/** BM25's free parameters: `k1` ≥ 0 bounds what repeats add, `b` in [0, 1] is how much length counts. */
export interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}

/**
 * Inverse document frequency in nats, never negative: ln(1 + (N − n + 0.5) / (n + 0.5)), the form of Lucene and of
 * Robertson and Zaragoza (2009) with the 1 that keeps common words from counting against a text.
 */
export function inverseDocumentFrequency(rowCount: number, rowsWithTerm: number): number {
  return Math.log(1 + (rowCount - rowsWithTerm + 0.5) / (rowsWithTerm + 0.5));
}

/** What a text's length adds to the denominator: k1 · (1 − b + b · length / averageLength). */
export function lengthNorm(length: number, averageLength: number, { k1, b }: Bm25Parameters): number {
  return k1 * (1 - b + (averageLength > 0 ? (b * length) / averageLength : 0));
}

/** One term's share of a text's score: idf · tf / (tf + norm). As Lucene since 8.0, without the constant factor k1 + 1. */
export function termScore(idf: number, termFrequency: number, norm: number): number {
  return (idf * termFrequency) / (termFrequency + norm);
}
