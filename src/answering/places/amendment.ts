import type { PolicyLibrary } from "../../corpus/library.js";
import type { Amendment, Provision } from "../../corpus/provision.js";

/** The amendment that a provision orders, if it orders one. */
export function amendmentOf(library: PolicyLibrary, provision: Provision): Amendment | undefined {
  return library.document(provision.documentId)?.amendments.find((a) => a.provisionId === provision.id);
}

/** The amendment that replaced wording of a provision whose document is in the corpus itself. */
export function amendmentTo(library: PolicyLibrary, provision: Provision): Amendment | undefined {
  if (provision.status !== "amended") return undefined;
  return library.documents
    .flatMap((document) => document.amendments)
    .find(
      (a) => provision.text.includes(a.oldText) && a.targetNumber === library.document(provision.documentId)?.number,
    );
}
