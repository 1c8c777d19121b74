import type { PolicyDocument, Provision } from "../corpus/provision.js";

/** A provision for tests, a leaf in force with these words. */
export function fakeProvision(documentId: string, eId: string, text: string, rest: Partial<Provision> = {}): Provision {
  return {
    id: `${documentId}#${eId}`,
    documentId,
    eId,
    level: "article",
    label: eId,
    num: null,
    heading: null,
    text,
    ownLength: text.length,
    source: { file: `${documentId}.txt`, start: 0, end: text.length },
    parent: null,
    children: [],
    status: "in_force",
    ...rest,
  };
}

/** A document for tests whose articles 1, 2, … are the texts. */
export function fakeDocument(
  documentId: string,
  texts: readonly string[],
  rest: Partial<PolicyDocument> = {},
): PolicyDocument {
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
    provisions: texts.map((text, at) => fakeProvision(documentId, `art_${at + 1}`, text)),
    ...rest,
  };
}
