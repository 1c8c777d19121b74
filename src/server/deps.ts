import type { Hono } from "hono";
import type { Answerer } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { FeedbackRecord } from "./wire.js";

/** One ranked provision, best first. */
export interface RankedProvision {
  readonly provisionId: string;
  readonly score: number;
}

/** Writes one line of the log. Fields never hold a secret or the text of a question. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** A webhook of its own (`slack.ts` …), mounted under `path`. */
export interface Channel {
  readonly path: string;
  readonly app: Hono;
}

export interface AppSettings {
  /** Shown at the head of every page: 北京市朝阳区政策问答. */
  readonly siteName: string;
  /** Origins of other sites (`https://www.example.gov.cn`) whose pages may use the API and frame our pages. */
  readonly allowedOrigins: readonly string[];
  /** Largest request body, in bytes. */
  readonly bodyLimitBytes: number;
  /** Longest wait for one answer and longest life of one event stream. */
  readonly answerTimeoutMs: number;
  /** Pause between the comments that keep an event stream open. */
  readonly heartbeatMs: number;
}

/** Everything the HTTP door needs, handed in so that a test can hand in less. */
export interface AppDeps {
  readonly answerer: Answerer;
  readonly library: PolicyLibrary;
  readonly search: (question: string, k: number) => Promise<readonly RankedProvision[]>;
  readonly feedback: (record: FeedbackRecord) => Promise<void>;
  /** Questions offered in an empty conversation. */
  readonly suggestions: () => Promise<readonly string[]>;
  /** The bundled widget, or a function that reads it. */
  readonly widgetScript: string | (() => string);
  readonly channels: readonly Channel[];
  readonly settings: AppSettings;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly isReady: () => boolean;
}
