import type { PolicyDocument } from "../../corpus/provision.js";
import type { SearchableRow } from "../searchable-rows.js";
import type { Transaction } from "./connection.js";
import { insertAll } from "./insert.js";
import { pageOf } from "./schema.js";

/** Writes heads and provisions of all documents. */
export async function writeLibrary(
  transaction: Transaction,
  schema: string,
  documents: readonly PolicyDocument[],
  rows: readonly SearchableRow[],
): Promise<void> {
  await insertAll(
    transaction,
    `${schema}.documents`,
    "number int, document_id text, head json, first_row int, end_row int",
    headRecords(documents, rows),
  );
  await insertAll(
    transaction,
    `${schema}.provisions`,
    "document int, ordinal int, page text, provision text",
    provisionRecords(documents),
  );
}

function* headRecords(documents: readonly PolicyDocument[], rows: readonly SearchableRow[]): Generator<object> {
  const counts = new Map<string, number>();
  for (const { provision } of rows) counts.set(provision.documentId, (counts.get(provision.documentId) ?? 0) + 1);
  let row = 0;
  for (const [number, { provisions: _, ...head }] of documents.entries()) {
    const end = row + (counts.get(head.documentId) ?? 0);
    yield { number, document_id: head.documentId, head, first_row: row, end_row: end };
    row = end;
  }
}

function* provisionRecords(documents: readonly PolicyDocument[]): Generator<object> {
  for (const [document, { provisions }] of documents.entries()) {
    for (const [ordinal, { id: _, documentId: __, ...stored }] of provisions.entries()) {
      yield { document, ordinal, page: pageOf(stored.eId), provision: JSON.stringify(stored) };
    }
  }
}
