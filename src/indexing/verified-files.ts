import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DigestedFile, digestApart, type Keeping } from "../corpus/digest-thread.js";
import type { Generation } from "./generation.js";
import { IndexDamagedError } from "./index-errors.js";
import type { IndexFile, Manifest } from "./manifest.js";

const BYTE_ALIGNMENT = 8;
/** From this size on a file is read and digested on a thread of its own. */
const LARGE_BYTES = 1 << 25;

/**
 * Reads files of a generation whole and proves size and digest. Where the file named `shared` is large, other threads can read its
 * bytes without a copy. Throws `IndexDamagedError`.
 */
export async function readVerified(
  generation: Generation,
  manifest: Manifest,
  names: readonly string[],
  shared?: string,
): Promise<Map<string, Uint8Array>> {
  const files = names.map(async (name) => {
    const path = join(generation.path, name);
    const expected = manifest.files[name];
    const keeping = name === shared ? "shared" : "alone";
    const { bytes, found } = await orDamaged(path, () =>
      isLarge(expected) ? readApart(path, keeping) : readHere(path),
    );
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
    isLarge(expected) ? (await readApart(path)).found : (await readHere(path)).found,
  );
  requireSame(path, expected, found);
  return path;
}

const NOTHING: DigestedFile = { bytes: 0, sha256: "" };

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

async function readApart(path: string, keeping?: Keeping): Promise<ReadFile> {
  const [{ kept = new Uint8Array(), ...found } = NOTHING] = await digestApart([path], keeping);
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
