import type { VectorSettings } from "../manifest.js";
import type { RowFilter } from "../row-filter.js";
import type { Neighbour, VectorIndex } from "../vector-index.js";
import type { Connection } from "./connection.js";
import { Recent } from "./recent.js";
import { countRows, toMultirange } from "./row-ranges.js";

/** Rows that a filter may leave and still be compared one by one: exact, and a few milliseconds. */
const FILTERED_EXACTLY = 20_000;
/** A filter that leaves a smaller share than this makes the graph look at more rows than comparing what is left costs. */
const FILTERED_SHARE = 0.02;
/** Half-precision candidates for each row wanted, so that those that rounding has put below the k-th are seen as well. */
const CANDIDATES = 2;
const REMEMBERED = 256;

export interface PostgresVectorsOptions {
  readonly connection: Connection;
  readonly schema: string;
  readonly dimensions: number;
  readonly size: number;
  readonly settings: VectorSettings;
  /** Rows that a filter may leave and still be compared one by one; tests take fewer. */
  readonly filteredExactly?: number;
}

/** Vectors in pgvector: compared one by one where they are few, else found through the HNSW graph and scored again. */
export class PostgresVectors implements VectorIndex {
  readonly dimensions: number;
  readonly size: number;
  readonly #options: PostgresVectorsOptions;
  readonly #recent = new Recent<readonly Neighbour[]>(REMEMBERED);

  constructor(options: PostgresVectorsOptions) {
    this.#options = options;
    this.dimensions = options.dimensions;
    this.size = options.size;
  }

  async search(vector: Float32Array, k: number, accept?: RowFilter): Promise<readonly Neighbour[]> {
    if (k < 1 || this.size === 0 || !vector.every(Number.isFinite)) return [];
    const ranges = toMultirange(accept);
    const literal = `[${vector.join(",")}]`;
    return this.#recent.get(`${k} ${ranges} ${literal}`, () => this.#ask(literal, k, ranges, accept));
  }

  #ask(vector: string, k: number, ranges: string | null, accept: RowFilter | undefined): Promise<Neighbour[]> {
    const { connection, settings, filteredExactly = FILTERED_EXACTLY } = this.#options;
    const fewRows = Math.max(filteredExactly, FILTERED_SHARE * this.size);
    const isExact = settings.kind === "exact" || (accept !== undefined && countRows(accept) <= fewRows);
    const values = ranges === null ? [vector, k] : [vector, k, ranges];
    return connection.query<Neighbour>(isExact ? this.#exactSql(ranges) : this.#graphSql(ranges), values);
  }

  // `offset 0` keeps the planner from taking the graph, which would leave rows out.
  #exactSql(ranges: string | null): string {
    const { schema } = this.#options;
    const accepted =
      ranges === null
        ? `${schema}.rows`
        : `unnest($3::int4multirange) as range join ${schema}.rows on row >= lower(range) and row < upper(range)`;
    return `select row, -(embedding <#> $1::vector) as score
      from (select row, embedding from ${accepted} offset 0) as accepted
      order by embedding <#> $1::vector, row limit $2`;
  }

  // The planner takes any test by ranges to leave one row in two hundred, and would rather read the whole table than look
  // for so few; of a case it believes that it leaves half.
  #graphSql(ranges: string | null): string {
    const { schema, dimensions } = this.#options;
    return `select row, -(embedding <#> $1::vector) as score
      from (
        select row, embedding from ${schema}.rows ${ranges === null ? "" : "where case when row <@ $3::int4multirange then true else false end"}
        order by embedding::halfvec(${dimensions}) <#> $1::vector::halfvec(${dimensions}) limit $2 * ${CANDIDATES}
      ) as near
      order by embedding <#> $1::vector, row limit $2`;
  }
}
