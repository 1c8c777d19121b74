/** One ranked provision. Rank is the position in the list, from 1. */
export interface Hit {
  readonly provisionId: string;
  /** Fused score; comparable within one result list only. */
  readonly score: number;
  /** BM25 over words; 0 when the lexical side did not return it. */
  readonly lexicalScore: number;
  /** Cosine similarity; null when the dense side did not return it. */
  readonly denseScore: number | null;
}

export interface SearchOptions {
  readonly k?: number;
  /** Keep provisions of these documents only; filters before ranking. */
  readonly documentIds?: readonly string[];
}

/** Ranks provisions for a question. */
export interface ProvisionRetriever {
  search(question: string, options?: SearchOptions): Promise<Hit[]>;
}
