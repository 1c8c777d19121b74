import { PolicyChatError } from "../errors.js";
import { type ExpectedIndex, FILE, listGenerations, loadManifest, stalePart } from "./generation.js";
import { openVectors } from "./open-vectors.js";
import { unpackDigests } from "./search-digests.js";
import { readVerified } from "./verified-files.js";

/**
 * The vectors of the newest generation by the digest of the text that they were made of; none where there is no
 * generation, or it is damaged or of another model: then all are made again.
 */
export async function loadEarlierVectors(
  indexDir: string,
  expected: ExpectedIndex,
): Promise<Map<string, () => Float32Array>> {
  const [generation] = listGenerations(indexDir);
  if (!generation) return new Map();
  try {
    const manifest = loadManifest(generation);
    if (stalePart(manifest, expected) !== undefined) return new Map();
    const files = await readVerified(generation, manifest, [FILE.searchDigests]);
    const vectors = await openVectors(generation, manifest);
    const digests = unpackDigests(files.get(FILE.searchDigests) ?? new Uint8Array());
    return new Map(digests.map((digest, row) => [digest, () => vectors.vectorAt(row)]));
  } catch (error) {
    if (error instanceof PolicyChatError) return new Map();
    throw error;
  }
}
