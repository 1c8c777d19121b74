/** Says that the wait ended before the work did. */
export const TIMED_OUT = Symbol("timed out");

/** Waits for `work` at most `limitMs`; the work itself goes on. Its later failure is swallowed, since nobody waits for it. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T | typeof TIMED_OUT> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), limitMs);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
