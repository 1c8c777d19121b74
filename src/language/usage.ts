import { BODY_USAGE } from "./usage-bodies.js";
import { BODIES_MORE } from "./usage-bodies-more.js";
import { DUTY_USAGE } from "./usage-duties.js";
import { DUTIES_MORE } from "./usage-duties-more.js";
import { LAW_USAGE } from "./usage-law.js";
import { LAW_MORE } from "./usage-law-more.js";
import { LAW_MORE_2 } from "./usage-law-more-2.js";
import { MEASURE_USAGE } from "./usage-measures.js";
import { MEASURES_MORE } from "./usage-measures-more.js";
import { MONEY_USAGE } from "./usage-money.js";
import { MONEY_MORE } from "./usage-money-more.js";
import { OFFICE_USAGE } from "./usage-office.js";
import { OFFICE_MORE } from "./usage-office-more.js";
import type { UsageRow } from "./usage-row.js";
import { SOCIETY_USAGE } from "./usage-society.js";
import { SOCIETY_MORE } from "./usage-society-more.js";
import { SOCIETY_MORE_2 } from "./usage-society-more-2.js";
import { SPEECH_USAGE } from "./usage-speech.js";
import { SPEECH_MORE } from "./usage-speech-more.js";
import { STAFF_USAGE } from "./usage-staff.js";
import { STAFF_MORE } from "./usage-staff-more.js";
import { TOWN_USAGE } from "./usage-town.js";
import { TOWN_MORE } from "./usage-town-more.js";

/** Government usage: how officials and citizens speak and what drafters write. */
export const USAGE: readonly UsageRow[] = [
  ...OFFICE_USAGE,
  ...DUTY_USAGE,
  ...MEASURE_USAGE,
  ...BODY_USAGE,
  ...SOCIETY_USAGE,
  ...LAW_USAGE,
  ...SPEECH_USAGE,
  ...MONEY_USAGE,
  ...STAFF_USAGE,
  ...TOWN_USAGE,
  ...BODIES_MORE,
  ...DUTIES_MORE,
  ...LAW_MORE,
  ...LAW_MORE_2,
  ...MEASURES_MORE,
  ...MONEY_MORE,
  ...OFFICE_MORE,
  ...SOCIETY_MORE,
  ...SOCIETY_MORE_2,
  ...SPEECH_MORE,
  ...STAFF_MORE,
  ...TOWN_MORE,
];

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
