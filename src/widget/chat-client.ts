import { PolicyChatError } from "../errors.js";
import type {
  ChatEvent,
  ChatRequest,
  Citation,
  ErrorBody,
  FeedbackRequest,
  ProvisionReference,
  ProvisionsResponse,
  SuggestionsResponse,
} from "../server/wire.js";
import { readEventStream } from "./event-stream.js";
import { wording } from "./wording.js";

/** A question that got no answer; the message is for the person who asked. */
export class ChatUnavailableError extends PolicyChatError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("internal", message, options);
  }
}

/** Base address from the `endpoint` attribute: an origin, a path under one, or the chat route itself; empty is this page's origin. */
export function toBaseUrl(endpoint: string | null, pageUrl: string): string {
  const url = new URL(endpoint?.trim() || "/", pageUrl);
  return `${url.origin}${url.pathname}`.replace(/(?:\/api\/chat)?\/*$/, "");
}

/** Link to the reader at the cited place with the quoted words marked. */
export function toReaderUrl(baseUrl: string, place: Pick<Citation, "url" | "eId" | "quoteStart" | "quoteEnd">): string {
  const [path = "", fragment = ""] = place.url.split("#");
  const quote = new URLSearchParams({
    place: place.eId,
    from: String(place.quoteStart),
    to: String(place.quoteEnd),
  });
  return `${baseUrl}${path}?${quote}#${fragment}`;
}

async function toProblem(response: Response): Promise<ChatUnavailableError> {
  const body: unknown = await response.json().catch(() => null);
  const { error } = (body ?? {}) as Partial<ErrorBody>;
  return new ChatUnavailableError(error?.message ?? wording.unavailable);
}

/** Speaks the HTTP contract from a browser. */
export class ChatClient {
  readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  /** Yields the events of one answer up to `done`; throws ChatUnavailableError, or the abort of `signal`. */
  async *ask(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const response = await this.#send("/api/chat", request, { Accept: "text/event-stream" }, signal);
    if (!response.ok || response.body === null) throw await toProblem(response);
    try {
      for await (const { event, data } of readEventStream(response.body)) {
        const message = { event, data: JSON.parse(data) } as ChatEvent;
        if (message.event === "error") throw new ChatUnavailableError(message.data.error.message);
        yield message;
        if (message.event === "done") return;
      }
    } catch (error) {
      if (signal.aborted || error instanceof ChatUnavailableError) throw error;
      throw new ChatUnavailableError(wording.interrupted, { cause: error });
    }
    throw new ChatUnavailableError(wording.interrupted);
  }

  async sendFeedback(feedback: FeedbackRequest): Promise<void> {
    const response = await this.#send("/api/feedback", feedback, {}, AbortSignal.timeout(10_000));
    if (!response.ok) throw await toProblem(response);
  }

  async suggestions(signal: AbortSignal): Promise<readonly string[]> {
    const response = await fetch(`${this.baseUrl}/api/suggestions`, { signal });
    return response.ok ? ((await response.json()) as SuggestionsResponse).suggestions : [];
  }

  async places(provisionIds: readonly string[], signal: AbortSignal): Promise<readonly ProvisionReference[]> {
    const query = new URLSearchParams(provisionIds.map((id) => ["id", id]));
    const response = await fetch(`${this.baseUrl}/api/provisions?${query}`, { signal });
    return response.ok ? ((await response.json()) as ProvisionsResponse).provisions : [];
  }

  async #send(path: string, body: object, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(`${this.baseUrl}${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      throw new ChatUnavailableError(wording.unreachable, { cause: error });
    }
  }
}
