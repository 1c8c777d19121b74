import { type Projection, project } from "./projection.js";
import type { LocalVectors, Neighbour } from "./vector-index.js";

/**
 * Search over shortened vectors: a third less memory and time. It proposes rows; their scores are a little low and are
 * to be made exact from the rows' pieces.
 */
export class ProjectedVectors implements LocalVectors {
  readonly dimensions: number;
  readonly size: number;
  readonly #vectors: LocalVectors;
  readonly #projection: Projection;

  /** `vectors` are those that the projection gives. */
  constructor(vectors: LocalVectors, projection: Projection) {
    this.#vectors = vectors;
    this.#projection = projection;
    this.dimensions = projection.from;
    this.size = vectors.size;
  }

  search(vector: Float32Array, k: number, accept?: (row: number) => boolean): Neighbour[] {
    return this.#vectors.search(project(this.#projection, vector), k, accept);
  }

  /** What is left of the row's vector. */
  vectorAt(row: number): Float32Array {
    const { from, to, directions } = this.#projection;
    const short = this.#vectors.vectorAt(row);
    const vector = new Float32Array(from);
    for (let direction = 0; direction < to - 1; direction++) {
      for (let d = 0; d < from; d++) {
        vector[d] = (vector[d] as number) + (short[direction] as number) * (directions[direction * from + d] as number);
      }
    }
    return vector;
  }
}
