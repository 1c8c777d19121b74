import type { Answer, Citation } from "../answer.js";
import cases from "./fluent-prose.json" with { type: "json" };

/**
 * Tests only. Answers over the seed corpus with prose for them as a chat model writes it: `close` keeps to the instructions
 * of the prompt, `free` words things in its own way.
 */
export interface FluentCase {
  readonly id: string;
  readonly question: string;
  readonly extractive: Answer;
  readonly close: string;
  readonly free: string | null;
}

export const fluentCases: readonly FluentCase[] = cases.map(({ id, question, answer, citations, close, free }) => ({
  id,
  question,
  close,
  free,
  extractive: {
    status: "answered",
    answer,
    citations: citations.map(toCitation),
    refusal: null,
    suggestions: [],
    mode: "extractive",
    confidence: 0.9,
    elapsedMs: 1,
  },
}));

function toCitation(stored: (typeof cases)[number]["citations"][number]): Citation {
  return {
    ...stored,
    status: stored.status as Citation["status"],
    provisionId: `${stored.documentId}#${stored.eId}`,
    quoteEnd: stored.quoteStart + stored.quote.length,
    url: `/documents/${stored.documentId}#${stored.eId}`,
  };
}
