import { type Act, parseActs } from "../../corpus/adoption.js";
import type { Provision } from "../../corpus/provision.js";

/** An act with the line of the 题注 that tells it. */
export interface NotedAct extends Act {
  readonly line: Provision;
}

/** The lines of a 题注. */
export function noteOf(provisions: readonly Provision[]): readonly Provision[] {
  return provisions.filter(({ adoption, children }) => adoption && children.length === 0);
}

export function actsOf(lines: readonly Provision[]): readonly NotedAct[] {
  return lines.flatMap((line) => parseActs(line.text).map((act) => ({ ...act, line })));
}
