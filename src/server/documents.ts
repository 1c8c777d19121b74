import { Hono } from "hono";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import type { AppDeps } from "./deps.js";
import { invalidInput, problem } from "./problems.js";
import {
  type DocumentResponse,
  type DocumentSummary,
  type DocumentsResponse,
  type ProvisionNode,
  type ProvisionReference,
  type ProvisionsResponse,
  type SearchResponse,
  type SuggestionsResponse,
  searchQuerySchema,
} from "./wire.js";

const MAX_REFERENCES = 20;

/** Path of the reader page. Slashes in a document id stay slashes; everything else is percent-encoded. */
export function documentUrl(documentId: string): string {
  return `/documents/${documentId.split("/").map(encodeURIComponent).join("/")}`;
}

function toSummary(document: DocumentHead): DocumentSummary {
  return { ...document, url: documentUrl(document.documentId) };
}

function toReference(library: PolicyLibrary, provisionId: string): ProvisionReference | null {
  const provision = library.provision(provisionId);
  const document = provision === undefined ? undefined : library.document(provision.documentId);
  if (provision === undefined || document === undefined) return null;
  const { documentId, eId, label, text, status } = provision;
  const { number, title } = document;
  return { provisionId, documentId, number, title, eId, label, text, status, url: `${documentUrl(documentId)}#${eId}` };
}

/** Nests provisions under their parents, in source order. */
export function toTree(provisions: readonly Provision[]): ProvisionNode[] {
  const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
  const toNode = (provision: Provision): ProvisionNode => ({
    ...provision,
    children: provision.children.flatMap((eId) => {
      const child = byEId.get(eId);
      return child === undefined ? [] : [toNode(child)];
    }),
  });
  return provisions.filter((provision) => provision.parent === null).map(toNode);
}

/** The read-only routes under `/api`: search, documents, provisions, suggestions. */
export function createLibraryRoutes(deps: AppDeps): Hono {
  const routes = new Hono();
  routes.get("/search", async (c) => {
    if (!deps.isReady()) return problem(c, "not_ready");
    const query = searchQuerySchema.safeParse(c.req.query());
    if (!query.success) return invalidInput(c, query.error, "q");
    const ranked = await deps.search(query.data.q, query.data.k);
    const results = await deps.library.read(() =>
      ranked.flatMap(({ provisionId, score }, position) => {
        const reference = toReference(deps.library, provisionId);
        return reference === null ? [] : [{ ...reference, rank: position + 1, score }];
      }),
    );
    return c.json<SearchResponse>({ results });
  });
  routes.get("/documents", (c) => c.json<DocumentsResponse>({ documents: deps.library.documents.map(toSummary) }));
  routes.get("/documents/:documentId{.+}", async (c) => {
    const document = deps.library.document(c.req.param("documentId"));
    if (document === undefined) return problem(c, "document_not_found");
    const provisions = await deps.library.read(() => toTree(deps.library.provisionsOf(document.documentId)));
    return c.json<DocumentResponse>({ document: toSummary(document), provisions });
  });
  routes.get("/provisions", async (c) => {
    const ids = (c.req.queries("id") ?? []).slice(0, MAX_REFERENCES);
    const references = await deps.library.read(() => ids.map((id) => toReference(deps.library, id)));
    return c.json<ProvisionsResponse>({ provisions: references.filter((reference) => reference !== null) });
  });
  routes.get("/suggestions", async (c) => c.json<SuggestionsResponse>({ suggestions: await deps.suggestions() }));
  return routes;
}
