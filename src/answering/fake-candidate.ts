import type { Provision } from "../corpus/provision.js";
import { FEATURES, type Features } from "./ranking/features.js";
import type { ScoredCandidate } from "./ranking/score.js";
import type { Term } from "./words/terms.js";

/** Tests only: a word of the topic, unless told otherwise. */
export function fakeTerm(text: string, fields: Partial<Term> = {}): Term {
  return { text, alternatives: [], weight: 2, isName: false, isVerb: false, role: "topic", drafted: 1, ...fields };
}

const UNREAD = { relevance: 0, told: 0, verdicts: [] };
const NO_FEATURES = Object.fromEntries(FEATURES.map((name) => [name, 0])) as unknown as Features;

/** Tests only: a ranked place, its own words unless the whole is asked for. */
export function fakeCandidate(
  provision: Provision,
  score: number,
  shape: ScoredCandidate["shape"] = "own",
): ScoredCandidate {
  const text = shape === "own" ? provision.text.slice(0, provision.ownLength) : provision.text;
  return { provision, shape, text, retrieval: 0, dense: 0, lexical: 0, features: NO_FEATURES, score, reading: UNREAD };
}
