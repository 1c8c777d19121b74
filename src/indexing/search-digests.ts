import { createHash } from "node:crypto";

/** Bytes of a digest kept for a row; among a million rows two alike by chance are one in 10^26. */
const DIGEST_BYTES = 16;

/** Tells whether a row's search text is the one that a vector was made of. Hex. */
export function digestSearchText(searchText: string): string {
  return createHash("sha256")
    .update(searchText)
    .digest("hex")
    .slice(0, 2 * DIGEST_BYTES);
}

export function packDigests(digests: readonly string[]): Uint8Array {
  return Buffer.from(digests.join(""), "hex");
}

export function unpackDigests(bytes: Uint8Array): string[] {
  const hex = Buffer.from(bytes).toString("hex");
  return Array.from({ length: bytes.length / DIGEST_BYTES }, (_, row) =>
    hex.slice(row * 2 * DIGEST_BYTES, (row + 1) * 2 * DIGEST_BYTES),
  );
}
