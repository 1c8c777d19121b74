/** Values so close are the same. */
const SAME = 1e-6;

/** For each row of signs how many rows have more of each sign, 0 for the most. */
export function ranksAmong(rows: readonly Float64Array[]): Float64Array[] {
  return rows.map((row) => row.map((value, sign) => countAbove(rows, sign, value + SAME)));
}

/** A plain loop: with two dozen rows of some fifty signs it runs thirty thousand times for a question. */
function countAbove(rows: readonly Float64Array[], sign: number, value: number): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if ((rows[at]?.[sign] as number) > value) count++;
  return count;
}

/** How far a row is ahead of the best other one in each sign, or behind the best one. `rows` have the row itself. */
export function leadsAmong(rows: readonly Float64Array[], row: Float64Array): Float64Array {
  const others = rows.filter((other) => other !== row);
  if (others.length === 0) return new Float64Array(row.length);
  const best = mostOf(others);
  return row.map((value, sign) => value - (best[sign] as number));
}

/** The largest value of each sign. */
export function mostOf(rows: readonly Float64Array[]): Float64Array {
  const most = Float64Array.from(rows[0] ?? []);
  for (const row of rows) for (let i = 0; i < most.length; i++) most[i] = Math.max(most[i] as number, row[i] as number);
  return most;
}

/** The mean of each sign. */
export function meanOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (row[i] as number) / rows.length;
  return mean;
}
