import { closeSync, openSync, readSync } from "node:fs";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import { IndexDamagedError } from "./index-errors.js";
import type { StoredProvision } from "./library-files.js";
import type { PackedArrays } from "./packed-arrays.js";

/** Parsed provisions kept, least recently used dropped first. Some 2 kB each. */
const CACHED_PROVISIONS = 4_096;

interface StoreArrays {
  readonly documentStarts: Uint32Array;
  readonly lineStarts: Float64Array;
  readonly eIdUnits: Uint16Array;
  readonly eIdStarts: Uint32Array;
  readonly rowOrdinals: Uint32Array;
}

/** The provisions of an index, read from its file on demand; only where they are, and the documents' heads, is in memory. */
export class ProvisionStore implements PolicyLibrary {
  readonly documents: readonly DocumentHead[];
  readonly #path: string;
  readonly #file: number;
  readonly #arrays: StoreArrays;
  readonly #documentNumbers: ReadonlyMap<string, number>;
  readonly #rowsByOrdinal: Int32Array;
  readonly #cache = new Map<number, Provision>();

  /** Throws `IndexDamagedError` where the parts do not fit together. */
  constructor(path: string, documents: readonly DocumentHead[], arrays: PackedArrays) {
    this.#path = path;
    this.#arrays = checkedArrays(path, arrays);
    this.documents = documents;
    this.#documentNumbers = new Map(documents.map(({ documentId }, number) => [documentId, number]));
    this.#rowsByOrdinal = new Int32Array(this.#arrays.eIdStarts.length - 1).fill(-1);
    for (const [row, ordinal] of this.#arrays.rowOrdinals.entries()) this.#rowsByOrdinal[ordinal] = row;
    this.#file = openSync(path, "r");
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Number of rows. */
  get size(): number {
    return this.#arrays.rowOrdinals.length;
  }

  document(documentId: string): DocumentHead | undefined {
    const number = this.#documentNumbers.get(documentId);
    return number === undefined ? undefined : this.documents[number];
  }

  provision(provisionId: string): Provision | undefined {
    const ordinal = this.#ordinalOf(provisionId);
    return ordinal === undefined ? undefined : this.#provisionAt(ordinal);
  }

  provisionsOf(documentId: string): readonly Provision[] {
    const number = this.#documentNumbers.get(documentId);
    if (number === undefined) return [];
    const [first, end] = this.#ordinalsOf(number);
    if (first === end) return [];
    const lines = this.#read(first, end).split("\n");
    return lines.slice(0, end - first).map((line) => this.#parse(line, documentId));
  }

  /** The rows of a document: from the first to before the second; rows stand in document order. */
  rowsOf(documentId: string): { first: number; end: number } {
    const number = this.#documentNumbers.get(documentId);
    if (number === undefined) return { first: 0, end: 0 };
    const [first, end] = this.#ordinalsOf(number);
    return { first: this.#firstRowFrom(first), end: this.#firstRowFrom(end) };
  }

  provisionIdAt(row: number): string {
    const ordinal = this.#arrays.rowOrdinals[row];
    if (ordinal === undefined) throw new RangeError(`no row ${row} among ${this.size}`);
    return `${this.#documentIdOf(ordinal)}#${this.#eIdAt(ordinal)}`;
  }

  rowOf(provisionId: string): number | undefined {
    const row = this.#rowsByOrdinal[this.#ordinalOf(provisionId) ?? -1] ?? -1;
    return row < 0 ? undefined : row;
  }

  #provisionAt(ordinal: number): Provision {
    const cached = this.#cache.get(ordinal);
    const provision = cached ?? this.#parse(this.#read(ordinal, ordinal + 1), this.#documentIdOf(ordinal));
    this.#cache.delete(ordinal);
    this.#cache.set(ordinal, provision);
    if (this.#cache.size > CACHED_PROVISIONS) this.#cache.delete(this.#cache.keys().next().value ?? ordinal);
    return provision;
  }

  #read(first: number, end: number): string {
    const { lineStarts } = this.#arrays;
    const start = lineStarts[first] ?? 0;
    const bytes = Buffer.allocUnsafe((lineStarts[end] ?? 0) - start);
    if (readSync(this.#file, bytes, 0, bytes.length, start) !== bytes.length) {
      throw new IndexDamagedError(this.#path, "has become shorter");
    }
    return bytes.toString("utf8");
  }

  #parse(line: string, documentId: string): Provision {
    const stored = JSON.parse(line) as StoredProvision;
    return { id: `${documentId}#${stored.eId}`, documentId, ...stored };
  }

  #ordinalsOf(documentNumber: number): [first: number, end: number] {
    const { documentStarts } = this.#arrays;
    return [documentStarts[documentNumber] ?? 0, documentStarts[documentNumber + 1] ?? 0];
  }

  #ordinalOf(provisionId: string): number | undefined {
    const mark = provisionId.lastIndexOf("#");
    const number = this.#documentNumbers.get(provisionId.slice(0, mark));
    if (number === undefined) return undefined;
    const eId = provisionId.slice(mark + 1);
    const [first, end] = this.#ordinalsOf(number);
    for (let ordinal = first; ordinal < end; ordinal++) if (this.#isEId(ordinal, eId)) return ordinal;
    return undefined;
  }

  #isEId(ordinal: number, eId: string): boolean {
    const { eIdUnits, eIdStarts } = this.#arrays;
    const start = eIdStarts[ordinal] as number;
    if ((eIdStarts[ordinal + 1] as number) - start !== eId.length) return false;
    for (let at = 0; at < eId.length; at++) if (eIdUnits[start + at] !== eId.charCodeAt(at)) return false;
    return true;
  }

  #eIdAt(ordinal: number): string {
    const { eIdUnits, eIdStarts } = this.#arrays;
    return String.fromCharCode(...eIdUnits.subarray(eIdStarts[ordinal], eIdStarts[ordinal + 1]));
  }

  #documentIdOf(ordinal: number): string {
    const number = lastAtMost(this.#arrays.documentStarts, ordinal);
    return this.documents[number]?.documentId ?? "";
  }

  #firstRowFrom(ordinal: number): number {
    return ordinal === 0 ? 0 : lastAtMost(this.#arrays.rowOrdinals, ordinal - 1) + 1;
  }
}

/** Place of the last value that is not above the limit in a rising array; -1 when all are. */
function lastAtMost(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function checkedArrays(path: string, arrays: PackedArrays): StoreArrays {
  const { documentStarts, lineStarts, eIdUnits, eIdStarts, rowOrdinals } = arrays;
  if (
    documentStarts instanceof Uint32Array &&
    lineStarts instanceof Float64Array &&
    eIdUnits instanceof Uint16Array &&
    eIdStarts instanceof Uint32Array &&
    rowOrdinals instanceof Uint32Array
  ) {
    return { documentStarts, lineStarts, eIdUnits, eIdStarts, rowOrdinals };
  }
  throw new IndexDamagedError(path, "lacks the places of its provisions");
}
