import type { DocumentHead } from "../corpus/provision.js";
import type { PolicyIndex } from "../indexing/policy-index.js";
import { normalise } from "../language/normalise.js";
import type { SearchOptions } from "./hit.js";

/** What a filter reads of an index. */
export type FilteredIndex = Pick<PolicyIndex, "documents" | "size" | "rowsOf">;

/** Tells of a row whether it is left; undefined where all are. */
export type RowTest = ((row: number) => boolean) | undefined;

/**
 * Turns search options into a test of rows. Superseded documents are left out unless they are named or a day is asked
 * for; of several versions of a text the one in force on that day is kept.
 */
export function createRowFilter(index: FilteredIndex): (options: SearchOptions) => RowTest {
  const versionsOf = groupVersions(index.documents);
  const toTest = (options: SearchOptions): RowTest =>
    acceptRows(index, (document) => isAccepted(document, options, versionsOf(document)));
  const unfiltered = toTest({});
  return (options) => (isFiltered(options) ? toTest(options) : unfiltered);
}

function groupVersions(documents: readonly DocumentHead[]): (document: DocumentHead) => readonly DocumentHead[] {
  const versions = new Map<string, DocumentHead[]>();
  for (const document of documents) {
    const known = versions.get(versionKey(document));
    if (known) known.push(document);
    else versions.set(versionKey(document), [document]);
  }
  return (document) => versions.get(versionKey(document)) ?? [];
}

function versionKey({ title }: DocumentHead): string {
  return normalise(title).replace(/\s/g, "");
}

function isFiltered({ documentIds, issuer, dateFrom, dateTo, inForceOn }: SearchOptions): boolean {
  return [documentIds, issuer, dateFrom, dateTo, inForceOn].some((filter) => filter !== undefined);
}

function acceptRows(index: FilteredIndex, isKept: (document: DocumentHead) => boolean): RowTest {
  const kept = index.documents.filter((document) => document.duplicateOf !== null || isKept(document));
  if (kept.length === index.documents.length) return undefined;
  const accepted = new Uint8Array(index.size);
  for (const { documentId } of kept) {
    const { first, end } = index.rowsOf(documentId);
    accepted.fill(1, first, end);
  }
  return (row) => accepted[row] === 1;
}

function isAccepted(document: DocumentHead, options: SearchOptions, versions: readonly DocumentHead[]): boolean {
  const { documentIds, issuer, dateFrom, dateTo, inForceOn } = options;
  if (documentIds !== undefined && !documentIds.includes(document.documentId)) return false;
  if (issuer !== undefined && document.issuer !== issuer) return false;
  // ISO dates sort as text.
  if (dateFrom !== undefined && (document.date === null || document.date < dateFrom)) return false;
  if (dateTo !== undefined && (document.date === null || document.date > dateTo)) return false;
  if (inForceOn !== undefined) return isInForceOn(document, inForceOn, versions);
  return documentIds !== undefined || document.status !== "superseded";
}

/** Begun by that day, and no other version of the text begun since; one that does not say when it begins counts as begun. */
function isInForceOn(document: DocumentHead, day: string, versions: readonly DocumentHead[]): boolean {
  const begun = beginning(document);
  return begun <= day && !versions.some((version) => beginning(version) > begun && beginning(version) <= day);
}

/** A revised law prints when it first came into force; its revision then begins with its own date. */
function beginning({ inForceFrom, date }: DocumentHead): string {
  return [inForceFrom ?? "", date ?? ""].sort().at(-1) ?? "";
}
