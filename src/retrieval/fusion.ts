/** What was found, by an id that is its own (a provision id, a row), and what one side gave it. Lists are best first. */
export interface Scored<Id> {
  readonly id: Id;
  readonly score: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of 1 / (k + rank) over the lists that hold the
 * id, rank from 1. Scores in 0 to lists / (k + 1), best first; equals keep the order in which they were first seen.
 */
export function fuseByRank<Id>(lists: readonly (readonly Scored<Id>[])[], k = 60): Scored<Id>[] {
  const fused = new Map<Id, number>();
  for (const list of lists) {
    for (const [place, { id }] of list.entries()) fused.set(id, (fused.get(id) ?? 0) + 1 / (k + place + 1));
  }
  return bestFirst(fused);
}

/** A list and how much it counts. */
export interface WeightedList<Id> {
  readonly list: readonly Scored<Id>[];
  readonly weight: number;
}

/**
 * The weighted sum of standard scores, (score − mean) / deviation within each list; an id that a list lacks gets that
 * list's lowest standard score, so that absence never counts for more than the worst presence. A list whose scores are
 * all equal says nothing and adds 0. Best first; equals keep the order in which they were first seen.
 */
export function fuseByStandardScore<Id>(lists: readonly WeightedList<Id>[]): Scored<Id>[] {
  const ids = new Set(lists.flatMap(({ list }) => list.map(({ id }) => id)));
  const fused = new Map([...ids].map((id) => [id, 0]));
  for (const { list, weight } of lists) {
    const standard = standardise(list);
    const lowest = Math.min(0, ...standard.values());
    for (const id of ids) fused.set(id, (fused.get(id) ?? 0) + weight * (standard.get(id) ?? lowest));
  }
  return bestFirst(fused);
}

function standardise<Id>(list: readonly Scored<Id>[]): Map<Id, number> {
  const mean = list.reduce((sum, { score }) => sum + score, 0) / list.length;
  const deviation = Math.sqrt(list.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / list.length);
  return new Map(list.map(({ id, score }) => [id, deviation === 0 ? 0 : (score - mean) / deviation]));
}

function bestFirst<Id>(fused: ReadonlyMap<Id, number>): Scored<Id>[] {
  return [...fused].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}
