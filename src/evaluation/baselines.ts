import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Answerer } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Provision } from "../corpus/provision.js";
import type { Contender } from "./contenders.js";

/** The product itself: facts are looked for in its answer, places in its first citation. */
export function createProductContender(name: string, answerer: Answerer): Contender {
  return {
    name,
    async reply(question) {
      const { answer, citations } = await answerer.answer(question);
      const [first] = citations;
      return first === undefined ? null : { text: answer, documentId: first.documentId, eId: first.eId };
    },
  };
}

/** Retrieval alone: the best provision is the answer, whole, and nothing is refused but an empty result. */
export function createRetrievalContender(
  name: string,
  library: PolicyLibrary,
  best: (question: string) => Promise<string | undefined>,
): Contender {
  return {
    name,
    async reply({ question }) {
      const provision = library.provision((await best(question)) ?? "");
      return provision === undefined ? null : provision;
    },
  };
}

const STOCK_PIECE_CHARACTERS = 500;

/**
 * The usual pipeline: LangChain's recursive splitter with pieces of 500 characters and its default overlap, a vector
 * store, the nearest piece. It knows documents, not places. Embeds the whole library into `store`.
 */
export async function createStockContender(
  name: string,
  library: PolicyLibrary,
  store: Pick<VectorStoreInterface, "addDocuments" | "similaritySearchWithScore">,
): Promise<Contender> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: STOCK_PIECE_CHARACTERS });
  const documents = library.documents.filter((document) => document.duplicateOf === null);
  const pieces = await splitter.createDocuments(
    documents.map(({ documentId, title }) => `${title}\n${documentText(documentId, library)}`),
    documents.map(({ documentId }) => ({ documentId })),
  );
  await store.addDocuments(pieces);
  return {
    name,
    async reply({ question }) {
      const [nearest] = await store.similaritySearchWithScore(question, 1);
      if (nearest === undefined) return null;
      const [{ pageContent, metadata }] = nearest;
      return { text: pageContent, documentId: String(metadata.documentId), eId: null };
    },
  };
}

/** A document as running text, each place once, with its number and heading. */
function documentText(documentId: string, library: PolicyLibrary): string {
  return library
    .provisionsOf(documentId)
    .filter((provision) => !isRepeatedAbove(provision, library))
    .map(({ num, heading, text }) => `${num ?? ""}${heading ?? ""}\n${text}`)
    .join("\n");
}

/** A place holds the text of those below it; books, chapters and sections of a law do not. */
function isRepeatedAbove({ documentId, parent }: Provision, library: PolicyLibrary): boolean {
  const above = parent === null ? undefined : library.provision(`${documentId}#${parent}`);
  return (
    above !== undefined && above.level !== "book" && above.level !== "chapter" && above.ownLength < above.text.length
  );
}
