/**
 * Spoken wordings and the wordings that rules use for the same thing, each parted by spaces, normalised, the closest
 * drafted wording first. A word may stand on both sides: then it is a near-synonym of the others. A row belongs here
 * only when it holds for any rule, and a wording that stands in every other article belongs on neither side.
 */
export type UsageRow = readonly [spoken: string, drafted: string];
