import type { Provision } from "../../corpus/provision.js";
import type { Draft } from "../writing/draft.js";

const PURPOSE =
  /(?:^|\n)[^。\n]{0,20}?为了?(?:进一步)?[^。，,\n]{4,}[，,][^。\n]*(?:制定|印发|编制|予以|决定)[^。\n]*。?/u;
const BASIS = /[^。\n]*(?:根据|依据|依照|按照|参照)[^。\n]*(?:制定|编制|修订|印发|决定|通知如下)[^。\n]*。?/u;
const REPEALS = /[^。\n]*《[^。\n]*》[^。\n]*废止[^。\n]*。?/u;
const CONSENT = /[^。\n]*经[^，,。\n]{1,20}(?:同意|批准|审议|审定|通过)[^。\n]*。?/u;

/** The sentence that says what a text is made for: of its first article, or else before the articles. */
export function writePurpose(draft: Draft, provisions: readonly Provision[]): Draft | null {
  return quoteFirst(draft, openingOf(provisions), PURPOSE);
}

/** The sentence that says on what a text rests. */
export function writeBasis(draft: Draft, provisions: readonly Provision[]): Draft | null {
  return quoteFirst(draft, openingOf(provisions), BASIS);
}

/** The sentence that says with whose consent a text is issued. */
export function writeConsent(draft: Draft, provisions: readonly Provision[]): Draft | null {
  const preface = leavesOf(provisions).filter(({ eId }) => eId.startsWith("preface"));
  return quoteFirst(draft, preface, CONSENT);
}

/** The sentence that says which other texts end with a text. */
export function writeRepeals(draft: Draft, provisions: readonly Provision[]): Draft | null {
  return quoteFirst(draft, leavesOf(provisions).reverse(), REPEALS);
}

/** What a 题注 says of other texts (根据…修正) is no ground of this one. */
const leavesOf = (provisions: readonly Provision[]) =>
  provisions.filter(({ children, adoption }) => children.length === 0 && !adoption);

/** The first article, and what stands outside of articles. */
function openingOf(provisions: readonly Provision[]): readonly Provision[] {
  const leaves = leavesOf(provisions);
  const isFirst = ({ eId }: Provision) => eId === "art_1" || eId.startsWith("art_1__");
  return [...leaves.filter(isFirst), ...leaves.filter(({ eId }) => !/^art_/u.test(eId))];
}

function quoteFirst(draft: Draft, places: readonly Provision[], pattern: RegExp): Draft | null {
  for (const place of places) {
    const match = pattern.exec(place.text);
    if (!match) continue;
    const quoted = draft.quote(place, match.index, match.index + match[0].length);
    // One sentence may say both what a text is for and on what it rests.
    if (!draft.markdown.includes(quoted)) draft.add(quoted);
    return draft;
  }
  return null;
}
