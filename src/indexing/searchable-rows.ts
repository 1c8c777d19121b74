import type { PolicyDocument, Provision } from "../corpus/provision.js";

/** A provision that can be found, and the text that finds it. */
export interface SearchableRow {
  readonly provision: Provision;
  /** Title of the document, headings on the way down, the words that introduce the place, its own words. Never quoted. */
  readonly searchText: string;
}

/** Characters of a place with everything below it that are searched as one; longer places are found by their parts. */
const MAX_WHOLE_CHARACTERS = 1_200;
/** Characters of own words that are searched; beyond this a text no longer says one thing. */
const MAX_OWN_CHARACTERS = 8_000;
/** Characters of an introducing sentence that are repeated with each place below it. */
const MAX_LEAD_CHARACTERS = 120;

/** The rows of the documents, in order. Second sources of a document have none. */
export function toSearchableRows(documents: readonly PolicyDocument[]): SearchableRow[] {
  return documents.filter((document) => document.duplicateOf === null).flatMap(rowsOf);
}

function rowsOf(document: PolicyDocument): SearchableRow[] {
  const byEId = new Map(document.provisions.map((provision) => [provision.eId, provision]));
  const above = (provision: Provision): Provision | undefined =>
    provision.parent === null ? undefined : byEId.get(provision.parent);
  return document.provisions.flatMap((provision) => {
    const words = searchedWords(provision);
    if (words === "") return [];
    const context = [document.title, ...pathTo(provision, above)];
    return [{ provision, searchText: [...context, words].join("\n") }];
  });
}

/** A place that only groups others is found through them; any other by the whole of it, or by its own words if that is long. */
function searchedWords({ text, ownLength, heading, children }: Provision): string {
  const own = text.slice(0, ownLength);
  if (children.length === 0) return (own === heading ? own : joinHeading(heading, own)).slice(0, MAX_OWN_CHARACTERS);
  if (own === heading || (own === "" && text.length > MAX_WHOLE_CHARACTERS)) return "";
  return joinHeading(heading, text.length > MAX_WHOLE_CHARACTERS ? own : text).slice(0, MAX_OWN_CHARACTERS);
}

function joinHeading(heading: string | null, words: string): string {
  return [heading ?? "", words].filter(Boolean).join("\n");
}

/** Headings from the top down, then what introduces the list that the place belongs to. */
function pathTo(provision: Provision, above: (provision: Provision) => Provision | undefined): string[] {
  const path: string[] = [];
  const parent = above(provision);
  for (let place = parent; place; place = above(place)) if (place.heading !== null) path.unshift(place.heading);
  const lead = parent ? parent.text.slice(0, Math.min(parent.ownLength, MAX_LEAD_CHARACTERS)) : "";
  return lead === "" || lead === parent?.heading ? path : [...path, lead];
}
