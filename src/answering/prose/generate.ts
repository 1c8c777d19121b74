import { PolicyChatError } from "../../errors.js";
import type { PromptMessage } from "./prompt.js";

/** Which model is called, and how much of it. */
export interface ChatModelSettings {
  readonly provider: "openai" | "ollama";
  readonly model: string;
  /** Address of the interface; null takes the provider's own. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  /** Longest wait for one reply, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest reply. */
  readonly maxTokens: number;
}

/** Writes a reply to messages. Throws ChatModelFailedError. */
export type ChatModel = (messages: readonly PromptMessage[]) => Promise<string>;

export type ChatModelFailure = "timed_out" | "unreachable" | "refused_by_server" | "cut_off" | "empty";

/** A call of the language model brought nothing to use. Says what happened, never what was asked or where. */
export class ChatModelFailedError extends PolicyChatError {
  readonly failure: ChatModelFailure;

  constructor(failure: ChatModelFailure, message: string, options?: { cause?: unknown }) {
    super("chat_model_failed", message, options);
    this.failure = failure;
  }
}

/** Replies longer than this many characters are broken off: no answer needs them. */
const LONGEST_REPLY = 8_000;

/** What providers put beside the words of a reply; the last part says why it ends. */
interface ReplyMetadata {
  readonly finish_reason?: unknown;
  readonly done_reason?: unknown;
}

interface ReplyPart {
  readonly text: string;
  readonly response_metadata: ReplyMetadata;
}

type Turns = [role: string, content: string][];

/** The part of a langchain chat model that is used. */
interface LangchainModel {
  stream(turns: Turns, options: { signal: AbortSignal }): Promise<AsyncIterable<ReplyPart>>;
  invoke(turns: Turns, options: { signal: AbortSignal }): Promise<ReplyPart>;
}

/** Opens the model through langchain, which is loaded here and only here. Nothing is called yet. */
export async function openChatModel(settings: ChatModelSettings): Promise<ChatModel> {
  const { initChatModel } = await import("langchain/chat_models/universal");
  const options = { modelProvider: settings.provider, temperature: 0, maxRetries: 0, ...providerOptions(settings) };
  const model: LangchainModel = await initChatModel(settings.model, options);
  return async (messages) => {
    const deadline = AbortSignal.timeout(settings.timeoutMs);
    const turns = messages.map(({ role, content }): [string, string] => [role, content]);
    return await Promise.race([read(model, turns, deadline), expiry(deadline)]);
  };
}

/** Address and key are always said, so that no provider looks for them in the environment. */
function providerOptions({ provider, baseUrl, apiKey, maxTokens }: ChatModelSettings): Record<string, unknown> {
  if (provider === "ollama") {
    // Ollama knows no keys; a gateway before it does.
    const headers = apiKey === null ? {} : { headers: { Authorization: `Bearer ${apiKey}` } };
    return { baseUrl: baseUrl ?? "http://127.0.0.1:11434", numPredict: maxTokens, ...headers };
  }
  return {
    // Many servers in one's own house take any key, but the client insists on one.
    apiKey: apiKey ?? "none",
    configuration: { baseURL: baseUrl ?? "https://api.openai.com/v1" },
    maxTokens,
    useResponsesApi: false,
    streamUsage: false,
  };
}

async function read(model: LangchainModel, turns: Turns, signal: AbortSignal): Promise<string> {
  const reply = { text: "", end: null as string | null };
  const add = ({ text, response_metadata }: ReplyPart) => {
    reply.text += text;
    reply.end = endOf(response_metadata) ?? reply.end;
  };
  try {
    for await (const part of await model.stream(turns, { signal })) {
      add(part);
      if (reply.text.length > LONGEST_REPLY) break;
    }
    // Not one part of a stream: a server that knows no streams has answered whole.
    if (reply.text === "" && reply.end === null && !signal.aborted) add(await model.invoke(turns, { signal }));
  } catch (cause) {
    throw signal.aborted ? timedOut() : toFailure(cause, reply.text !== "");
  }
  if (signal.aborted) throw timedOut();
  if (reply.text.trim() === "") throw new ChatModelFailedError("empty", "语言模型没有给出内容");
  // A reply that the server did not end itself may stop anywhere, in the middle of a condition too.
  if (reply.end !== "stop") throw new ChatModelFailedError("cut_off", "语言模型的答复不完整");
  return reply.text;
}

function endOf({ finish_reason, done_reason }: ReplyMetadata): string | null {
  const reason = finish_reason ?? done_reason;
  return typeof reason === "string" ? reason : null;
}

const timedOut = () => new ChatModelFailedError("timed_out", "语言模型没有在限定时间内答完");

/** The library may not notice a signal; the person waiting does. */
function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(timedOut()), { once: true }));
}

/** The cause stays inside: its message may quote the address or what was sent. */
function toFailure(cause: unknown, hasBegun: boolean): ChatModelFailedError {
  const { status: given, status_code } = (cause ?? {}) as { readonly status?: unknown; readonly status_code?: unknown };
  const status = given ?? status_code;
  if (typeof status === "number") {
    return new ChatModelFailedError("refused_by_server", `语言模型接口返回${status}`, { cause });
  }
  return hasBegun
    ? new ChatModelFailedError("cut_off", "语言模型的答复中断", { cause })
    : new ChatModelFailedError("unreachable", "语言模型接口无法连接或答复无法读取", { cause });
}
