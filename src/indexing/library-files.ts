import type { DocumentHead, PolicyDocument, Provision } from "../corpus/provision.js";
import type { PackedArrays } from "./packed-arrays.js";
import { packTerms } from "./term-table.js";

/** A provision as a line of the store: what its place in the store says already is left out. */
export type StoredProvision = Omit<Provision, "id" | "documentId">;

/** The documents' heads as JSON. */
export function formatHeads(documents: readonly (DocumentHead | PolicyDocument)[]): string {
  return JSON.stringify(documents, (key, value: unknown) => (key === "provisions" ? undefined : value));
}

/** The provisions of all documents, one JSON line each, in order. */
export function* provisionLines(documents: readonly PolicyDocument[]): Generator<Buffer> {
  for (const { provisions } of documents) {
    for (const { id: _, documentId: __, ...stored } of provisions) yield Buffer.from(`${JSON.stringify(stored)}\n`);
  }
}

/**
 * Where things are. Provisions are numbered from 0 through all documents ("ordinals"): `documentStarts[d]` is the first
 * ordinal of document d, `lineStarts[o]` the byte where its line begins, `eIdUnits` and `eIdStarts` its eId,
 * `rowOrdinals[r]` the ordinal of row r. Starts have one entry more than there are things.
 */
export function libraryArrays(
  documents: readonly PolicyDocument[],
  lineLengths: readonly number[],
  rows: readonly { readonly provision: Provision }[],
): PackedArrays {
  const eIds = documents.flatMap(({ provisions }) => provisions.map(({ eId }) => eId));
  const { units, starts } = packTerms(eIds);
  const ordinals = new Map(documents.flatMap(({ provisions }) => provisions).map(({ id }, ordinal) => [id, ordinal]));
  return {
    documentStarts: Uint32Array.from(startsOf(documents.map(({ provisions }) => provisions.length))),
    lineStarts: Float64Array.from(startsOf(lineLengths)),
    eIdUnits: units,
    eIdStarts: starts,
    rowOrdinals: Uint32Array.from(rows, ({ provision }) => ordinals.get(provision.id) ?? 0),
  };
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  let end = 0;
  for (const length of lengths) {
    end += length;
    starts.push(end);
  }
  return starts;
}
