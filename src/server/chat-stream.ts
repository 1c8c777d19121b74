import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Answer } from "../answering/answer.js";
import { TIMED_OUT, within } from "./deadline.js";
import type { AppSettings } from "./deps.js";
import { problemBody } from "./problems.js";
import type { ChatEvent, ProblemCode } from "./wire.js";

/** Pieces of an answer for `delta`: whole lines and sentences; together they are the text again. */
export function splitIntoDeltas(text: string): string[] {
  return text.match(/[^。；！？\n]*(?:[。；！？\n]+(?:\[\d+\])*|$)/gu)?.filter((piece) => piece !== "") ?? [];
}

function eventsOf(answer: Answer): ChatEvent[] {
  return [
    { event: "citations", data: answer.citations },
    ...splitIntoDeltas(answer.answer).map((text): ChatEvent => ({ event: "delta", data: { text } })),
    { event: "answer", data: answer },
  ];
}

/**
 * Answers as an event stream. `ask` must not throw into the stream: a failure becomes an `error` event with our own
 * wording, reported to `onFailure` alone. No `onError` goes to `streamSSE`, which would send the raw message.
 */
export function streamAnswer(
  c: Context,
  ask: () => Promise<Answer>,
  settings: Pick<AppSettings, "heartbeatMs" | "answerTimeoutMs">,
  onFailure: (error: unknown) => void,
): Response {
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    const send = async ({ event, data }: ChatEvent) => {
      if (!stream.aborted) await stream.writeSSE({ event, data: JSON.stringify(data) });
    };
    const fail = (code: ProblemCode) => send({ event: "error", data: problemBody(code) });
    const gone = new Promise<null>((resolve) => stream.onAbort(() => resolve(null)));
    const heartbeat = setInterval(() => void stream.write(": keep-alive\n\n"), settings.heartbeatMs);
    try {
      await send({ event: "status", data: { state: "searching" } });
      const answer = await Promise.race([within(settings.answerTimeoutMs, ask()), gone]);
      if (answer === null) return;
      if (answer === TIMED_OUT) await fail("timed_out");
      else for (const event of eventsOf(answer)) await send(event);
    } catch (error) {
      onFailure(error);
      await fail("internal");
    } finally {
      clearInterval(heartbeat);
      await send({ event: "done", data: {} });
    }
  });
}
