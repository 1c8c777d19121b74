import type { Likeness, Scores } from "../../retrieval/likeness.js";
import type { Layer } from "../words/match.js";

/** What the cross-encoder says of a passage beside the other candidates of a question; every sign is 0 to 1. */
export interface JudgedReading {
  readonly signs: ReadingSigns;
  readonly scores: Scores;
}

export interface ReadingSigns {
  /** Likelihood that the passage tells what is asked, softened: one half for a score of 0, .92 for one of 5. */
  readonly told: number;
  /** The same of its relevance, which means less by itself. */
  readonly crossed: number;
  /** How close its relevance comes to the best of the candidates, 1 for the best. */
  readonly crossLead: number;
}

const SOFTENING = 2;
/** Scores so far behind the best, or further, are all the same. */
const FAR_BEHIND = 10;

/** Judges the passages of one question together. `layers` of each begin with its own words, then its lead-in, its headings and the title. */
export function judgeReadings(
  likeness: Likeness,
  question: string,
  layers: readonly (readonly Layer[])[],
): JudgedReading[] {
  const scores = likeness.answering(question, layers.map(readingOrder));
  const best = Math.max(...scores.map(({ relevance }) => relevance));
  return scores.map((own) => ({ signs: signsOf(own, best), scores: own }));
}

function signsOf({ relevance, told }: Scores, best: number): ReadingSigns {
  return {
    told: 1 / (1 + Math.exp(-told / SOFTENING)),
    crossed: 1 / (1 + Math.exp(-relevance / SOFTENING)),
    crossLead: Math.max(0, 1 + (relevance - best) / FAR_BEHIND),
  };
}

/** The parts of a passage as the cross-encoder reads them. Titles would only say which document, which every passage of it shares. */
export function readingOrder([own, leadIn, headings]: readonly Layer[]): string[] {
  return [headings, leadIn, own].map((layer) => layer?.text ?? "");
}
