import { plain } from "./metadata.js";
import type { Amendment, DocumentHead, PolicyDocument, Provision } from "./provision.js";

/** Two texts of one title with a smaller share of common numbers are parts of one text (民法典's books), not versions. */
const SAME_NUMBERING = 0.5;

/**
 * Says what is in force: of several versions of a text the newest, of an amended text what its amendment leaves alone.
 * Versions have one title and number the same places; second sources are no versions.
 */
export function resolveStatus(documents: readonly PolicyDocument[]): PolicyDocument[] {
  const titled = groupByTitle(documents);
  const amendments = documents.flatMap((document) => document.amendments.map((amendment) => ({ document, amendment })));
  return documents.map((document) => {
    const supersededFrom = nextVersion(document, titled.get(plain(document.title)) ?? []);
    if (supersededFrom !== undefined) return superseded(document, supersededFrom);
    const ordered = amendments.filter((entry) => isTarget(document, entry.document, entry.amendment));
    return ordered.length === 0
      ? document
      : amended(
          document,
          ordered.map((entry) => entry.amendment),
        );
  });
}

/**
 * The heads as they stand on a day (ISO): a version is superseded only from the day on which the next one begins, and a
 * text whose day is still to come says so. The same array where that changes nothing.
 */
export function standOn(heads: readonly DocumentHead[], day: string): readonly DocumentHead[] {
  const coming = heads.filter((head) => (beginning(head) ?? "") > day);
  if (coming.length === 0) return heads;
  const titled = groupByTitle(heads);
  return heads.map((head) => {
    const beginsOn = beginning(head) ?? "";
    if (beginsOn <= day) return (head.supersededFrom ?? "") > day ? { ...head, status: "in_force" } : head;
    const held = titled.get(plain(head.title))?.find((other) => {
      const until = other.supersededFrom ?? "";
      return (beginning(other) ?? "") <= day && until > day && until <= beginsOn;
    });
    return { ...head, status: "unknown", beginsOn, ...(held ? { heldUntilThen: held.documentId } : {}) };
  });
}

function groupByTitle<T extends Pick<DocumentHead, "title">>(documents: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const document of documents) {
    const key = plain(document.title);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return groups;
}

/** When the next version of the text begins; undefined where there is none, or the text says nothing of its own time. */
function nextVersion(document: PolicyDocument, titled: readonly PolicyDocument[]): string | undefined {
  const begun = beginning(document);
  if (begun === undefined || titled.length < 2) return undefined;
  return titled
    .filter((other) => (beginning(other) ?? "") > begun && numberTheSame(document, other))
    .map((other) => beginning(other) ?? "")
    .sort()[0];
}

/** A revised law prints when it first came into force; its revision then begins with its own date. ISO. */
function beginning({ inForceFrom, date }: Pick<PolicyDocument, "inForceFrom" | "date">): string | undefined {
  return [inForceFrom, date]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
}

/** Texts without numbers are compared by their title alone. */
function numberTheSame(one: PolicyDocument, other: PolicyDocument): boolean {
  const [fewer, more] = [numbersOf(one), numbersOf(other)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  if (fewer.size === 0) return true;
  return [...fewer].filter((eId) => more.has(eId)).length >= SAME_NUMBERING * fewer.size;
}

/** The articles, which run through the whole text; where there are none, the numbered places at the top. */
function numbersOf({ provisions }: PolicyDocument): Set<string> {
  const articles = provisions.filter(({ level }) => level === "article");
  return new Set((articles.length > 0 ? articles : provisions.filter(isNumberedTop)).map(({ eId }) => eId));
}

function isNumberedTop({ parent, num }: Provision): boolean {
  return parent === null && num !== null;
}

function superseded(document: PolicyDocument, supersededFrom: string): PolicyDocument {
  const status = "superseded";
  const provisions = document.provisions.map((provision) => ({ ...provision, status }) as const);
  return { ...document, status, supersededFrom, provisions };
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
