import type { PolicyLibrary } from "../../corpus/library.js";
import { isNested } from "../places/place-tree.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";

/** At most this many places are answered beside the best one. */
const MOST = 2;
/** How far behind the best candidate a place may be that has a heavy word of the question which the others lack. */
const GAP_BEHIND = 2;
/** A place is shown beside the best one from this share of the ranking's probability on. */
const LIKELY = 0.1;
/** From this weight on, a word that the best place lacks is worth another place. */
const HEAVY = 1.5;

/**
 * Places that belong in the answer beside the best one: those that the ranking holds likely enough themselves, and those
 * that have a heavy word of the question which the others lack (2025年和2035年).
 */
export function belongingTogether(
  library: PolicyLibrary,
  ranked: readonly ScoredCandidate[],
  terms: readonly Term[],
): readonly ScoredCandidate[] {
  const [best, ...rest] = ranked;
  if (!best) return [];
  const mass = ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  const chosen = [best];
  for (const candidate of rest) {
    if (chosen.length > MOST) break;
    if (isSpecial(library, candidate) || chosen.some((other) => isNested(other.provision.id, candidate.provision.id)))
      continue;
    const behind = best.score - candidate.score;
    // A rule has passed it over for the best.
    if (behind < 0) continue;
    const isLikely = Math.exp(-behind) / mass >= LIKELY;
    if (isLikely || (behind <= GAP_BEHIND && fillsGap(candidate, chosen, terms))) chosen.push(candidate);
  }
  return chosen.slice(1);
}

/** Tables and amended wording have answers of their own. */
function isSpecial(library: PolicyLibrary, { provision }: ScoredCandidate): boolean {
  const amendments = library.document(provision.documentId)?.amendments ?? [];
  return provision.level === "table" || provision.level === "row" || amendments.length > 0;
}

function fillsGap(candidate: ScoredCandidate, chosen: readonly ScoredCandidate[], terms: readonly Term[]): boolean {
  const text = comparable(candidate.text);
  return terms.some((term) => {
    if (term.weight < HEAVY || term.role === "asked" || term.role === "quantity") return false;
    return coverTerm(term, text) >= 0.9 && chosen.every((other) => coverTerm(term, comparable(other.text)) < 0.5);
  });
}
