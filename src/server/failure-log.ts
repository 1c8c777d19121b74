import { PolicyChatError } from "../errors.js";
import type { Log } from "./deps.js";

/**
 * Logs a failure with its place in the code. The message is kept for our own errors only: those promise to hold no
 * question, while a library's message may quote its input.
 */
export function logFailure(log: Log, event: string, requestId: string, error: unknown): void {
  const known = error instanceof PolicyChatError;
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  log("error", event, {
    requestId,
    name: error instanceof Error ? error.name : typeof error,
    code: known ? error.code : "internal",
    message: known ? error.message : null,
    at: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(" | "),
  });
}
