import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Generation } from "./generation.js";
import { IndexDamagedError } from "./index-errors.js";
import type { IndexFile, Manifest } from "./manifest.js";

const BYTE_ALIGNMENT = 8;
/** From this size on a file is digested in blocks on a thread of its own: starting one costs some 30 ms. */
const LARGE_BYTES = 1 << 25;

/** Text, not a module, so that it needs no file of its own beside the bundled program. */
const DIGEST_WORKER = `
  const { createHash } = require("node:crypto");
  const { openSync, readSync } = require("node:fs");
  const { parentPort, workerData } = require("node:worker_threads");
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(1 << 22);
  const file = openSync(workerData, "r");
  let bytes = 0;
  for (let read; (read = readSync(file, block, 0, block.length, bytes)) > 0; bytes += read) hash.update(block.subarray(0, read));
  parentPort.postMessage({ bytes, sha256: hash.digest("hex") });
`;

/** Reads files of a generation whole and proves size and digest. Throws `IndexDamagedError`. */
export async function readVerified(
  generation: Generation,
  manifest: Manifest,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const files = names.map(async (name) => {
    const path = join(generation.path, name);
    const bytes = await orDamaged(path, async () => toAligned(await readFile(path)));
    requireSame(path, manifest.files[name], await digestBytes(bytes));
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(files));
}

/** Proves a file without keeping it, before a native library or a reader on demand opens it. Throws `IndexDamagedError`. */
export async function verifyFile(generation: Generation, manifest: Manifest, name: string): Promise<string> {
  const path = join(generation.path, name);
  const expected = manifest.files[name];
  const isLarge = expected !== undefined && expected.bytes >= LARGE_BYTES;
  const found = await orDamaged(path, async () =>
    isLarge ? digestApart(path) : digestBytes(toAligned(await readFile(path))),
  );
  requireSame(path, expected, found);
  return path;
}

/** Small files come out of a shared pool, where they may begin anywhere; typed arrays must not. */
function toAligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const isAligned = bytes.byteOffset % BYTE_ALIGNMENT === 0 && bytes.buffer instanceof ArrayBuffer;
  return isAligned ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

// The pool of threads digests while the main thread does other things.
async function digestBytes(bytes: Uint8Array<ArrayBuffer>): Promise<IndexFile> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return { bytes: bytes.length, sha256: Buffer.from(digest).toString("hex") };
}

function digestApart(path: string): Promise<IndexFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(DIGEST_WORKER, { eval: true, workerData: path });
    worker.once("message", resolve).once("error", reject);
    worker.once("exit", () => reject(new Error("the digest came to no end")));
  });
}

function requireSame(path: string, expected: IndexFile | undefined, found: IndexFile): void {
  if (!expected) throw new IndexDamagedError(path, "is not in the manifest");
  if (found.bytes !== expected.bytes) {
    throw new IndexDamagedError(path, `has ${found.bytes} bytes instead of ${expected.bytes}`);
  }
  if (found.sha256 !== expected.sha256) throw new IndexDamagedError(path, "differs from its digest");
}

async function orDamaged<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new IndexDamagedError(path, "cannot be read", { cause });
  }
}
