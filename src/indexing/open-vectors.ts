import { ExactVectors } from "./exact-vectors.js";
import { FILE, fileOf, type Generation, type SegmentName } from "./generation.js";
import { GraphedVectors } from "./graphed-vectors.js";
import { HnswVectors } from "./hnswlib.js";
import { IndexDamagedError } from "./index-errors.js";
import type { Manifest, VectorSettings } from "./manifest.js";
import { type PackedArrays, unpackArrays } from "./packed-arrays.js";
import { ProjectedVectors } from "./projected-vectors.js";
import { type Projection, projectAll } from "./projection.js";
import type { LocalVectors } from "./vector-index.js";
import { readVerified, verifyFile } from "./verified-files.js";

/** How many rows a segment has, and how their vectors are searched. */
export interface SegmentSettings {
  readonly rows: number;
  readonly vectors: VectorSettings;
}

/** The settings of both segments as the manifest says them; delta undefined where there is none. */
export function segmentsOf({ delta, vectors, counts }: Manifest): { base: SegmentSettings; delta?: SegmentSettings } {
  return delta ? { base: { rows: delta.baseRows, vectors }, delta } : { base: { rows: counts.rows, vectors } };
}

/**
 * The vectors of a segment, from what searches them row by row; a graph is proved and loaded when they are warmed up, and `onDamaged` told
 * where it cannot be. Throws `IndexDamagedError`, as does the warming up.
 */
export async function openVectors(
  generation: Generation,
  manifest: Manifest,
  segment: SegmentName,
  { rows, vectors }: SegmentSettings,
  onDamaged: () => void,
): Promise<(scanned: LocalVectors) => LocalVectors> {
  const projection = await loadProjection(generation, manifest);
  if (vectors.kind === "hnsw") {
    const dimensions = projection?.to ?? manifest.model.dimensions;
    const load = async (): Promise<LocalVectors> => {
      const path = await verifyFile(generation, manifest, fileOf(segment, FILE.graph));
      const graph = await HnswVectors.open(path, { dimensions, size: rows, efSearch: vectors.efSearch });
      probe(path, graph);
      return projection ? new ProjectedVectors(graph, projection) : graph;
    };
    const loadOrTell = (): Promise<LocalVectors> =>
      load().catch((error: unknown) => {
        onDamaged();
        throw error;
      });
    return (scanned) => new GraphedVectors(scanned, loadOrTell);
  }
  const exact = await loadExactVectors(generation, manifest, segment, rows);
  if (!projection) return () => exact;
  // Their scores are to be as low as those of the graph beside them.
  const shorten = async (): Promise<LocalVectors> =>
    new ProjectedVectors(new ExactVectors(projectAll(projection, exact.values), projection.to), projection);
  return () => new GraphedVectors(exact, shorten);
}

/** Asks for a row by its own vector: a graph that does not answer must not be searched. */
function probe(path: string, graph: LocalVectors): void {
  const [nearest] = graph.search(graph.vectorAt(graph.size - 1), 1);
  if (!nearest || !Number.isFinite(nearest.score)) throw new IndexDamagedError(path, "does not answer a probe");
}

/** The vectors of a segment as the model gave them. Throws `IndexDamagedError`. */
export async function loadExactVectors(
  generation: Generation,
  manifest: Manifest,
  segment: SegmentName,
  rows: number,
): Promise<ExactVectors> {
  const name = fileOf(segment, FILE.vectors);
  const { values } = await loadArrays(generation, manifest, name);
  if (!(values instanceof Float32Array) || values.length !== rows * manifest.model.dimensions) {
    throw new IndexDamagedError(name, "does not hold one vector a row");
  }
  return new ExactVectors(values, manifest.model.dimensions);
}

/** How the vectors of both segments are shortened; undefined where they are not. Throws `IndexDamagedError`. */
export async function loadProjection(generation: Generation, manifest: Manifest): Promise<Projection | undefined> {
  const to = manifest.vectors.kind === "hnsw" ? manifest.vectors.graphDimensions : undefined;
  if (to === undefined) return undefined;
  const from = manifest.model.dimensions;
  const { directions } = await loadArrays(generation, manifest, FILE.projection);
  if (!(directions instanceof Float32Array) || directions.length !== from * (to - 1)) {
    throw new IndexDamagedError(FILE.projection, "does not hold its directions");
  }
  return { from, to, directions };
}

async function loadArrays(generation: Generation, manifest: Manifest, name: string): Promise<PackedArrays> {
  const files = await readVerified(generation, manifest, [name]);
  return unpackArrays(name, files.get(name) ?? new Uint8Array());
}
