import { ExactVectors } from "./exact-vectors.js";
import { FILE, type Generation } from "./generation.js";
import { HnswVectors } from "./hnswlib.js";
import { IndexDamagedError } from "./index-errors.js";
import type { Manifest } from "./manifest.js";
import { unpackArrays } from "./packed-arrays.js";
import type { VectorIndex } from "./vector-index.js";
import { readVerified, verifyFile } from "./verified-files.js";

/** The vectors of a generation, in the way its manifest says, after proof of their file. Throws `IndexDamagedError`. */
export async function openVectors(generation: Generation, manifest: Manifest): Promise<VectorIndex> {
  const { dimensions } = manifest.model;
  const { rows } = manifest.counts;
  if (manifest.vectors.kind === "hnsw") {
    const path = await verifyFile(generation, manifest, FILE.graph);
    return HnswVectors.open(path, { dimensions, size: rows, efSearch: manifest.vectors.efSearch });
  }
  const files = await readVerified(generation, manifest, [FILE.vectors]);
  const { values } = unpackArrays(FILE.vectors, files.get(FILE.vectors) ?? new Uint8Array());
  if (!(values instanceof Float32Array) || values.length !== rows * dimensions) {
    throw new IndexDamagedError(FILE.vectors, "does not hold one vector a row");
  }
  return new ExactVectors(values, dimensions);
}
