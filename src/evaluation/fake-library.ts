import type { Answer, Citation, RefusalReason } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";

/** Test double: a library of one document a key, its places as `eId: text`, the tree read from the eIds. */
export function createFakeLibrary(
  documents: Readonly<Record<string, Readonly<Record<string, string>>>>,
  heads: Readonly<Record<string, Partial<DocumentHead>>> = {},
): PolicyLibrary {
  const provisions = new Map(
    Object.entries(documents).map(([documentId, places]) => [
      documentId,
      Object.entries(places).map(([eId, text]) => fakeProvision(documentId, eId, text, Object.keys(places))),
    ]),
  );
  const all = new Map([...provisions.values()].flat().map((provision) => [provision.id, provision]));
  const documentHeads = Object.keys(documents).map((documentId) => ({ ...fakeHead(documentId), ...heads[documentId] }));
  return {
    documents: documentHeads,
    document: (documentId) => documentHeads.find((head) => head.documentId === documentId),
    provision: (provisionId) => all.get(provisionId),
    provisionsOf: (documentId) => provisions.get(documentId) ?? [],
    read: async (task) => task(),
  };
}

/** An answer that quotes the whole of each cited place of the library. */
export function fakeAnswer(
  library: PolicyLibrary,
  text: string,
  provisionIds: readonly string[],
  confidence = 1,
): Answer {
  const citations = provisionIds.map((provisionId, index) => fakeCitation(library, provisionId, index + 1));
  return {
    status: "answered",
    answer: text,
    citations,
    refusal: null,
    suggestions: [],
    mode: "extractive",
    confidence,
    elapsedMs: 1,
  };
}

export function fakeRefusal(reason: RefusalReason): Answer {
  return {
    status: "refused",
    answer: "未找到依据。",
    citations: [],
    refusal: { reason, nearest: [] },
    suggestions: [],
    mode: "extractive",
    confidence: 0.1,
    elapsedMs: 1,
  };
}

function fakeCitation(library: PolicyLibrary, provisionId: string, index: number): Citation {
  const provision = library.provision(provisionId);
  const [documentId = "", eId = ""] = provisionId.split("#");
  const quote = provision?.text ?? "";
  return {
    index,
    provisionId,
    documentId,
    number: null,
    title: library.document(documentId)?.title ?? "",
    eId,
    label: provision?.label ?? eId,
    quote,
    quoteStart: 0,
    quoteEnd: quote.length,
    status: "in_force",
    url: `/documents/${documentId}#${eId}`,
  };
}

function fakeProvision(documentId: string, eId: string, text: string, places: readonly string[]): Provision {
  const parent = eId.includes("__") ? eId.slice(0, eId.lastIndexOf("__")) : chapterAbove(eId, places);
  return {
    id: `${documentId}#${eId}`,
    documentId,
    eId,
    level: eId.includes("__") ? "point" : eId.startsWith("chp_") ? "chapter" : "article",
    label: `〈${eId}〉`,
    num: null,
    heading: null,
    text,
    ownLength: text.length,
    source: { file: "fake.txt", start: 0, end: text.length },
    parent,
    children: [],
    status: "in_force",
  };
}

/** The last chapter before an article stands above it. */
function chapterAbove(eId: string, places: readonly string[]): string | null {
  if (eId.startsWith("chp_")) return null;
  return places.slice(0, places.indexOf(eId)).findLast((place) => place.startsWith("chp_")) ?? null;
}

function fakeHead(documentId: string): DocumentHead {
  return {
    documentId,
    file: "fake.txt",
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
  };
}
