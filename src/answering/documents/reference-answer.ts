import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead, Provision } from "../../corpus/provision.js";
import { amendmentOf, amendmentTo } from "../places/amendment.js";
import type { PlaceStep } from "../places/place.js";
import { childrenOf, itemsOf } from "../places/place-tree.js";
import { resolvePlace } from "../places/resolve.js";
import { Draft } from "../writing/draft.js";
import { isNumbered, writeList } from "../writing/extract.js";
import { writeAmendment } from "./amendment-answer.js";

/** Places found for the references of a question, or the first reference that names no place of its document. */
export interface ResolvedPlaces {
  readonly provisions: readonly Provision[];
  readonly missing: { readonly document: DocumentHead; readonly steps: readonly PlaceStep[] } | null;
}

/**
 * Looks references up. `documents` are those the question can mean, best first: each place is taken from the first that
 * has it. Where none has it, the first one is the one that lacks it.
 */
export function resolvePlaces(
  library: PolicyLibrary,
  documents: readonly DocumentHead[],
  places: readonly (readonly PlaceStep[])[],
): ResolvedPlaces {
  const found: Provision[] = [];
  let order = documents;
  for (const steps of places) {
    const hit = order
      .map((document) => ({ document, provision: resolvePlace(library.provisionsOf(document.documentId), steps) }))
      .find(({ provision }) => provision !== null);
    if (!hit?.provision) {
      const document = order[0];
      return document ? { provisions: found, missing: { document, steps } } : { provisions: found, missing: null };
    }
    found.push(hit.provision);
    // Several places in one breath stand in one document.
    order = [hit.document, ...documents.filter((d) => d !== hit.document)];
  }
  return { provisions: found, missing: null };
}

/** Writes places out in the order they were asked for, whole. */
export function writePlaces(library: PolicyLibrary, provisions: readonly Provision[]): Draft {
  const draft = new Draft(library);
  for (const provision of provisions) writePlace(draft, library, provision, provisions.length > 1);
  return draft;
}

function writePlace(draft: Draft, library: PolicyLibrary, provision: Provision, named: boolean): void {
  const amendment = amendmentOf(library, provision) ?? amendmentTo(library, provision);
  const title = [provision.label, provision.heading].filter(Boolean).join("　");
  if (named || provision.heading) draft.add(`**${title}**`);
  if (amendment) writeAmendment(draft, library, amendment);
  else if (provision.children.length > 0 && itemsOf(library, provision).length > 0 && isLong(library, provision)) {
    writeList(draft, library, provision);
  } else
    draft.add(
      draft.quote(provision, 0, provision.text.length, isNumbered(library, provision) ? "items" : "paragraphs"),
    );
}

/** Plans and chapters are shown as an outline; an article is always shown whole. */
function isLong(library: PolicyLibrary, provision: Provision): boolean {
  if (provision.level === "article" || provision.level === "table") return false;
  return provision.text.length > 900 || childrenOf(library, provision).some((child) => child.heading !== null);
}
