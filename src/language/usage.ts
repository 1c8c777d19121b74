import usageRows from "./usage.json" with { type: "json" };

/**
 * Government usage: spoken wordings and the wordings that rules use for the same thing, each parted by spaces, normalised,
 * the closest drafted wording first. A word may stand on both sides: then it is a near-synonym of the others. A row
 * belongs here only when it holds for any rule, and a wording that stands in every other article belongs on neither side.
 */
export type UsageRow = readonly [spoken: string, drafted: string];

/** The rows of `usage.json`, where they stand by theme. Half of them were found by going through what training questions say and rules do not. */
export const USAGE = Object.values(usageRows).flat() as unknown as readonly UsageRow[];

/** Built once: a spoken wording → the drafted wordings for it. */
const DRAFTED_FOR: ReadonlyMap<string, readonly string[]> = new Map(
  USAGE.flatMap(([spoken, drafted]) =>
    spoken.split(" ").map((word) => [word, drafted.split(" ").filter((other) => other !== word)] as const),
  ),
);

const LONGEST = Math.max(...[...DRAFTED_FOR.keys()].map((word) => word.length));

/** The drafted wordings for one spoken wording; empty when the table has none. */
export function draftedFor(word: string): readonly string[] {
  return DRAFTED_FOR.get(word) ?? [];
}

/**
 * Spoken wordings that occur in a text, longest first at each place, with their offsets. `mayStand` says whether a
 * wording may stand between two offsets: one that cuts a word in two does not.
 */
export function spokenIn(
  text: string,
  mayStand: (start: number, end: number) => boolean = () => true,
): { word: string; start: number }[] {
  const found: { word: string; start: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(LONGEST, text.length - start); length > 0; length--) {
      const word = text.slice(start, start + length);
      if (!DRAFTED_FOR.has(word) || !mayStand(start, start + length)) continue;
      found.push({ word, start });
      start += length - 1;
      break;
    }
  }
  return found;
}
