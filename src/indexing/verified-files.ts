import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Generation } from "./generation.js";
import { IndexDamagedError } from "./index-errors.js";
import type { Manifest } from "./manifest.js";

const BLOCK_BYTES = 1 << 22;
const BYTE_ALIGNMENT = 8;

/** Reads files of a generation whole and proves size and digest. Throws `IndexDamagedError`. */
export async function readVerified(
  generation: Generation,
  manifest: Manifest,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const files = names.map(async (name) => {
    const path = join(generation.path, name);
    const bytes = toAligned(await orDamaged(path, () => readFile(path)));
    // The pool of threads digests while the main thread does other things.
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    requireSame(path, manifest.files[name], { bytes: bytes.length, sha256: digest });
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(files));
}

/** Proves a file without keeping it, before a native library or a reader on demand opens it. Throws `IndexDamagedError`. */
export async function verifyFile(generation: Generation, manifest: Manifest, name: string): Promise<string> {
  const path = join(generation.path, name);
  const hash = createHash("sha256");
  let bytes = 0;
  await orDamaged(path, async () => {
    for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
      hash.update(block);
      bytes += block.length;
    }
  });
  requireSame(path, manifest.files[name], { bytes, sha256: hash.digest("hex") });
  return path;
}

/** Small files come out of a shared pool, where they may begin anywhere; typed arrays must not. */
function toAligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const isAligned = bytes.byteOffset % BYTE_ALIGNMENT === 0 && bytes.buffer instanceof ArrayBuffer;
  return isAligned ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

function requireSame(
  path: string,
  expected: { bytes: number; sha256: string } | undefined,
  found: { bytes: number; sha256: string },
): void {
  if (!expected) throw new IndexDamagedError(path, "is not in the manifest");
  if (found.bytes !== expected.bytes)
    throw new IndexDamagedError(path, `has ${found.bytes} bytes instead of ${expected.bytes}`);
  if (found.sha256 !== expected.sha256) throw new IndexDamagedError(path, "differs from its digest");
}

async function orDamaged<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new IndexDamagedError(path, "cannot be read", { cause });
  }
}
