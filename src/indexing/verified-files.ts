import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Generation } from "./generation.js";
import { IndexDamagedError } from "./index-errors.js";
import type { IndexFile, Manifest } from "./manifest.js";

const BYTE_ALIGNMENT = 8;
/** From this size on a file is read and digested on a thread of its own: starting one costs some 30 ms. */
const LARGE_BYTES = 1 << 25;

/** Text, not a module, so that it needs no file of its own beside the bundled program. Hands the bytes over if wanted. */
const DIGEST_WORKER = `
  const { createHash } = require("node:crypto");
  const { fstatSync, openSync, readSync } = require("node:fs");
  const { parentPort, workerData } = require("node:worker_threads");
  const hash = createHash("sha256");
  const file = openSync(workerData.path, "r");
  const kept = workerData.isKept ? new Uint8Array(fstatSync(file).size) : undefined;
  const block = kept ?? Buffer.allocUnsafe(1 << 22);
  let bytes = 0;
  for (let read; (read = readSync(file, block, kept ? bytes : 0, Math.min(1 << 22, kept ? kept.length - bytes : 1 << 22), bytes)) > 0; bytes += read)
    hash.update(kept ? kept.subarray(bytes, bytes + read) : block.subarray(0, read));
  parentPort.postMessage({ bytes, sha256: hash.digest("hex"), kept }, kept ? [kept.buffer] : []);
`;

/** Reads files of a generation whole and proves size and digest. Throws `IndexDamagedError`. */
export async function readVerified(
  generation: Generation,
  manifest: Manifest,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const files = names.map(async (name) => {
    const path = join(generation.path, name);
    const expected = manifest.files[name];
    const { bytes, found } = await orDamaged(path, () => (isLarge(expected) ? readApart(path) : readHere(path)));
    requireSame(path, expected, found);
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(files));
}

/** Proves a file without keeping it, before a native library or a reader on demand opens it. Throws `IndexDamagedError`. */
export async function verifyFile(generation: Generation, manifest: Manifest, name: string): Promise<string> {
  const path = join(generation.path, name);
  const expected = manifest.files[name];
  const found = await orDamaged(path, async () =>
    isLarge(expected) ? digestApart(path, false) : (await readHere(path)).found,
  );
  requireSame(path, expected, found);
  return path;
}

interface ReadFile {
  readonly bytes: Uint8Array;
  readonly found: IndexFile;
}

function isLarge(expected: IndexFile | undefined): boolean {
  return expected !== undefined && expected.bytes >= LARGE_BYTES;
}

async function readHere(path: string): Promise<ReadFile> {
  const bytes = toAligned(await readFile(path));
  return { bytes, found: await digestBytes(bytes) };
}

async function readApart(path: string): Promise<ReadFile> {
  const { kept = new Uint8Array(), ...found } = await digestApart(path, true);
  return { bytes: kept, found };
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

function digestApart(path: string, isKept: boolean): Promise<IndexFile & { readonly kept?: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(DIGEST_WORKER, { eval: true, workerData: { path, isKept } });
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
