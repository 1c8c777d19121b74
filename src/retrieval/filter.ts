import type { DocumentHead } from "../corpus/provision.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import type { SearchOptions } from "./hit.js";

/** The rows that the options leave, as a test; undefined where they leave all. */
export function acceptedRows(index: PolicyIndex, options: SearchOptions): ((row: number) => boolean) | undefined {
  if (!hasFilter(options)) return undefined;
  const accepted = new Uint8Array(index.size);
  for (const document of index.documents) {
    if (!isAccepted(document, options)) continue;
    const { first, end } = index.rowsOf(document.documentId);
    accepted.fill(1, first, end);
  }
  return (row) => accepted[row] === 1;
}

function hasFilter({ documentIds, issuer, dateFrom, dateTo, inForceOn }: SearchOptions): boolean {
  return [documentIds, issuer, dateFrom, dateTo, inForceOn].some((filter) => filter !== undefined);
}

function isAccepted(document: DocumentHead, options: SearchOptions): boolean {
  const { documentIds, issuer, dateFrom, dateTo, inForceOn } = options;
  if (documentIds !== undefined && !documentIds.includes(document.documentId)) return false;
  if (issuer !== undefined && document.issuer !== issuer) return false;
  // ISO dates sort as text.
  if (dateFrom !== undefined && (document.date === null || document.date < dateFrom)) return false;
  if (dateTo !== undefined && (document.date === null || document.date > dateTo)) return false;
  return inForceOn === undefined || isInForce(document, inForceOn);
}

function isInForce({ status, inForceFrom, date }: DocumentHead, day: string): boolean {
  const begins = inForceFrom ?? date;
  return status !== "superseded" && (begins === null || begins <= day);
}
