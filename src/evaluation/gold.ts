import type { PolicyLibrary } from "../corpus/library.js";
import type { DatasetQuestion, GoldCitation } from "./dataset.js";

/** A gold place found in the library: one documentId as a rule, several where documents share a title. */
export interface GoldPlace {
  readonly documentIds: readonly string[];
  /** "*" is anywhere in the document. */
  readonly eId: string;
}

/** Finds the documents that a gold citation names by number, title (of the text or of its notice) or documentId. */
export type GoldResolver = (citation: GoldCitation) => GoldPlace;

/** Reads the library's document heads once. A citation of an unknown document resolves to no documentId. */
export function createGoldResolver(library: PolicyLibrary): GoldResolver {
  const documentsOf = new Map<string, Set<string>>();
  for (const { documentId, number, title, noticeTitle } of library.documents) {
    for (const name of [documentId, number, title, noticeTitle]) {
      if (name === null) continue;
      const ids = documentsOf.get(foldName(name)) ?? new Set();
      documentsOf.set(foldName(name), ids.add(documentId));
    }
  }
  return ({ document, eId }) => ({ documentIds: [...(documentsOf.get(foldName(document)) ?? [])], eId });
}

/** People write 〔2022〕, [2022] and （2022） for one number, and titles with or without 《》. */
function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s《》]/g, "")
    .replace(/[〔[【]/g, "(")
    .replace(/[〕\]】]/g, ")");
}

/** True when the place is the gold one or stands below it, by its id or by the tree (articles under a chapter). */
export function isCovered(library: PolicyLibrary, documentId: string, eId: string, gold: GoldPlace): boolean {
  if (!gold.documentIds.includes(documentId)) return false;
  if (gold.eId === "*" || eId === gold.eId || eId.startsWith(`${gold.eId}__`)) return true;
  // Only books, chapters and their sections hold places whose ids do not begin with theirs.
  let parent = library.provision(`${documentId}#${eId}`)?.parent ?? null;
  while (parent !== null) {
    if (parent === gold.eId) return true;
    parent = library.provision(`${documentId}#${parent}`)?.parent ?? null;
  }
  return false;
}

/** True when both stand in the same article, section, table … of the same document. */
export function isSameTopPlace(documentId: string, eId: string, gold: GoldPlace): boolean {
  if (!gold.documentIds.includes(documentId)) return false;
  return gold.eId === "*" || topPlace(eId) === topPlace(gold.eId);
}

/** `art_11__point_2` → `art_11`; inside an annex the annex comes along: `annex_1__sec_2__subsec_1` → `annex_1__sec_2`. */
export function topPlace(eId: string): string {
  const parts = eId.split("__");
  return parts.slice(0, parts[0]?.startsWith("annex_") ? 2 : 1).join("__");
}

/** Gold places that the library does not hold, as `question id: document eId`: slips of the set, or of the parser. */
export function findUnknownPlaces(questions: readonly DatasetQuestion[], library: PolicyLibrary): string[] {
  const resolve = createGoldResolver(library);
  return questions.flatMap(({ id, citations }) =>
    citations.filter((citation) => !isKnown(resolve(citation), library)).map((c) => `${id}: ${c.document} ${c.eId}`),
  );
}

function isKnown({ documentIds, eId }: GoldPlace, library: PolicyLibrary): boolean {
  return documentIds.some((documentId) => eId === "*" || library.provision(`${documentId}#${eId}`) !== undefined);
}
