import type { PolicyLibrary } from "../corpus/library.js";
import { toChineseNumeral } from "../corpus/numerals.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";
import { amendmentOf, amendmentTo, writeAmendment } from "./amendment-answer.js";
import { childrenOf, itemsOf } from "./candidates.js";
import { Draft } from "./draft.js";
import { isNumbered, writeList } from "./extract.js";
import { nameOf, type PlaceStep, type PlaceUnit } from "./place.js";
import { resolvePlace } from "./resolve.js";

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

/** 第三十条 as a person writes it, for the refusal that names what does not exist. */
export function spellSteps(steps: readonly PlaceStep[]): string {
  return steps
    .map(({ unit, n, sub, shift }, i) => {
      const name = nameOf(unit);
      const beside = shift ? `${shift > 0 ? "之后" : "之前"}第${Math.abs(shift)}${name || "处"}` : "";
      if (unit === "any") return spellBare(steps, i) + beside;
      if (UNNUMBERED.includes(unit)) return name;
      return unit === "annex" ? `附件${n}` : `${spellNumber(n)}${name}${sub ? `之${sub}` : ""}${beside}`;
    })
    .join("");
}

const UNNUMBERED: readonly PlaceUnit[] = ["foreword", "preface", "conclusions"];

function spellNumber(n: number): string {
  return n < 0 ? `倒数第${-n}` : `第${n}`;
}

/** A place named by its bare numbers is spelled as it is printed: 四（二）4. */
function spellBare(steps: readonly PlaceStep[], i: number): string {
  const n = steps[i]?.n ?? 0;
  if (i === 0) return steps.length > 1 ? toChineseNumeral(n) : `第${n}点`;
  return i > 1 && steps[i - 1]?.unit === "any" ? String(n) : `（${toChineseNumeral(n)}）`;
}
