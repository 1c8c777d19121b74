import type { ScoredCandidate } from "../ranking/score.js";

/** Puts the first candidate that a rule prefers before all others, where one is no further behind the best than `behind`, in score. */
export function putFirst(
  scored: readonly ScoredCandidate[],
  behind: number,
  isPreferred: (candidate: ScoredCandidate) => boolean,
): readonly ScoredCandidate[] {
  const best = scored[0]?.score ?? 0;
  const place = scored.find((candidate) => best - candidate.score <= behind && isPreferred(candidate));
  return place ? [place, ...scored.filter((candidate) => candidate !== place)] : scored;
}
