import type { ProvisionStatus } from "../corpus/provision.js";

/** One proved quotation: `quote === provision.text.slice(quoteStart, quoteEnd)`. */
export interface Citation {
  /** From 1; `[n]` in the answer points here. */
  readonly index: number;
  readonly provisionId: string;
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string;
  readonly eId: string;
  readonly label: string;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly status: ProvisionStatus;
  readonly url: string;
}

export type RefusalReason = "no_basis" | "not_in_corpus" | "no_such_provision" | "off_topic" | "unsafe";

export interface Refusal {
  readonly reason: RefusalReason;
  /** Provision ids of the nearest places, which are not a basis for an answer. */
  readonly nearest: readonly string[];
}

/** One object for the command line, HTTP, widget, webhooks and evaluation (contract.md section 3). */
export interface Answer {
  readonly status: "answered" | "refused";
  /** Markdown; `[n]` points into `citations`. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly refusal: Refusal | null;
  readonly suggestions: readonly string[];
  readonly mode: "extractive" | "generated";
  /** Calibrated, 0 to 1: of answers at 0.9, nine in ten are right. */
  readonly confidence: number;
  readonly elapsedMs: number;
}

export interface ChatTurn {
  readonly role: "user" | "assistant";
  readonly content: string;
}

export interface Question {
  readonly question: string;
  readonly history?: readonly ChatTurn[];
}

/** What every door (server, channels, cli, evaluation) asks. */
export interface Answerer {
  answer(question: Question): Promise<Answer>;
}
