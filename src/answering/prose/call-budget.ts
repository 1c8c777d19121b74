/** How often a language model may be called, and when it is left alone. */
export interface CallBudget {
  /** Takes one call; false where the minute's calls are used up or the model is resting after failures. */
  take(): boolean;
  succeeded(): void;
  failed(): void;
}

const MINUTE_MS = 60_000;
/** So many failures in a row, and the model rests for a minute: nobody is to wait for an endpoint that is down. */
const FAILURES_BEFORE_REST = 3;

/** `now` gives milliseconds, monotonic. */
export function createCallBudget(callsPerMinute: number, now: () => number): CallBudget {
  let calls: number[] = [];
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    take() {
      const at = now();
      calls = calls.filter((call) => at - call < MINUTE_MS);
      if (at < restsUntil || calls.length >= callsPerMinute) return false;
      calls.push(at);
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures++;
      if (failures < FAILURES_BEFORE_REST) return;
      restsUntil = now() + MINUTE_MS;
      failures = 0;
    },
  };
}
