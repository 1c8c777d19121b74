import type { Answer, Citation, RefusalReason } from "../answering/answer.js";
import { fakeHead, fakeLibraryOf, fakeProvision } from "../corpus/fake-library.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead } from "../corpus/provision.js";

/** Test double: a library of one document a key, its places as `eId: text`, the tree read from the eIds. */
export function createFakeLibrary(
  documents: Readonly<Record<string, Readonly<Record<string, string>>>>,
  heads: Readonly<Record<string, Partial<DocumentHead>>> = {},
): PolicyLibrary {
  return fakeLibraryOf(
    Object.entries(documents).map(([documentId, places]) => ({
      ...fakeHead(documentId, heads[documentId]),
      provisions: Object.entries(places).map(([eId, text]) =>
        fakeProvision(
          documentId,
          eId,
          text,
          eId.includes("__") ? {} : { parent: chapterAbove(eId, Object.keys(places)) },
        ),
      ),
    })),
  );
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

/** The last chapter before an article stands above it. */
function chapterAbove(eId: string, places: readonly string[]): string | null {
  if (eId.startsWith("chp_")) return null;
  return places.slice(0, places.indexOf(eId)).findLast((place) => place.startsWith("chp_")) ?? null;
}
