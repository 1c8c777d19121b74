import type { Candidate } from "./candidates.js";

/** What all candidates of one question are compared with. */
export interface Field {
  readonly bestLexical: number;
  /** Best fused score by top place (document and first part of the eId), with the provision that has it. */
  readonly bestByPlace: ReadonlyMap<string, readonly Candidate[]>;
  /** By document id, 0 to 1. */
  readonly documentShares: ReadonlyMap<string, number>;
}

export function toField(candidates: readonly Candidate[]): Field {
  const bestByPlace = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const place = topPlace(candidate);
    bestByPlace.set(place, [...(bestByPlace.get(place) ?? []), candidate]);
  }
  const bestLexical = Math.max(1e-9, ...candidates.map((candidate) => candidate.lexical));
  return { bestLexical, bestByPlace, documentShares: documentShares(candidates) };
}

function documentShares(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let total = 1e-9;
  for (const { provision, retrieval } of candidates) {
    sums.set(provision.documentId, (sums.get(provision.documentId) ?? 0) + retrieval ** 2);
    total += retrieval ** 2;
  }
  return new Map([...sums].map(([documentId, sum]) => [documentId, sum / total]));
}

const topPlace = ({ provision }: Candidate) => `${provision.documentId}#${provision.eId.split("__")[0]}`;

/** Best fused score of the other places of the same article or section. */
export function neighbours(candidate: Candidate, field: Field): number {
  const others = field.bestByPlace.get(topPlace(candidate)) ?? [];
  return Math.max(
    0,
    ...others.filter((other) => other.provision !== candidate.provision).map((other) => other.retrieval),
  );
}
