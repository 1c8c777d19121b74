import type { PolicyLibrary } from "../corpus/library.js";
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
  const here = comparable(`${document?.title ?? ""} ${document?.issuer ?? ""} ${document?.noticeTitle ?? ""}`);
  const names = (word: string, text: string) => text.includes(word) || text.includes(word.replace(/[省市区县]$/u, ""));
  return terms.some(
    ({ text }) => isRegion(text) && !names(text, here) && !names(text, comparable(best.provision.text)),
  );
}
