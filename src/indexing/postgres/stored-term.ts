const FIRST_SURROGATE = 0xd800;
/** A private plane of Unicode, which no text uses. */
const STAND_INS = 0xf0000;

/**
 * A term as the database can hold it. Bigrams are pairs of UTF-16 units, so that of a rare character (𫚉) they have halves,
 * which are no text; each half is replaced by a character of its own.
 */
export function toStoredTerm(term: string): string {
  return term.replace(/\p{Surrogate}/gu, (half) =>
    String.fromCodePoint(STAND_INS + half.charCodeAt(0) - FIRST_SURROGATE),
  );
}
