/** One ranked provision. Rank is the position in the list, from 1. */
export interface Hit {
  readonly provisionId: string;
  /** Of the reranker; comparable within one result list only. */
  readonly score: number;
  /** BM25 over words and character bigrams; 0 where no term is shared. */
  readonly lexicalScore: number;
  /** Cosine similarity; 0 where the model knows no word of the question, null from a retriever without vectors. */
  readonly denseScore: number | null;
}

/** What a search is limited to. Filters hold before ranking and all of them must hold. */
export interface SearchOptions {
  readonly k?: number;
  /** Keep provisions of these documents only. */
  readonly documentIds?: readonly string[];
  /** Keep documents of this issuer, as printed. */
  readonly issuer?: string;
  /** Keep documents signed on or after this ISO date; a document without a date is left out. */
  readonly dateFrom?: string;
  /** Keep documents signed on or before this ISO date; a document without a date is left out. */
  readonly dateTo?: string;
  /** Keep documents in force on this ISO date: begun by then and not superseded; one that does not say when stays in. */
  readonly inForceOn?: string;
}

/** Ranks provisions for a question. */
export interface ProvisionRetriever {
  search(question: string, options?: SearchOptions): Promise<Hit[]>;
}
