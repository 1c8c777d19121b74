import { closeSync, openSync, readSync } from "node:fs";
import type { Provision } from "../corpus/provision.js";
import { IndexDamagedError } from "./index-errors.js";
import type { StoredProvision } from "./library-files.js";
import type { PackedArrays } from "./packed-arrays.js";
import type { RowRange } from "./row-filter.js";

/** Parsed provisions kept, least recently used dropped first. Some 2 kB each. */
const CACHED_PROVISIONS = 4_096;

interface LibraryArrays {
  readonly documentStarts: Uint32Array;
  readonly lineStarts: Float64Array;
  readonly eIdUnits: Uint16Array;
  readonly eIdStarts: Uint32Array;
  readonly rowOrdinals: Uint32Array;
}

/**
 * The provisions of a part of an index's documents, read from their file on demand; only where they are is in memory.
 * Documents, provisions ("ordinals") and rows are numbered from 0 within the file.
 */
export class ProvisionFile {
  readonly #path: string;
  readonly #file: number;
  readonly #arrays: LibraryArrays;
  readonly #cache = new Map<number, Provision>();

  /** Throws `IndexDamagedError` where the arrays are not those of `libraryArrays`. */
  constructor(path: string, arrays: PackedArrays) {
    this.#path = path;
    this.#arrays = checkedArrays(path, arrays);
    this.#file = openSync(path, "r");
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Number of provisions of a document. */
  countOf(document: number): number {
    const [first, end] = this.#ordinalsOf(document);
    return end - first;
  }

  /** A provision of a document by its eId. */
  provision(document: number, documentId: string, eId: string): Provision | undefined {
    const [first, end] = this.#ordinalsOf(document);
    for (let ordinal = first; ordinal < end; ordinal++) {
      if (this.#isEId(ordinal, eId)) return this.#provisionAt(ordinal, documentId);
    }
    return undefined;
  }

  provisionsOf(document: number, documentId: string): Provision[] {
    const [first, end] = this.#ordinalsOf(document);
    if (first === end) return [];
    const lines = this.#read(first, end).split("\n");
    return lines.slice(0, end - first).map((line) => parseLine(line, documentId));
  }

  /** The rows of a document, which stand together. */
  rowsOf(document: number): RowRange {
    const [first, end] = this.#ordinalsOf(document);
    return { first: this.#firstRowFrom(first), end: this.#firstRowFrom(end) };
  }

  eIdOfRow(row: number): string {
    const { eIdUnits, eIdStarts, rowOrdinals } = this.#arrays;
    const ordinal = rowOrdinals[row] ?? 0;
    const end = eIdStarts[ordinal + 1] ?? 0;
    let eId = "";
    // A plain loop: a search asks for two hundred of them.
    for (let at = eIdStarts[ordinal] ?? 0; at < end; at++) eId += String.fromCharCode(eIdUnits[at] as number);
    return eId;
  }

  #provisionAt(ordinal: number, documentId: string): Provision {
    const provision = this.#cache.get(ordinal) ?? parseLine(this.#read(ordinal, ordinal + 1), documentId);
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

  #ordinalsOf(document: number): [first: number, end: number] {
    const { documentStarts } = this.#arrays;
    return [documentStarts[document] ?? 0, documentStarts[document + 1] ?? 0];
  }

  #isEId(ordinal: number, eId: string): boolean {
    const { eIdUnits, eIdStarts } = this.#arrays;
    const start = eIdStarts[ordinal] as number;
    if ((eIdStarts[ordinal + 1] as number) - start !== eId.length) return false;
    for (let at = 0; at < eId.length; at++) if (eIdUnits[start + at] !== eId.charCodeAt(at)) return false;
    return true;
  }

  #firstRowFrom(ordinal: number): number {
    return ordinal === 0 ? 0 : lastAtMost(this.#arrays.rowOrdinals, ordinal - 1) + 1;
  }
}

function parseLine(line: string, documentId: string): Provision {
  const stored = JSON.parse(line) as StoredProvision;
  return { id: `${documentId}#${stored.eId}`, documentId, ...stored };
}

/** Place of the last value that is not above the limit in a rising array; -1 when all are. */
export function lastAtMost(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function checkedArrays(path: string, arrays: PackedArrays): LibraryArrays {
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
