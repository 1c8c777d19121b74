import { join } from "node:path";
import { FILE, fileOf, type Generation, type SegmentName } from "./generation.js";
import { fromArrays, type LexicalPostings } from "./lexical-index.js";
import type { Manifest } from "./manifest.js";
import { openVectors, type SegmentSettings } from "./open-vectors.js";
import { type PackedArrays, unpackArrays } from "./packed-arrays.js";
import type { RowPieces } from "./policy-index.js";
import { ProvisionFile } from "./provision-file.js";
import { openRowPieces } from "./row-pieces.js";
import { type RowSpace, ScannedVectors } from "./scanned-vectors.js";
import type { LocalVectors } from "./vector-index.js";
import { readVerified, verifyFile } from "./verified-files.js";

/** A part of an index as it lies on disk, by the numbers of its own rows. */
export interface Segment extends SegmentArrays {
  readonly provisionsPath: string;
  /** Rejects with `IndexDamagedError` where the provisions are not as they were written; to be awaited before any is read. */
  readonly proved: Promise<unknown>;
  /** To be called once, when the segment is no longer used. */
  release(): void;
}

/** What is held in memory of a segment. */
interface SegmentArrays {
  readonly library: PackedArrays;
  readonly postings: LexicalPostings;
  readonly vectors: LocalVectors;
  readonly pieces: (row: number) => RowPieces;
}

/**
 * Segments in use by the digests of their files. Generations share their base, so a server that takes the next one live
 * holds the base once.
 */
const inUse = new Map<string, { readonly arrays: SegmentArrays; users: number }>();

/**
 * Opens the files of a segment; each is proved before anything reads it, the provisions by `proved`. `space` is that of the model which the segment was made with.
 * Throws `IndexDamagedError`.
 */
export async function openSegment(
  generation: Generation,
  manifest: Manifest,
  segment: SegmentName,
  settings: SegmentSettings,
  space: Promise<RowSpace>,
): Promise<Segment> {
  const kind = settings.vectors.kind === "hnsw" ? FILE.graph : FILE.vectors;
  const names = [kind, FILE.library, FILE.lexical, FILE.pieces].map((name) => fileOf(segment, name));
  const key = names.map((name) => manifest.files[name]?.sha256).join();
  // A graph that is damaged here may be whole in the next generation, by the same digest.
  const forget = (): void => void inUse.delete(key);
  const loading = inUse.get(key)?.arrays ?? loadArrays(generation, manifest, segment, settings, space, forget);
  const provisionsPath = join(generation.path, fileOf(segment, FILE.provisions));
  const proved = verifyFile(generation, manifest, fileOf(segment, FILE.provisions));
  proved.catch(() => undefined);
  const arrays = await loading;
  const use = inUse.get(key) ?? { arrays, users: 0 };
  use.users += 1;
  inUse.set(key, use);
  const release = (): void => {
    use.users -= 1;
    if (use.users === 0 && inUse.get(key) === use) inUse.delete(key);
  };
  return { ...use.arrays, provisionsPath, proved, release };
}

async function loadArrays(
  generation: Generation,
  manifest: Manifest,
  segment: SegmentName,
  settings: SegmentSettings,
  space: Promise<RowSpace>,
  onDamaged: () => void,
): Promise<SegmentArrays> {
  const names = [FILE.library, FILE.lexical, FILE.pieces].map((name) => fileOf(segment, name));
  // What is read comes before what is only proved: one thread does both, file after file.
  const reading = readVerified(generation, manifest, names, fileOf(segment, FILE.lexical));
  reading.catch(() => undefined);
  const [toVectors, files, rowSpace] = await Promise.all([
    openVectors(generation, manifest, segment, settings, onDamaged),
    reading,
    space,
  ]);
  const arraysOf = (name: string): PackedArrays =>
    unpackArrays(join(generation.path, fileOf(segment, name)), files.get(fileOf(segment, name)) ?? new Uint8Array());
  const pieces = openRowPieces(FILE.pieces, arraysOf(FILE.pieces), settings.rows);
  return {
    library: arraysOf(FILE.library),
    postings: fromArrays(FILE.lexical, arraysOf(FILE.lexical)),
    vectors: toVectors(new ScannedVectors(pieces, rowSpace)),
    pieces: pieces.at,
  };
}

/** Opens the file that provisions are read from. */
export function openProvisions({ provisionsPath, library }: Segment): ProvisionFile {
  return new ProvisionFile(provisionsPath, library);
}
