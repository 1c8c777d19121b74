import type { CorpusProblem } from "../corpus/problem.js";
import type { BuildProgress } from "../indexing/write-segment.js";
import type { BuildListener } from "./build-app.js";

/** What a process that builds an index tells the one that started it. */
export type BuildMessage =
  | { readonly kind: "reading"; readonly done: number; readonly total: number }
  | { readonly kind: "progress"; readonly progress: BuildProgress }
  | { readonly kind: "problem"; readonly problem: CorpusProblem };

/** Passes on what a build tells. */
export function sendTo(send: (message: BuildMessage) => void): BuildListener {
  return {
    onReading: (done, total) => send({ kind: "reading", done, total }),
    onProgress: (progress) => send({ kind: "progress", progress }),
    onProblem: (problem) => send({ kind: "problem", problem }),
  };
}

/** Tells a listener what was passed on. */
export function hearFrom(message: BuildMessage, listener: BuildListener): void {
  if (message.kind === "reading") listener.onReading?.(message.done, message.total);
  else if (message.kind === "progress") listener.onProgress?.(message.progress);
  else listener.onProblem?.(message.problem);
}
