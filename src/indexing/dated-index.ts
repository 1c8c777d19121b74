import type { DocumentHead, Provision } from "../corpus/provision.js";
import { standOn } from "../corpus/versions.js";
import type { PolicyIndex } from "./policy-index.js";

const DAY_MS = 86_400_000;
/** Rules begin at midnight in Beijing, wherever the server stands. */
const BEIJING_MS = 8 * 3_600_000;

/**
 * The index as it stands today: what was adopted and does not hold yet, and what holds until then. What is stored does not
 * depend on a day, so that it need not be built anew when one comes. `now` is in milliseconds since 1970.
 */
export function createDatedIndex(index: PolicyIndex, now: () => number): PolicyIndex {
  let day = Number.NaN;
  let heads: readonly DocumentHead[] = index.documents;
  let changed = new Map<string, DocumentHead>();
  const refresh = (): void => {
    const today = Math.floor((now() + BEIJING_MS) / DAY_MS);
    if (today === day) return;
    day = today;
    heads = standOn(index.documents, new Date(day * DAY_MS).toISOString().slice(0, 10));
    changed = new Map(heads.filter((head, at) => head !== index.documents[at]).map((head) => [head.documentId, head]));
  };
  const changedHead = (documentId: string): DocumentHead | undefined => {
    refresh();
    return changed.size === 0 ? undefined : changed.get(documentId);
  };
  const dated = (provision: Provision): Provision => {
    const head = changedHead(provision.documentId);
    return head ? { ...provision, status: head.status } : provision;
  };
  return {
    ...index,
    get documents() {
      refresh();
      return heads;
    },
    document: (documentId) => changedHead(documentId) ?? index.document(documentId),
    provision: (provisionId) => {
      const provision = index.provision(provisionId);
      return provision && dated(provision);
    },
    provisionsOf: (documentId) => {
      const provisions = index.provisionsOf(documentId);
      return changedHead(documentId) ? provisions.map(dated) : provisions;
    },
  };
}
