import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import type { Term } from "../words/terms.js";
import { putFirst } from "./put-first.js";

/** A year by itself: that of a title's span (2021-2035年) or of a number (〔2022〕) dates no matter. */
const YEARS = /(?<![\d〔[(]|\d[-—~])((?:19|20)\d{2})(?=年)/gu;
/** How far behind the best such a place may be. */
const BEHIND = 8;

/** Puts the place that speaks of the year asked for before one that speaks of other years only: 到2035年…, asked 那2035年呢. */
export function yearFirst(
  scored: readonly ScoredCandidate[],
  { terms }: { readonly terms: readonly Term[] },
): readonly ScoredCandidate[] {
  const asked = terms.filter(({ role }) => role === "year").map(({ text }) => text.slice(0, 4));
  const [best] = scored;
  const [year] = asked;
  if (!best || year === undefined || asked.length > 1) return scored;
  const told = yearsOf(best);
  if (told.size === 0 || told.has(year)) return scored;
  return putFirst(scored, BEHIND, (one) => one.shape === "own" && yearsOf(one).has(year));
}

const yearsOf = ({ text }: ScoredCandidate): ReadonlySet<string> =>
  new Set([...comparable(text).matchAll(YEARS)].map(([year]) => year));
