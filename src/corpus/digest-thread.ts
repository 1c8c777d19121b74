import { Worker } from "node:worker_threads";

/** What a file was found to be. */
export interface DigestedFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Its bytes, where they are wanted. */
  readonly kept?: Uint8Array;
}

/** How the bytes are kept: for one thread, or so that several can read them. */
export type Keeping = "alone" | "shared";

/** Text, not a module, so that it needs no file of its own beside the bundled program. */
const PROGRAM = `
  const { createHash } = require("node:crypto");
  const { closeSync, fstatSync, openSync, readSync } = require("node:fs");
  const { parentPort } = require("node:worker_threads");
  const BLOCK = 1 << 22;
  const shared = Buffer.allocUnsafe(BLOCK);
  const digest = (path, keeping) => {
    const file = openSync(path, "r");
    try {
      const hash = createHash("sha256");
      const Kept = keeping === "shared" ? SharedArrayBuffer : ArrayBuffer;
      const kept = keeping && new Uint8Array(new Kept(fstatSync(file).size));
      let bytes = 0;
      for (;;) {
        const room = kept ? Math.min(BLOCK, kept.length - bytes) : BLOCK;
        const read = readSync(file, kept ?? shared, kept ? bytes : 0, room, bytes);
        if (read === 0) return { bytes, sha256: hash.digest("hex"), kept };
        hash.update(kept ? kept.subarray(bytes, bytes + read) : shared.subarray(0, read));
        bytes += read;
      }
    } finally {
      closeSync(file);
    }
  };
  parentPort.on("message", ({ paths, keeping }) => {
    try {
      const files = paths.map((path) => digest(path, keeping));
      parentPort.postMessage({ files }, keeping === "alone" ? files.map(({ kept }) => kept.buffer) : []);
    } catch (error) {
      parentPort.postMessage({ error });
    }
  });
`;

type Reply = { readonly files: DigestedFile[] } | { readonly error: unknown };

interface Waiting {
  resolve(files: DigestedFile[]): void;
  reject(error: unknown): void;
}

let thread: { readonly worker: Worker; readonly waiting: Waiting[] } | undefined;

/**
 * Reads and digests files, in this order, on one thread beside the main one: as many as a machine of two cores has room for. It is started
 * with the first file, in some 50 ms, and keeps no program running. Rejects with what kept a file from being read.
 */
export function digestApart(paths: readonly string[], keeping?: Keeping): Promise<DigestedFile[]> {
  thread ??= startThread();
  const { worker, waiting } = thread;
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.ref();
    worker.postMessage({ paths, keeping });
  });
}

function startThread(): NonNullable<typeof thread> {
  const started = { worker: new Worker(PROGRAM, { eval: true }), waiting: [] as Waiting[] };
  const end = (error: unknown): void => {
    if (thread === started) thread = undefined;
    for (const { reject } of started.waiting.splice(0)) reject(error);
  };
  started.worker.on("message", (reply: Reply) => {
    const first = started.waiting.shift();
    if ("error" in reply) first?.reject(reply.error);
    else first?.resolve(reply.files);
    if (started.waiting.length === 0) started.worker.unref();
  });
  started.worker.once("error", end);
  started.worker.once("exit", () => end(new Error("the digest came to no end")));
  return started;
}
