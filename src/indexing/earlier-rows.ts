import { PolicyChatError } from "../errors.js";
import {
  type ExpectedIndex,
  FILE,
  fileOf,
  type Generation,
  listGenerations,
  loadManifest,
  type SegmentName,
  stalePart,
} from "./generation.js";
import type { Manifest } from "./manifest.js";
import { loadExactVectors, type SegmentSettings, segmentsOf } from "./open-vectors.js";
import { unpackArrays } from "./packed-arrays.js";
import type { RowPieces } from "./policy-index.js";
import { openRowPieces } from "./row-pieces.js";
import { unpackDigests } from "./search-digests.js";
import { readVerified } from "./verified-files.js";

/** What the model made of a row's search text. */
export interface EmbeddedRow {
  readonly vector: Float32Array;
  readonly pieces: RowPieces;
}

/**
 * The rows of the newest generation by the digest of the text that they were made of; none where there is no
 * generation, or it is damaged or of another model: then all are made again.
 */
export async function loadEarlierRows(
  indexDir: string,
  expected: ExpectedIndex,
): Promise<Map<string, () => EmbeddedRow>> {
  const [generation] = listGenerations(indexDir);
  if (!generation) return new Map();
  try {
    const manifest = loadManifest(generation);
    if (stalePart(manifest, expected) !== undefined) return new Map();
    const { base, delta } = segmentsOf(manifest);
    const added = delta ? await loadEmbeddedRows(generation, manifest, "delta", delta) : [];
    return new Map([...(await loadEmbeddedRows(generation, manifest, "base", base)), ...added]);
  } catch (error) {
    if (error instanceof PolicyChatError) return new Map();
    throw error;
  }
}

/** The rows of one segment by the digest of their text, in order. Throws `IndexDamagedError`. */
export async function loadEmbeddedRows(
  generation: Generation,
  manifest: Manifest,
  segment: SegmentName,
  settings: SegmentSettings,
): Promise<[digest: string, row: () => EmbeddedRow][]> {
  const names = { digests: fileOf(segment, FILE.searchDigests), pieces: fileOf(segment, FILE.pieces) };
  const files = await readVerified(generation, manifest, [names.digests, names.pieces]);
  const vectors = await loadExactVectors(generation, manifest, segment, settings.rows);
  const digests = unpackDigests(files.get(names.digests) ?? new Uint8Array());
  const arrays = unpackArrays(names.pieces, files.get(names.pieces) ?? new Uint8Array());
  const pieces = openRowPieces(names.pieces, arrays, digests.length);
  return digests.map((digest, row) => [digest, () => ({ vector: vectors.vectorAt(row), pieces: pieces.at(row) })]);
}
