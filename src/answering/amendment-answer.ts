import type { PolicyLibrary } from "../corpus/library.js";
import type { Amendment, Provision } from "../corpus/provision.js";
import type { Draft } from "./draft.js";
import { chineseDate, wording } from "./wording.zh.js";

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

/** Wording in force first, with its date and place; what it replaced after it, said to be replaced. */
export function writeAmendment(draft: Draft, library: PolicyLibrary, amendment: Amendment): void {
  const provision = library.provision(amendment.provisionId);
  if (!provision) return;
  const target = amendment.targetTitle ? `《${amendment.targetTitle}》` : "";
  const number = amendment.targetNumber ? `（${amendment.targetNumber}）` : "";
  const place = `${target}${number}${amendment.targetPlace}${amendment.targetSubject ?? ""}`;
  const date = amendment.inForceFrom && chineseDate(amendment.inForceFrom);
  draft.add(
    wording.inForceNow(place, date) +
      wording.quoted(amendment.newText) +
      draft.cite({ provision, start: amendment.newStart, end: amendment.newEnd }),
  );
  draft.add(
    wording.replaced +
      wording.quoted(amendment.oldText) +
      draft.cite({ provision, start: amendment.oldStart, end: amendment.oldEnd }),
  );
}
