import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import type { Hit } from "../../retrieval/hit.js";
import {
  ancestorsOf,
  childrenOf,
  isList,
  isOutline,
  isRunning,
  itemsOf,
  needsOutline,
  parentOf,
} from "../places/place-tree.js";

/**
 * A stretch that may answer: the place's own words, or the place with the list that hangs below it.
 * `text` is `provision.text.slice(0, ownLength)` or the whole `provision.text`.
 */
export interface Candidate {
  readonly provision: Provision;
  readonly shape: "own" | "whole";
  readonly text: string;
  /** Best fused retrieval score of the rows that led here, 0 for the hundredth row and below, 1 for the best. */
  readonly retrieval: number;
  /** Cosine similarity of the row itself; 0 where the dense side did not return it. */
  readonly dense: number;
  /** BM25 of the row; 0 where the lexical side did not return it. */
  readonly lexical: number;
}

/** Retrieval scores are compared among so many of the best rows; what stands below them scores 0. */
const COMPARED = 100;

/** Candidates for the hits, each once, in the order of their best hit. */
export function collectCandidates(library: PolicyLibrary, hits: readonly Hit[]): Candidate[] {
  const candidates: Candidate[] = [];
  /** Where among them a place stands, by its id. */
  const placeOf = { own: new Map<string, number>(), whole: new Map<string, number>() };
  const best = hits[0]?.score ?? 0;
  const floor = hits.slice(0, COMPARED).at(-1)?.score ?? 0;
  const add = (provision: Provision, shape: Candidate["shape"], hit: Hit, retrieval: number) => {
    const at = placeOf[shape].get(provision.id) ?? candidates.length;
    const known = candidates[at];
    const text = known?.text ?? (shape === "own" ? ownWords(provision) : listText(library, provision));
    if (text.trim() === "") return;
    placeOf[shape].set(provision.id, at);
    candidates[at] = {
      provision,
      shape,
      text,
      retrieval: Math.max(retrieval, known?.retrieval ?? 0),
      dense: Math.max(hit.denseScore ?? 0, known?.dense ?? 0),
      lexical: Math.max(hit.lexicalScore, known?.lexical ?? 0),
    };
  };
  for (const hit of hits) {
    const provision = library.provision(hit.provisionId);
    if (!provision || isOutline(provision) || saysNothing(provision)) continue;
    const retrieval = best > floor ? Math.max(0, (hit.score - floor) / (best - floor)) : 1;
    const parent = parentOf(library, provision);
    if (provision.ownLength > 0 && !(endsOpen(provision) && isList(library, parent ?? provision)))
      add(provision, "own", hit, retrieval);
    if (isList(library, provision)) add(provision, "whole", hit, retrieval);
    for (const above of ancestorsOf(library, provision).slice(0, 2))
      if (isList(library, above)) add(above, "whole", hit, retrieval);
  }
  return candidates;
}

const ownWords = ({ text, ownLength }: Provision): string => text.slice(0, ownLength);

/** The number line, the addressees and the signature of a document answer questions about it, never about its rules. */
function saysNothing({ eId, text }: Provision): boolean {
  return (
    /^(?:preface|conclusions)/u.test(eId) && !text.includes("。") && (text.length < 80 || !text.includes("，根据"))
  );
}

/** What a list is judged by: all of it, or its outline where it is too long to be read. */
function listText(library: PolicyLibrary, provision: Provision): string {
  if (!needsOutline(library, provision)) return provision.text;
  const heads = itemsOf(library, provision).map((item) => item.heading ?? /^[^。]*。?/u.exec(item.text)?.[0] ?? "");
  const first = childrenOf(library, provision)[0];
  const leadIn = first && isRunning(first) ? first.text : provision.text.slice(0, provision.ownLength);
  return [provision.heading ?? "", leadIn, ...heads].filter(Boolean).join("\n");
}

/** Words that end with a colon say nothing without the list that they introduce. */
function endsOpen(provision: Provision): boolean {
  return /[:：]$/u.test(provision.text.slice(0, provision.ownLength));
}
