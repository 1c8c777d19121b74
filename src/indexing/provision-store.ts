import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import type { RowPlace } from "./policy-index.js";
import { lastAtMost, type ProvisionFile } from "./provision-file.js";
import type { RowRange } from "./row-filter.js";

/** The file that holds a document's provisions, and its number there. */
export interface DocumentPlace {
  readonly file: ProvisionFile;
  readonly number: number;
}

/** Some 2 kB each. */
const RECENT_PROVISIONS = 2_048;

/** The provisions of an index, read from their files on demand; the documents' heads are in memory. */
export class ProvisionStore implements PolicyLibrary {
  readonly documents: readonly DocumentHead[];
  readonly #files: readonly ProvisionFile[];
  readonly #placeOf: (document: number) => DocumentPlace;
  readonly #numbers: ReadonlyMap<string, number>;
  /** What one question reads again and again, by provision id; emptied when full. */
  readonly #recent = new Map<string, Provision>();
  /** First row of each document, and the number of rows. */
  readonly #rowStarts: Uint32Array;
  /** First row of each document in its file. */
  readonly #localStarts: Uint32Array;

  constructor(
    documents: readonly DocumentHead[],
    files: readonly ProvisionFile[],
    placeOf: (document: number) => DocumentPlace,
  ) {
    this.documents = documents;
    this.#files = files;
    this.#placeOf = placeOf;
    this.#numbers = new Map(documents.map(({ documentId }, number) => [documentId, number]));
    this.#rowStarts = new Uint32Array(documents.length + 1);
    this.#localStarts = new Uint32Array(documents.length);
    for (let number = 0; number < documents.length; number++) {
      const { first, end } = this.#localRowsOf(number);
      this.#localStarts[number] = first;
      this.#rowStarts[number + 1] = (this.#rowStarts[number] ?? 0) + end - first;
    }
  }

  close(): void {
    for (const file of this.#files) file.close();
  }

  /** Number of rows. */
  get size(): number {
    return this.#rowStarts[this.documents.length] ?? 0;
  }

  document(documentId: string): DocumentHead | undefined {
    const number = this.#numbers.get(documentId);
    return number === undefined ? undefined : this.documents[number];
  }

  provision(provisionId: string): Provision | undefined {
    const recent = this.#recent.get(provisionId);
    if (recent !== undefined) return recent;
    const found = this.#readProvision(provisionId);
    if (this.#recent.size >= RECENT_PROVISIONS) this.#recent.clear();
    if (found !== undefined) this.#recent.set(provisionId, found);
    return found;
  }

  #readProvision(provisionId: string): Provision | undefined {
    const mark = provisionId.lastIndexOf("#");
    const documentId = provisionId.slice(0, mark);
    const number = this.#numbers.get(documentId);
    if (number === undefined) return undefined;
    const place = this.#placeOf(number);
    return place.file.provision(place.number, documentId, provisionId.slice(mark + 1));
  }

  provisionsOf(documentId: string): readonly Provision[] {
    const number = this.#numbers.get(documentId);
    if (number === undefined) return [];
    const place = this.#placeOf(number);
    return place.file.provisionsOf(place.number, documentId);
  }

  /** Number of provisions of a document. */
  countOf(documentId: string): number {
    const number = this.#numbers.get(documentId);
    if (number === undefined) return 0;
    const place = this.#placeOf(number);
    return place.file.countOf(place.number);
  }

  /** All is at hand here, so that a task runs once. */
  async read<T>(task: () => T | Promise<T>): Promise<T> {
    return task();
  }

  /** The rows of a document: from the first to before the second; rows stand in document order. */
  rowsOf(documentId: string): RowRange {
    const number = this.#numbers.get(documentId);
    if (number === undefined) return { first: 0, end: 0 };
    return { first: this.#rowStarts[number] ?? 0, end: this.#rowStarts[number + 1] ?? 0 };
  }

  /** Throws RangeError for a row that is not there. */
  placeAt(row: number): RowPlace {
    const document = lastAtMost(this.#rowStarts, row);
    if (document < 0 || document >= this.documents.length) throw new RangeError(`no row ${row} among ${this.size}`);
    const { file } = this.#placeOf(document);
    const local = (this.#localStarts[document] ?? 0) + row - (this.#rowStarts[document] ?? 0);
    return { document, eId: file.eIdOfRow(local) };
  }

  #localRowsOf(document: number): RowRange {
    const { file, number } = this.#placeOf(document);
    return file.rowsOf(number);
  }
}
