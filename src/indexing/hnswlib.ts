import { statSync } from "node:fs";
import hnswlib from "hnswlib-node";
import { BestRows } from "./best-rows.js";
import { IndexDamagedError, IndexWriteFailedError } from "./index-errors.js";
import type { LocalVectors, Neighbour } from "./vector-index.js";

/** `m` links a row, `efConstruction` candidates while building, `efSearch` candidates while searching. */
export interface HnswParameters {
  readonly m: number;
  readonly efConstruction: number;
  readonly efSearch: number;
}

/** Vectors have length 1, so that the inner product is the cosine. */
const SPACE = "ip";
const BYTES_A_VALUE = 4;
const RANDOM_SEED = 100;

/** Rows that a filter may leave and still be compared one by one: faster, and exact. */
const FILTERED_EXACTLY = 500;
/** Rows added between two breaths of the event loop. */
const BREATH_ROWS = 512;

/**
 * Builds the graph over the vectors (one a row, end to end) and writes it. The library reports success on a full disk
 * and in a missing folder, so what was written is read back before it counts. Throws `IndexWriteFailedError`.
 */
export async function writeHnsw(
  path: string,
  values: Float32Array,
  dimensions: number,
  parameters: HnswParameters,
  onProgress: (done: number) => void,
): Promise<void> {
  const size = values.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex(size, parameters.m, parameters.efConstruction, RANDOM_SEED);
  for (let row = 0; row < size; row++) {
    graph.addPoint(Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)), row);
    if (row % BREATH_ROWS === BREATH_ROWS - 1) {
      onProgress(row + 1);
      await new Promise((resume) => setImmediate(resume));
    }
  }
  await graph.writeIndex(path);
  try {
    // The library's writing thread does not hold the graph: without this later use it may be collected, and freed, half written.
    if (graph.getCurrentCount() !== size) throw new Error(`${graph.getCurrentCount()} rows instead of ${size}`);
    await HnswVectors.open(path, { dimensions, size, efSearch: parameters.efSearch });
  } catch (cause) {
    throw new IndexWriteFailedError(path, { cause });
  }
  onProgress(size);
}

/** Approximate search over a graph that `writeHnsw` wrote. The only place where hnswlib's distance becomes a similarity. */
export class HnswVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  readonly #graph: hnswlib.HierarchicalNSW;

  private constructor(graph: hnswlib.HierarchicalNSW, dimensions: number, size: number) {
    this.#graph = graph;
    this.dimensions = dimensions;
    this.size = size;
  }

  /**
   * Loads the file, whose digest the caller has proved: a damaged file can end the process here.
   * Throws `IndexDamagedError`.
   */
  static async open(
    path: string,
    { dimensions, size, efSearch }: { dimensions: number; size: number; efSearch: number },
  ): Promise<HnswVectors> {
    try {
      // A shorter file makes the library read beyond its end.
      if (statSync(path).size < size * dimensions * BYTES_A_VALUE) throw new Error("shorter than its vectors");
      const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
      await graph.readIndex(path);
      if (graph.getCurrentCount() !== size) throw new Error(`${graph.getCurrentCount()} rows instead of ${size}`);
      graph.setEf(efSearch);
      return new HnswVectors(graph, dimensions, size);
    } catch (cause) {
      throw new IndexDamagedError(path, "cannot be loaded", { cause });
    }
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    const count = Math.min(k, this.size);
    if (count === 0 || !vector.every(Number.isFinite)) return [];
    const few = accept && this.#acceptedRows(accept);
    if (few) return this.#searchExactly(vector, count, few);
    // A filter that throws inside the library ends the process.
    const filter = accept && ((row: number): boolean => isAccepted(row, accept));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count, filter);
    return neighbors.map((row, at) => ({ row, score: 1 - (distances[at] ?? Number.POSITIVE_INFINITY) }));
  }

  /** The accepted rows, or undefined where they are too many to compare one by one. */
  #acceptedRows(accept: (row: number) => boolean): number[] | undefined {
    const rows: number[] = [];
    for (let row = 0; row < this.size; row++) {
      if (accept(row) && rows.push(row) > FILTERED_EXACTLY) return undefined;
    }
    return rows;
  }

  #searchExactly(vector: Float32Array, k: number, rows: readonly number[]): Neighbour[] {
    const best = new BestRows(k);
    for (const row of rows) {
      const similarity = this.vectorAt(row).reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0);
      best.offer(row, similarity);
    }
    return best.toSorted();
  }

  vectorAt(row: number): Float32Array {
    return Float32Array.from(this.#graph.getPoint(row));
  }
}

function isAccepted(row: number, accept: (row: number) => boolean): boolean {
  try {
    return accept(row);
  } catch {
    return false;
  }
}
