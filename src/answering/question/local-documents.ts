import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { isRegion } from "../../language/regions.js";
import { isCurrent } from "../../retrieval/filter.js";
import { comparable } from "../words/comparable.js";
import type { Term } from "../words/terms.js";

/** Documents of the regions that a question names, by their titles and issuers, second sources aside; none where it names none. */
export function localDocuments(library: PolicyLibrary, terms: readonly Term[]): readonly string[] {
  const regions = terms.map(({ text }) => text).filter(isRegion);
  if (regions.length === 0) return [];
  return library.documents
    .filter((document) => document.duplicateOf === null && isCurrent(document))
    .filter((document) => regions.every((region) => names(region, placeNames(document))))
    .map(({ documentId }) => documentId);
}

/**
 * The question without the regions that it names, where the corpus has texts of them (`local`, see `localDocuments`): where these hold is
 * no part of what is asked.
 */
export function withoutOwnRegions(text: string, terms: readonly Term[], local: readonly string[]): string {
  if (local.length === 0) return text;
  const regions = terms.map((term) => term.text).filter(isRegion);
  return regions.reduce((rest, region) => rest.replaceAll(region, ""), text);
}

export const placeNames = ({ title, issuer, noticeTitle }: DocumentHead) =>
  comparable(`${title} ${issuer ?? ""} ${noticeTitle ?? ""}`);

export const names = (region: string, text: string) =>
  text.includes(region) || text.includes(region.replace(/[省市区县]$/u, ""));
