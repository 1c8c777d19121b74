/** Sorted terms laid end to end, found by binary search: nothing is built at start and no string object is kept. */
export interface TermTable {
  /** UTF-16 code units of all terms. */
  readonly units: Uint16Array;
  /** Where each term starts in `units`; one entry more than there are terms. */
  readonly starts: Uint32Array;
}

/** Lays out terms that are sorted by code unit (the order of `Array.prototype.sort`). */
export function packTerms(sortedTerms: readonly string[]): TermTable {
  const starts = new Uint32Array(sortedTerms.length + 1);
  for (const [id, term] of sortedTerms.entries()) starts[id + 1] = (starts[id] ?? 0) + term.length;
  const units = new Uint16Array(starts[sortedTerms.length] ?? 0);
  for (const [id, term] of sortedTerms.entries()) {
    const start = starts[id] ?? 0;
    for (let at = 0; at < term.length; at++) units[start + at] = term.charCodeAt(at);
  }
  return { units, starts };
}

/** The term's number, its place in the sorted list; -1 when it is not there. */
export function findTerm({ units, starts }: TermTable, term: string): number {
  let low = 0;
  let high = starts.length - 2;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareTerm(units, starts[middle] ?? 0, starts[middle + 1] ?? 0, term);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compareTerm(units: Uint16Array, start: number, end: number, term: string): number {
  const shared = Math.min(end - start, term.length);
  for (let at = 0; at < shared; at++) {
    const difference = (units[start + at] ?? 0) - term.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return end - start - term.length;
}
