import { normalise } from "../language/normalise.js";

/** Normalised texts are asked for again with every question; the oldest are forgotten. */
const COMPARABLE_KEPT = 20_000;
const comparables = new Map<string, string>();

/** Normalised, remembered. */
export function comparable(text: string): string {
  const known = comparables.get(text);
  if (known !== undefined) return known;
  if (comparables.size >= COMPARABLE_KEPT) comparables.clear();
  const made = normalise(text);
  comparables.set(text, made);
  return made;
}
