import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import type { Citation } from "../answer.js";
import { inTitleMarks } from "./wording.zh.js";

/** A stretch of one provision's text: `provision.text.slice(start, end)`. */
export interface Passage {
  readonly provision: Provision;
  readonly start: number;
  readonly end: number;
}

/** The reader page that opens at the place with the quoted words marked. */
export function citationUrl(documentId: string, eId: string): string {
  return `/documents/${documentId.split("/").map(encodeURIComponent).join("/")}#${eId}`;
}

/** A citation of a passage; the number is its place in the answer's list, from 1. */
export function toCitation(library: PolicyLibrary, passage: Passage, index: number): Citation {
  const { provision, start, end } = passage;
  const document = library.document(provision.documentId);
  return {
    index,
    provisionId: provision.id,
    documentId: provision.documentId,
    number: document?.number ?? null,
    title: document?.title ?? provision.documentId,
    eId: provision.eId,
    label: provision.label,
    quote: provision.text.slice(start, end),
    quoteStart: start,
    quoteEnd: end,
    status: passageStatus(library, passage),
    url: citationUrl(provision.documentId, provision.eId),
  };
}

/** Wording that an amendment replaces is superseded wherever it is quoted, the amending document included. */
function passageStatus(library: PolicyLibrary, { provision, start, end }: Passage): Citation["status"] {
  const amendments = library.document(provision.documentId)?.amendments ?? [];
  const quotesOldWording = amendments.some(
    (a) => a.provisionId === provision.id && start >= a.oldStart && end <= a.oldEnd,
  );
  return quotesOldWording ? "superseded" : provision.status;
}

/**
 * Proves every citation against the stored text: the quotation is a non-empty slice of its provision at its offsets.
 * An answer with one citation that fails is withheld whole.
 */
export function isVerified(library: PolicyLibrary, citations: readonly Citation[]): boolean {
  return citations.every((citation) => {
    const text = library.provision(citation.provisionId)?.text;
    return citation.quote !== "" && text?.slice(citation.quoteStart, citation.quoteEnd) === citation.quote;
  });
}

/** 《…》（朝政发〔2022〕9号）第十一条第（二）项 */
export function officialForm({ title, number, label }: Pick<Citation, "title" | "number" | "label">): string {
  return `${inTitleMarks(title)}${number ? `（${number}）` : ""}${label}`;
}
