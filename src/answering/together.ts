import type { PolicyLibrary } from "../corpus/library.js";
import { comparable } from "./features.js";
import { coverTerm } from "./match.js";
import type { ScoredCandidate } from "./score.js";
import type { Term } from "./terms.js";

/** At most this many places are answered beside the best one. */
const MOST = 2;
/** How far behind the best candidate a place may be that fills a gap, and one that is simply as good. */
const GAP_BEHIND = 2;
const TIE_BEHIND = 0.3;
/** From this weight on, a word that the best place lacks is worth another place. */
const HEAVY = 1.5;

/**
 * Places that belong in the answer beside the best one: those that have a heavy word of the question which the best lacks
 * (2025年和2035年), and those that fit the question as well as it does.
 */
export function belongingTogether(
  library: PolicyLibrary,
  ranked: readonly ScoredCandidate[],
  terms: readonly Term[],
): readonly ScoredCandidate[] {
  const [best, ...rest] = ranked;
  if (!best) return [];
  const chosen = [best];
  for (const candidate of rest) {
    const behind = best.score - candidate.score;
    if (behind > GAP_BEHIND || chosen.length > MOST) break;
    if (isSpecial(library, candidate) || chosen.some((other) => isNested(other, candidate))) continue;
    if (behind <= TIE_BEHIND || fillsGap(candidate, chosen, terms)) chosen.push(candidate);
  }
  return chosen.slice(1);
}

/** Tables and amended wording have answers of their own. */
function isSpecial(library: PolicyLibrary, { provision }: ScoredCandidate): boolean {
  const amendments = library.document(provision.documentId)?.amendments ?? [];
  return provision.level === "table" || provision.level === "row" || amendments.length > 0;
}

function isNested(a: ScoredCandidate, b: ScoredCandidate): boolean {
  const [short, long] = [a.provision.id, b.provision.id].sort((x, y) => x.length - y.length) as [string, string];
  return long === short || long.startsWith(`${short}__`);
}

function fillsGap(candidate: ScoredCandidate, chosen: readonly ScoredCandidate[], terms: readonly Term[]): boolean {
  const text = comparable(candidate.text);
  return terms.some((term) => {
    if (term.weight < HEAVY || term.role === "asked" || term.role === "quantity") return false;
    return coverTerm(term, text) >= 0.9 && chosen.every((other) => coverTerm(term, comparable(other.text)) < 0.5);
  });
}
