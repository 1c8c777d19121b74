import type { RowFilter, RowRange } from "../row-filter.js";

const literals = new WeakMap<RowFilter, string>();

/** The rows that a filter leaves as an int4multirange, `{[0,4),[9,12)}`; null where there is no filter. */
export function toMultirange(accept: RowFilter | undefined): string | null {
  if (accept === undefined) return null;
  const known = literals.get(accept);
  if (known !== undefined) return known;
  const literal = `{${accept.ranges.map(({ first, end }: RowRange) => `[${first},${end})`).join(",")}}`;
  literals.set(accept, literal);
  return literal;
}

/** Number of rows that a filter leaves. */
export function countRows({ ranges }: RowFilter): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}
