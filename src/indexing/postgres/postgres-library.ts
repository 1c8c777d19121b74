import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead, Provision } from "../../corpus/provision.js";
import type { RowPlace } from "../policy-index.js";
import type { RowRange } from "../row-filter.js";
import type { Connection } from "./connection.js";
import { ProvisionPages } from "./provision-pages.js";

/** The head of a document with the rows that it has. */
export interface StoredDocument {
  readonly head: DocumentHead;
  readonly first: number;
  readonly end: number;
}

interface StoredPlace extends RowPlace {
  readonly row: number;
}

/** Places of rows kept in memory; some 150 bytes each. */
const CACHED_PLACES = 100_000;

/** The documents and provisions of a generation: heads in memory, provisions by pages. */
export class PostgresLibrary implements PolicyLibrary {
  readonly documents: readonly DocumentHead[];
  readonly size: number;
  readonly #connection: Connection;
  readonly #schema: string;
  readonly #stored: readonly StoredDocument[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #pages: ProvisionPages;
  readonly #places = new Map<number, StoredPlace>();

  constructor(connection: Connection, schema: string, stored: readonly StoredDocument[], size: number) {
    this.#connection = connection;
    this.#schema = schema;
    this.#stored = stored;
    this.size = size;
    this.documents = stored.map(({ head }) => head);
    this.#numbers = new Map(this.documents.map(({ documentId }, number) => [documentId, number]));
    this.#pages = new ProvisionPages(connection, schema, this.documents);
  }

  document(documentId: string): DocumentHead | undefined {
    return this.documents[this.#numbers.get(documentId) ?? -1];
  }

  provision(provisionId: string): Provision | undefined {
    const mark = provisionId.lastIndexOf("#");
    const number = this.#numbers.get(provisionId.slice(0, mark));
    const eId = provisionId.slice(mark + 1);
    // What is no eId is not asked for: a zero byte would be an error there.
    return number === undefined || !EID.test(eId) ? undefined : this.#pages.provision(number, eId);
  }

  provisionsOf(documentId: string): readonly Provision[] {
    const number = this.#numbers.get(documentId);
    return number === undefined ? [] : this.#pages.provisionsOf(number);
  }

  read<T>(task: () => T | Promise<T>): Promise<T> {
    return this.#pages.read(task);
  }

  rowsOf(documentId: string): RowRange {
    const { first, end } = this.#stored[this.#numbers.get(documentId) ?? -1] ?? { first: 0, end: 0 };
    return { first, end };
  }

  /** Whoever asks for provisions will read them, so that they are fetched along. */
  async places(rows: readonly number[]): Promise<readonly RowPlace[]> {
    const beyond = rows.find((row) => !(row >= 0 && row < this.size));
    if (beyond !== undefined) throw new RangeError(`no row ${beyond} among ${this.size}`);
    const places = await this.#placesOf(rows);
    await this.#pages.prefetch(places);
    return places;
  }

  async #placesOf(rows: readonly number[]): Promise<StoredPlace[]> {
    const unknown = rows.filter((row) => !this.#places.has(row));
    const asked =
      unknown.length === 0
        ? []
        : await this.#connection.query<StoredPlace>(
            `select row, document, e_id as "eId" from ${this.#schema}.rows where row = any($1::int[])`,
            [unknown],
          );
    const found = new Map(asked.map((place) => [place.row, place]));
    const places = rows.flatMap((row) => this.#places.get(row) ?? found.get(row) ?? []);
    for (const place of asked) this.#places.set(place.row, place);
    for (const row of this.#places.keys()) {
      if (this.#places.size <= CACHED_PLACES) break;
      this.#places.delete(row);
    }
    return places;
  }
}

const EID = /^[\w-]+$/u;
