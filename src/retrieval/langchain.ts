import type { CallbackManagerForRetrieverRun } from "@langchain/core/callbacks/manager";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { BaseRetriever, type BaseRetrieverInput } from "@langchain/core/retrievers";
import type { PolicyLibrary } from "../corpus/library.js";
import type { Embedder } from "../embedding/embedder.js";
import type { Hit, ProvisionRetriever, SearchOptions } from "./hit.js";

/** What a LangChain document says about its provision. */
export interface ProvisionMetadata {
  readonly provisionId: string;
  readonly documentId: string;
  readonly eId: string;
  readonly label: string;
  readonly title: string;
  readonly number: string | null;
  readonly status: string;
  readonly score: number;
}

export interface PolicyRetrieverInput extends BaseRetrieverInput {
  readonly retriever: ProvisionRetriever;
  readonly library: PolicyLibrary;
  readonly search?: SearchOptions;
}

/** Our retriever in LangChain's shape: each hit as a Document whose `pageContent` is the provision's verbatim text. */
export class PolicyRetriever extends BaseRetriever<ProvisionMetadata> {
  override lc_namespace = ["policy_chat", "retrievers"];
  readonly #retriever: ProvisionRetriever;
  readonly #library: PolicyLibrary;
  readonly #search: SearchOptions;

  static override lc_name(): string {
    return "PolicyRetriever";
  }

  constructor({ retriever, library, search = {}, ...fields }: PolicyRetrieverInput) {
    super(fields);
    this.#retriever = retriever;
    this.#library = library;
    this.#search = search;
  }

  override async _getRelevantDocuments(
    question: string,
    _run?: CallbackManagerForRetrieverRun,
  ): Promise<Document<ProvisionMetadata>[]> {
    const hits = await this.#retriever.search(question, this.#search);
    return this.#library.read(() => hits.flatMap((hit) => this.#toDocument(hit)));
  }

  #toDocument({ provisionId, score }: Hit): Document<ProvisionMetadata>[] {
    const provision = this.#library.provision(provisionId);
    const head = provision && this.#library.document(provision.documentId);
    if (!provision || !head) return [];
    const { documentId, eId, label, status, text } = provision;
    const metadata = { provisionId, documentId, eId, label, title: head.title, number: head.number, status, score };
    return [new Document({ id: provisionId, pageContent: text, metadata })];
  }
}

/** Our embedder in LangChain's shape. */
export class PolicyEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embed(texts);
    return vectors.map((vector) => Array.from(vector));
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.embedDocuments([text]);
    return vector ?? [];
  }
}
