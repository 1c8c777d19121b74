import { z } from "zod";
import type { Answer, Citation } from "../answering/answer.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";

export type { Answer, ChatTurn, Citation, RefusalReason } from "../answering/answer.js";

/** Longest question taken, in UTF-16 code units. */
export const MAX_QUESTION_LENGTH = 2_000;
/** Most provisions `GET /api/search` returns. */
export const MAX_SEARCH_RESULTS = 100;

const questionText = z.string().trim().min(1).max(MAX_QUESTION_LENGTH);
const sessionId = z.string().min(1).max(128);

const chatTurnSchema = z.object({ role: z.enum(["user", "assistant"]), content: z.string().max(20_000) });

/** Body of `POST /api/chat`. */
export const chatRequestSchema = z.object({
  question: questionText,
  history: z.array(chatTurnSchema).max(50).optional(),
  sessionId: sessionId.optional(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

/** Query of `GET /api/search`. */
export const searchQuerySchema = z.object({
  q: questionText,
  k: z.coerce.number().int().min(1).max(MAX_SEARCH_RESULTS).default(10),
});

/** Body of `POST /api/feedback`: a thumb on one answer, with the question and the places it cited where they are known. */
export const feedbackRequestSchema = z.object({
  thumb: z.enum(["up", "down"]),
  remark: z.string().trim().max(1_000).optional(),
  question: z.string().max(MAX_QUESTION_LENGTH).optional(),
  provisionIds: z.array(z.string().max(500)).max(50).optional(),
  sessionId: sessionId.optional(),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

/** What is kept of a feedback; `at` is an ISO instant. */
export type FeedbackRecord = FeedbackRequest & { readonly at: string };

/** Codes of `{ error: { code, message } }`; programs switch on them. */
export type ProblemCode =
  | "bad_json"
  | "bad_request"
  | "question_missing"
  | "question_too_long"
  | "unsupported_media_type"
  | "body_too_large"
  | "not_found"
  | "document_not_found"
  | "method_not_allowed"
  | "not_ready"
  | "timed_out"
  | "internal";

export interface ErrorBody {
  readonly error: { readonly code: ProblemCode; readonly message: string };
}

/** The events of a chat stream, in this order; `error` stands in for everything after `status`. `done` is always last. */
export type ChatEvent =
  | { readonly event: "status"; readonly data: { readonly state: "searching" } }
  | { readonly event: "citations"; readonly data: readonly Citation[] }
  | { readonly event: "delta"; readonly data: { readonly text: string } }
  | { readonly event: "answer"; readonly data: Answer }
  | { readonly event: "error"; readonly data: ErrorBody }
  | { readonly event: "done"; readonly data: Record<string, never> };

/** A place with what is needed to name and open it. */
export interface ProvisionReference {
  readonly provisionId: string;
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string;
  readonly eId: string;
  readonly label: string;
  readonly text: string;
  readonly status: Provision["status"];
  readonly url: string;
}

/** One row of `GET /api/search`; rank starts at 1, score compares within one list only. */
export interface SearchResult extends ProvisionReference {
  readonly rank: number;
  readonly score: number;
}

export interface SearchResponse {
  readonly results: readonly SearchResult[];
}

/** `GET /api/provisions?id=…&id=…`; unknown ids are left out. */
export interface ProvisionsResponse {
  readonly provisions: readonly ProvisionReference[];
}

/** `GET /api/suggestions`: questions this corpus can answer. */
export interface SuggestionsResponse {
  readonly suggestions: readonly string[];
}

export type DocumentSummary = DocumentHead & { readonly url: string };

export interface DocumentsResponse {
  readonly documents: readonly DocumentSummary[];
}

/** A provision with the places below it in full, variants and all. */
export type ProvisionNode = Omit<Provision, "children"> & { readonly children: readonly ProvisionNode[] };

export interface DocumentResponse {
  readonly document: DocumentSummary;
  readonly provisions: readonly ProvisionNode[];
}
