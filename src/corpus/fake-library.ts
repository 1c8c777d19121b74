import { labelOf, parseEId } from "./eid.js";
import type { PolicyLibrary } from "./library.js";
import type { DocumentHead, PolicyDocument, Provision } from "./provision.js";

/** Tests only. A leaf in force with these words; level, label and the place above are read from the eId. */
export function fakeProvision(documentId: string, eId: string, text: string, rest: Partial<Provision> = {}): Provision {
  const parts = parseEId(eId) ?? [];
  return {
    id: `${documentId}#${eId}`,
    documentId,
    eId,
    level: parts.at(-1)?.level ?? "paragraph",
    label: labelOf(parts),
    num: null,
    heading: null,
    text,
    ownLength: text.length,
    source: { file: `${documentId}.txt`, start: 0, end: text.length },
    parent: eId.includes("__") ? eId.slice(0, eId.lastIndexOf("__")) : null,
    children: [],
    status: "in_force",
    ...rest,
  };
}

/** Tests only. A head that says nothing of its document but its id. */
export function fakeHead(documentId: string, rest: Partial<DocumentHead> = {}): DocumentHead {
  return {
    documentId,
    file: `${documentId}.txt`,
    title: documentId,
    noticeTitle: null,
    number: null,
    issuer: null,
    date: null,
    addressees: null,
    trial: false,
    inForceFrom: null,
    status: "in_force",
    duplicateOf: null,
    aliases: [],
    amendments: [],
    ...rest,
  };
}

/** Tests only. A document whose articles 1, 2, … are the texts. */
export function fakeDocument(
  documentId: string,
  texts: readonly string[],
  rest: Partial<PolicyDocument> = {},
): PolicyDocument {
  const provisions = texts.map((text, at) => fakeProvision(documentId, `art_${at + 1}`, text));
  return { ...fakeHead(documentId), provisions, ...rest };
}

/** Tests only. The library of these documents. */
export function fakeLibraryOf(documents: readonly PolicyDocument[]): PolicyLibrary {
  const heads = documents.map(({ provisions: _, ...head }) => head);
  const provisions = new Map(documents.flatMap((document) => document.provisions).map((one) => [one.id, one]));
  return {
    documents: heads,
    document: (documentId) => heads.find((head) => head.documentId === documentId),
    provision: (provisionId) => provisions.get(provisionId),
    provisionsOf: (documentId) => documents.find((one) => one.documentId === documentId)?.provisions ?? [],
    read: async (task) => task(),
  };
}
