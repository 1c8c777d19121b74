import type { Context, Handler } from "hono";
import type { Answer } from "../answering/answer.js";
import { streamAnswer } from "./chat-stream.js";
import { TIMED_OUT, within } from "./deadline.js";
import type { AppDeps } from "./deps.js";
import { logFailure } from "./failure-log.js";
import { readJsonBody } from "./json-body.js";
import type { AppMetrics } from "./metrics.js";
import { problem } from "./problems.js";
import { SessionMemory } from "./sessions.js";
import { type ChatRequest, chatRequestSchema } from "./wire.js";

function wantsEventStream(c: Context): boolean {
  return (c.req.header("accept") ?? "").toLowerCase().includes("text/event-stream");
}

/** `POST /api/chat`: the Answer as JSON, or as an event stream where the caller accepts one. */
export function createChatHandler(deps: AppDeps, metrics: AppMetrics): Handler {
  const sessions = new SessionMemory(deps.now);

  async function ask({ question, history, sessionId }: ChatRequest): Promise<Answer> {
    const turns = history ?? (sessionId === undefined ? [] : sessions.recall(sessionId));
    const answer = await deps.answerer.answer({ question, history: turns });
    metrics.countAnswer(answer);
    if (sessionId !== undefined) sessions.remember(sessionId, question, answer.answer);
    return answer;
  }

  return async (c) => {
    if (!deps.isReady()) return problem(c, "not_ready");
    const body = await readJsonBody(c, chatRequestSchema, "question");
    if ("response" in body) return body.response;
    c.header("Cache-Control", "no-store");
    if (wantsEventStream(c)) {
      const requestId = c.get("requestId");
      return streamAnswer(
        c,
        () => ask(body.value),
        deps.settings,
        (error) => logFailure(deps.log, "answer_failed", requestId, error),
      );
    }
    const answer = await within(deps.settings.answerTimeoutMs, ask(body.value));
    return answer === TIMED_OUT ? problem(c, "timed_out") : c.json(answer);
  };
}
