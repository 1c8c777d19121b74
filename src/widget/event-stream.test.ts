import { describe, expect, it } from "vitest";
import { readEventStream, type StreamEvent } from "./event-stream.js";

async function read(pieces: readonly Uint8Array[]): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEventStream(body)) events.push(event);
  return events;
}

const TEXT = ': keep-alive\n\nevent: delta\ndata: {"text":"审查"}\n\nevent: done\ndata: {}\n\n';
const EVENTS = [
  { event: "delta", data: '{"text":"审查"}' },
  { event: "done", data: "{}" },
];

describe("readEventStream", () => {
  it.each([
    ["LF", TEXT],
    ["CRLF", TEXT.replaceAll("\n", "\r\n")],
  ])("reads events that the network cuts at every byte, with %s", async (_name, text) => {
    expect(await read([...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte)))).toEqual(EVENTS);
  });

  it("joins data lines and drops an event that the end cuts off", async () => {
    const text = "data: a\ndata: b\n\nevent: delta\ndata: c";
    expect(await read([new TextEncoder().encode(text)])).toEqual([{ event: "message", data: "a\nb" }]);
  });
});
