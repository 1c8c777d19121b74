import type { PolicyLibrary } from "../../corpus/library.js";
import type { Amendment, DocumentHead } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import type { PlaceStep } from "../places/place.js";
import { parseReferences } from "../places/reference.js";
import { termsAskedAbout } from "../question/question-kind.js";
import { coverBy, coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import type { Draft } from "../writing/draft.js";
import { chineseDate, inTitleMarks, wording } from "../writing/wording.zh.js";

/**
 * Amendments that a question on changes asks for: those ordered by places that its words fit, the best first, all of the document
 * where the words fit none (改了哪几条).
 */
export function amendmentsAsked(
  library: PolicyLibrary,
  documentId: string,
  { text: question, terms }: { readonly text: string; readonly terms: readonly Term[] },
): readonly Amendment[] {
  const document = library.document(documentId);
  const amendments = document?.amendments ?? [];
  // Words that name the document choose nothing within it, and neither do those that ask for changes (删掉了什么).
  const title = normalise(document?.title ?? "");
  const choosing = termsAskedAbout(question, terms).filter(
    (term) => term.role === "topic" && coverTerm(term, title) < 0.9 && term.text.length > 1,
  );
  if (choosing.length === 0) return amendments;
  const fits = amendments.map((amendment) => {
    const text = normalise(library.provision(amendment.provisionId)?.text ?? "");
    return coverBy(choosing, text);
  });
  const best = Math.max(0, ...fits);
  if (best < FITS) return amendments;
  const fitting = amendments.map((amendment, i) => ({ amendment, fit: fits[i] ?? 0 }));
  return fitting
    .filter(({ fit }) => fit >= 0.7 * best)
    .sort((a, b) => b.fit - a.fit)
    .map(({ amendment }) => amendment);
}

const OTHERS = /还有|另(?:外|一|有)?|其(?:他|它|余)|剩下|别的/u;

/** The amendments that earlier answers have not told, where a question asks for the others (还有一处改的是啥); null for other questions. */
export function amendmentsUntold(
  { amendments }: DocumentHead,
  question: string,
  told: string,
): readonly Amendment[] | null {
  if (!OTHERS.test(question)) return null;
  const left = amendments.filter(
    ({ targetPlace, targetSubject, newText }) =>
      ![targetPlace, targetSubject, newText].some((words) => words && told.includes(normalise(words))),
  );
  return left.length > 0 && left.length < amendments.length ? left : null;
}

/** Cover below which a question's words are taken not to choose among amendments. */
const FITS = 0.35;

/** Amendments whose target place is one of the places asked for: 第三条第一项修订成什么. */
export function amendmentsToPlaces(
  library: PolicyLibrary,
  places: readonly (readonly PlaceStep[])[],
): readonly Amendment[] {
  const asked = places.map((steps) => JSON.stringify(steps));
  return library.documents
    .flatMap((document) => document.amendments)
    .filter(({ targetPlace }) => asked.includes(JSON.stringify(parseReferences(normalise(targetPlace)).places[0])));
}

/** Amendments that these documents order within one of the places asked for: 第三条 holds 第三条第一项. */
export function amendmentsWithin(
  documents: readonly DocumentHead[],
  places: readonly (readonly PlaceStep[])[],
): readonly Amendment[] {
  return documents
    .flatMap(({ amendments }) => amendments)
    .filter(({ targetPlace }) => {
      const steps = parseReferences(normalise(targetPlace)).places[0] ?? [];
      return places.some((asked) => JSON.stringify(asked) === JSON.stringify(steps.slice(0, asked.length)));
    });
}

/** Wording in force first, with its date and place; what it replaced after it, said to be replaced. */
export function writeAmendment(draft: Draft, library: PolicyLibrary, amendment: Amendment): void {
  const provision = library.provision(amendment.provisionId);
  if (!provision) return;
  const target = amendment.targetTitle ? inTitleMarks(amendment.targetTitle) : "";
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
