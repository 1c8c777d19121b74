import type { PolicyDocument, Provision } from "../corpus/provision.js";

/** A provision that can be found, and the text that finds it. */
export interface SearchableRow {
  readonly provision: Provision;
  /** Title of the document, headings on the way down, the words that introduce the place, its own words. Never quoted. */
  readonly searchText: string;
}

/**
 * Characters of a place with everything below it that are searched as one; longer places are found by their parts.
 * Measured on the development questions against 0, 600, 1,200 and 3,000; repeating a list's lead-in with every item
 * was tried as well and loses.
 */
const MAX_WHOLE_CHARACTERS = 400;
/** Characters of own words that are searched; beyond this a text no longer says one thing. */
const MAX_OWN_CHARACTERS = 8_000;

/**
 * The rows of the documents, in order. Second sources of a document have none, nor has a 题注: its organs, dates and titles of
 * other texts stand in every law and would answer what is asked of articles. Who asks for them names the law, and finds them by it.
 */
export function toSearchableRows(documents: readonly PolicyDocument[]): SearchableRow[] {
  return documents.filter((document) => document.duplicateOf === null).flatMap(rowsOf);
}

function rowsOf({ title, provisions }: PolicyDocument): SearchableRow[] {
  const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
  return provisions.flatMap((provision) => {
    const words = provision.adoption ? "" : searchedWords(provision);
    return words === ""
      ? []
      : [{ provision, searchText: [title, ...headingsAbove(provision, byEId), words].join("\n") }];
  });
}

/** A place that only heads others is found through them; any other by the whole of it, or by its own words if that is long. */
function searchedWords({ text, ownLength, heading, children }: Provision): string {
  const isWhole = children.length > 0 && text.length <= MAX_WHOLE_CHARACTERS;
  const words = isWhole ? text : text.slice(0, ownLength);
  if (children.length > 0 && (words === "" || words === heading)) return "";
  return [words === heading ? "" : (heading ?? ""), words].filter(Boolean).join("\n").slice(0, MAX_OWN_CHARACTERS);
}

/** From the top down. */
function headingsAbove(provision: Provision, byEId: ReadonlyMap<string, Provision>): string[] {
  const headings: string[] = [];
  for (let above = byEId.get(provision.parent ?? ""); above; above = byEId.get(above.parent ?? "")) {
    if (above.heading !== null) headings.unshift(above.heading);
  }
  return headings;
}
