/** What the network says of a passage. */
export interface Scores {
  /** How well it answers beside others: a difference of 1 is a factor of e in likelihood. By itself it means little. */
  readonly relevance: number;
  /** Whether it tells what is asked, by itself: the logarithm of odds, about -10 to 10. */
  readonly told: number;
  /** By which word it decides a yes/no question, in the order of `VERDICTS`: unnormalised logarithms of likelihoods. */
  readonly verdicts: readonly number[];
}

/** None, where a passage does not decide; then the modals by which it does. */
export const VERDICTS = ["", "可以", "不可以", "应当", "不适用"] as const;

/** Where there is nothing to read: less than for any passage. */
export const UNREAD: Scores = { relevance: -12, told: -12, verdicts: [0, -12, -12, -12, -12] };

/** Of a passage in windows the best of each; a verdict is that of the window which tells most. */
export function bestOf(windows: readonly Scores[]): Scores {
  return windows.reduce(
    (best, scores) => ({
      relevance: Math.max(best.relevance, scores.relevance),
      ...(scores.told > best.told
        ? { told: scores.told, verdicts: scores.verdicts }
        : { told: best.told, verdicts: best.verdicts }),
    }),
    windows[0] ?? UNREAD,
  );
}
