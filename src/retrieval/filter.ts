import type { DocumentHead } from "../corpus/provision.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import { type RowFilter, toRowFilter } from "../indexing/row-filter.js";
import type { SearchOptions } from "./hit.js";

/** What a filter reads of an index. */
export type FilteredIndex = Pick<PolicyIndex, "documents" | "size" | "rowsOf">;

/**
 * Turns search options into a filter of rows, none where all are left. Superseded documents, and versions that do not hold
 * yet, are left out unless they are named or a day is asked for; of several versions of a text the one in force on that
 * day is kept.
 */
export function createRowFilter(index: FilteredIndex): (options: SearchOptions) => RowFilter | undefined {
  const toTest = (options: SearchOptions): RowFilter | undefined =>
    acceptRows(index, (document) => isAccepted(document, options));
  let documents = index.documents;
  let unfiltered = toTest({});
  return (options) => {
    if (isFiltered(options)) return toTest(options);
    // Another day, other heads.
    if (documents !== index.documents) {
      documents = index.documents;
      unfiltered = toTest({});
    }
    return unfiltered;
  };
}

function isFiltered({ documentIds, issuer, dateFrom, dateTo, inForceOn }: SearchOptions): boolean {
  return [documentIds, issuer, dateFrom, dateTo, inForceOn].some((filter) => filter !== undefined);
}

function acceptRows(index: FilteredIndex, isKept: (document: DocumentHead) => boolean): RowFilter | undefined {
  const kept = index.documents.filter((document) => document.duplicateOf !== null || isKept(document));
  if (kept.length === index.documents.length) return undefined;
  return toRowFilter(
    index.size,
    kept.map(({ documentId }) => index.rowsOf(documentId)),
  );
}

function isAccepted(document: DocumentHead, options: SearchOptions): boolean {
  const { documentIds, issuer, dateFrom, dateTo, inForceOn } = options;
  if (documentIds !== undefined && !documentIds.includes(document.documentId)) return false;
  if (issuer !== undefined && document.issuer !== issuer) return false;
  // ISO dates sort as text.
  if (dateFrom !== undefined && (document.date === null || document.date < dateFrom)) return false;
  if (dateTo !== undefined && (document.date === null || document.date > dateTo)) return false;
  if (inForceOn !== undefined) return isInForceOn(document, inForceOn);
  return documentIds !== undefined || isCurrent(document);
}

/** No version that another has replaced, nor one that waits for its day while another holds. */
export function isCurrent({ status, heldUntilThen }: DocumentHead): boolean {
  return status !== "superseded" && heldUntilThen === undefined;
}

/** In force on that ISO date: begun by then, and no later version of the text begun since; one that does not say when it begins counts as begun. */
export function isInForceOn({ inForceFrom, date, supersededFrom }: DocumentHead, day: string): boolean {
  // A revised law prints when it first came into force; its revision then begins with its own date.
  const isBegun = (inForceFrom ?? "") <= day && (date ?? "") <= day;
  return isBegun && (supersededFrom === undefined || supersededFrom > day);
}
