import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with one request. */
export type ChatBehaviour =
  | { readonly kind: "reply"; readonly text: string; readonly finish?: string }
  | { readonly kind: "whole"; readonly text: string }
  | { readonly kind: "status"; readonly status: number; readonly body: string }
  | { readonly kind: "raw"; readonly body: string }
  | { readonly kind: "cut"; readonly text: string }
  | { readonly kind: "unfinished"; readonly text: string }
  | { readonly kind: "hang"; readonly after?: string }
  | { readonly kind: "endless" };

export interface ChatRequestBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export interface FakeChatServer {
  /** Base address of the OpenAI interface. */
  readonly baseUrl: string;
  readonly requests: readonly { readonly body: ChatRequestBody; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** Tests only. A real HTTP server that speaks the OpenAI protocol, as a stream too, and misbehaves as it is told. */
export async function startFakeChatServer(behave: (body: ChatRequestBody) => ChatBehaviour): Promise<FakeChatServer> {
  const requests: { body: ChatRequestBody; authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readAll(request)) as ChatRequestBody;
    requests.push({ body, authorization: request.headers.authorization });
    act(behave(body), body.stream === true, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function act(behaviour: ChatBehaviour, isStream: boolean, response: ServerResponse): void {
  const stream = () => response.writeHead(200, { "Content-Type": "text/event-stream" });
  switch (behaviour.kind) {
    case "reply":
      if (isStream) sendStream(stream(), behaviour.text, behaviour.finish ?? "stop");
      else sendWhole(response, behaviour.text);
      return;
    case "whole":
      sendWhole(response, behaviour.text);
      return;
    case "status":
      response.writeHead(behaviour.status, { "Content-Type": "application/json" }).end(behaviour.body);
      return;
    case "raw":
      response.writeHead(200, { "Content-Type": "application/json" }).end(behaviour.body);
      return;
    case "cut":
      stream().write(toEvent(behaviour.text), () => response.destroy());
      return;
    case "unfinished":
      stream().write(toEvent(behaviour.text));
      response.end();
      return;
    case "hang":
      if (behaviour.after !== undefined) stream().write(toEvent(behaviour.after));
      return;
    case "endless":
      sendForever(stream());
  }
}

/** Piece by piece, as models do. */
function sendStream(response: ServerResponse, text: string, finish: string): void {
  for (const [piece] of text.matchAll(/[\s\S]{1,300}/gu)) response.write(toEvent(piece));
  response.write(toEvent("", finish));
  response.end("data: [DONE]\n\n");
}

function sendForever(response: ServerResponse): void {
  const timer = setInterval(() => response.write(toEvent("区政府应当".repeat(400))), 1);
  response.on("close", () => clearInterval(timer));
}

function toEvent(content: string, finish: string | null = null): string {
  const choice = { index: 0, delta: { role: "assistant", content }, finish_reason: finish };
  return `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "fake", choices: [choice] })}\n\n`;
}

function sendWhole(response: ServerResponse, content: string): void {
  const choice = { index: 0, message: { role: "assistant", content }, finish_reason: "stop" };
  const body = { id: "1", object: "chat.completion", created: 1, model: "fake", choices: [choice] };
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
