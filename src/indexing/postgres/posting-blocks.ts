import { firstAtLeast } from "../range-scores.js";
import type { RowRange } from "../row-filter.js";
import type { Connection } from "./connection.js";
import type { Field } from "./statistics.js";
import { toStoredTerm } from "./stored-term.js";

/** Rows of one block: what a 16-bit number can tell apart. */
export const BLOCK_ROWS = 1 << 16;
/** Bytes of postings kept in memory. A common word costs megabytes and is asked for again and again. */
const CACHED_BYTES = 256 << 20;

/** The postings of a term within one block of rows. */
export interface PostingBlock {
  readonly block: number;
  /** Rows, counted from the first of the block. */
  readonly rows: Uint16Array;
  /** tf / (tf + norm) of each. */
  readonly impacts: Float32Array;
}

/** What a term is worth in the rows of a range together: the sum of their impacts. Blocks are of one term. */
export function sumImpacts(blocks: readonly PostingBlock[], { first, end }: RowRange): number {
  let sum = 0;
  for (const { block, rows, impacts } of blocks) {
    const start = block * BLOCK_ROWS;
    if (start + BLOCK_ROWS <= first || start >= end) continue;
    let at = firstAtLeast(rows, first - start, 0, rows.length);
    for (; at < rows.length && start + (rows[at] as number) < end; at++) sum += impacts[at] as number;
  }
  return sum;
}

export interface TermKey {
  readonly field: Field;
  readonly term: string;
}

interface StoredBlock {
  readonly field: Field;
  readonly term: string;
  readonly block: number;
  readonly rows: Buffer;
  readonly impacts: Buffer;
}

interface Kept {
  readonly blocks: readonly PostingBlock[];
  readonly bytes: number;
}

/** Postings, fetched when they are asked for and kept while there is room. */
export class PostingBlocks {
  readonly #connection: Connection;
  readonly #schema: string;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(connection: Connection, schema: string) {
    this.#connection = connection;
    this.#schema = schema;
  }

  /** The blocks of each term, in the order of the terms. */
  async get(keys: readonly TermKey[]): Promise<readonly (readonly PostingBlock[])[]> {
    const absent = keys.filter((key) => !this.#kept.has(nameOf(key)));
    const fetched = absent.length > 0 ? await this.#fetch(absent) : new Map<string, Kept>();
    const found = keys.map((key) => this.#kept.get(nameOf(key)) ?? fetched.get(nameOf(key)));
    for (const [at, key] of keys.entries()) this.#keep(nameOf(key), found[at]);
    this.#dropOldest();
    return found.map((kept) => kept?.blocks ?? []);
  }

  async #fetch(keys: readonly TermKey[]): Promise<Map<string, Kept>> {
    const stored = await this.#connection.query<StoredBlock>(
      `select field, term, block, rows, impacts
       from unnest($1::text[], $2::text[]) as asked(field, term) join ${this.#schema}.postings using (field, term)
       order by block`,
      [keys.map(({ field }) => field), keys.map(({ term }) => toStoredTerm(term))],
    );
    const blocks = new Map<string, PostingBlock[]>();
    for (const { field, term, block, rows, impacts } of stored) {
      const name = nameOf({ field, term });
      const list = blocks.get(name) ?? [];
      // The driver hands out parts of larger buffers; copies stand on their own and on the right boundaries.
      list.push({ block, rows: new Uint16Array(copy(rows)), impacts: new Float32Array(copy(impacts)) });
      blocks.set(name, list);
    }
    return new Map(
      keys.map(({ field, term }) => {
        const list = blocks.get(nameOf({ field, term: toStoredTerm(term) })) ?? [];
        const bytes = list.reduce((sum, { rows, impacts }) => sum + rows.byteLength + impacts.byteLength, 0);
        return [nameOf({ field, term }), { blocks: list, bytes }];
      }),
    );
  }

  #keep(name: string, kept: Kept | undefined): void {
    if (!kept) return;
    if (!this.#kept.delete(name)) this.#bytes += kept.bytes;
    this.#kept.set(name, kept);
  }

  #dropOldest(): void {
    for (const [name, { bytes }] of this.#kept) {
      if (this.#bytes <= CACHED_BYTES) return;
      this.#kept.delete(name);
      this.#bytes -= bytes;
    }
  }
}

function nameOf({ field, term }: TermKey): string {
  return `${field} ${term}`;
}

function copy(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
