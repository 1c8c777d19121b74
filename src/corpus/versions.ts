import { plain } from "./metadata.js";
import type { Amendment, PolicyDocument, ProvisionStatus } from "./provision.js";

/**
 * Says what is in force: of several versions of one title the newest, of an amended text what its amendment leaves
 * alone. Second sources are no versions.
 */
export function resolveStatus(documents: readonly PolicyDocument[]): PolicyDocument[] {
  const newest = newestDates(documents);
  const amendments = documents.flatMap((document) => document.amendments.map((amendment) => ({ document, amendment })));
  return documents.map((document) => {
    const latest = newest.get(plain(document.title));
    if (document.date !== null && latest !== undefined && document.date < latest)
      return withStatus(document, "superseded");
    const ordered = amendments.filter((entry) => isTarget(document, entry.document, entry.amendment));
    return ordered.length === 0
      ? document
      : amended(
          document,
          ordered.map((entry) => entry.amendment),
        );
  });
}

function newestDates(documents: readonly PolicyDocument[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { title, date } of documents) {
    const key = plain(title);
    if (date !== null && date > (newest.get(key) ?? "")) newest.set(key, date);
  }
  return newest;
}

function withStatus(document: PolicyDocument, status: ProvisionStatus): PolicyDocument {
  return { ...document, status, provisions: document.provisions.map((provision) => ({ ...provision, status })) };
}

/** An amendment changes what stood before it; a later version of the text has taken it in. */
function isTarget(target: PolicyDocument, source: PolicyDocument, amendment: Amendment): boolean {
  if (target.documentId === source.documentId) return false;
  if (target.date === null || source.date === null || target.date > source.date) return false;
  if (amendment.targetNumber !== null && target.number !== null) return amendment.targetNumber === target.number;
  return amendment.targetTitle !== null && plain(amendment.targetTitle) === plain(target.title);
}

function amended(document: PolicyDocument, amendments: readonly Amendment[]): PolicyDocument {
  const old = amendments.map(({ oldText }) => oldText.replace(/\s+|…+$/g, "")).filter((text) => text !== "");
  const provisions = document.provisions.map((provision) => {
    const text = provision.text.replace(/\s+/g, "");
    return old.some((wording) => text.includes(wording)) ? { ...provision, status: "amended" as const } : provision;
  });
  return { ...document, status: "amended", provisions };
}
