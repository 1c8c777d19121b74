/** Values so close are the same. */
const SAME = 1e-6;

/** For each row of signs how many rows have more of each sign, 0 for the most. */
export function ranksAmong(rows: readonly Float64Array[]): Float64Array[] {
  return rows.map((row) => rankAmong(rows, row));
}

/** The same for one row. Plain loops: with two dozen rows of some fifty signs they run thirty thousand times for a question. */
export function rankAmong(rows: readonly Float64Array[], row: Float64Array): Float64Array {
  const ranks = new Float64Array(row.length);
  for (const other of rows)
    for (let i = 0; i < row.length; i++)
      if ((other[i] as number) > (row[i] as number) + SAME) ranks[i] = (ranks[i] as number) + 1;
  return ranks;
}

/** How far a row is ahead of the best other one in each sign, or behind the best one. `rows` have the row itself. */
export function leadsAmong(rows: readonly Float64Array[], row: Float64Array): Float64Array {
  const others = rows.filter((other) => other !== row);
  const leads = new Float64Array(row.length);
  if (others.length === 0) return leads;
  const best = mostOf(others);
  for (let i = 0; i < row.length; i++) leads[i] = (row[i] as number) - (best[i] as number);
  return leads;
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

/** The parts behind one another. */
export function joined(...parts: readonly ArrayLike<number>[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
