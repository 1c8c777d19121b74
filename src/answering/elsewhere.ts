import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead } from "../corpus/provision.js";
import { isRegion } from "../language/regions.js";
import { comparable } from "./comparable.js";
import type { ScoredCandidate } from "./score.js";
import { isLocal } from "./standing.js";
import type { Term } from "./terms.js";

/**
 * Whether a question is about another region or another year than the place that fits it best: 海淀区征求意见几天, asked of
 * a text for 朝阳区. What holds there is not known here, however well the rest fits.
 */
export function isElsewhere(library: PolicyLibrary, best: ScoredCandidate, terms: readonly Term[]): boolean {
  if (best.features.missingYear > 0) return true;
  if (!isLocal(library, best)) return false;
  const document = library.document(best.provision.documentId);
  const here = document ? placeNames(document) : "";
  return terms.some(
    ({ text }) => isRegion(text) && !names(text, here) && !names(text, comparable(best.provision.text)),
  );
}

/** Documents of the regions that a question names, by their titles and issuers, second sources aside; none where it names none. */
export function localDocuments(library: PolicyLibrary, terms: readonly Term[]): readonly string[] {
  const regions = terms.map(({ text }) => text).filter(isRegion);
  if (regions.length === 0) return [];
  return library.documents
    .filter((document) => document.duplicateOf === null && document.status !== "superseded")
    .filter((document) => regions.every((region) => names(region, placeNames(document))))
    .map(({ documentId }) => documentId);
}

const placeNames = ({ title, issuer, noticeTitle }: DocumentHead) =>
  comparable(`${title} ${issuer ?? ""} ${noticeTitle ?? ""}`);

const names = (region: string, text: string) =>
  text.includes(region) || text.includes(region.replace(/[省市区县]$/u, ""));
