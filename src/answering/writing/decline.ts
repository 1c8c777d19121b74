import type { PolicyLibrary } from "../../corpus/library.js";
import type { RefusalReason } from "../answer.js";
import { isMainlyOffTopic, type Screening, seemsOffTopic, seemsUnsafe } from "../question/screen.js";
import type { Term } from "../words/terms.js";
import { officialForm } from "./cite.js";
import { refusalSentence, wording } from "./wording.zh.js";

/** A refusal before suggestions and timing are added. */
export interface Decline {
  readonly reason: RefusalReason;
  readonly text: string;
  readonly nearest: readonly string[];
}

/** Why a question without a sure basis is refused. `isElsewhere`: it names a place or a year which the nearest place does not have. */
export function reasonFor(
  { screening, terms }: { readonly screening: Screening; readonly terms: readonly Term[] },
  { hasSubject, isElsewhere }: { readonly hasSubject: boolean; readonly isElsewhere: boolean },
): RefusalReason {
  if (seemsUnsafe(screening)) return "unsafe";
  if (isElsewhere) return "not_in_corpus";
  if (hasSubject && terms.some((term) => term.role === "topic")) return "no_basis";
  if (!seemsOffTopic(screening)) return "not_in_corpus";
  return isMainlyOffTopic(screening) || !terms.some(isAdministrative) ? "off_topic" : "not_in_corpus";
}

/** A word that is rare and drafters' own (公积金). */
function isAdministrative({ role, drafted, weight }: Term): boolean {
  return role === "topic" && drafted >= 0.75 && weight >= 2;
}

/** The refusal with its reason and the nearest places, named as no basis. */
export function decline(
  library: PolicyLibrary,
  reason: RefusalReason,
  nearest: readonly string[],
  detail?: string,
): Decline {
  const places = nearest.slice(0, 3).flatMap((id) => {
    const provision = library.provision(id);
    const document = provision && library.document(provision.documentId);
    return provision && document ? [`- ${officialForm({ ...document, label: provision.label })}`] : [];
  });
  const near = places.length > 0 ? `\n\n${wording.nearest}\n\n${places.join("\n")}` : "";
  return { reason, text: refusalSentence(reason, detail) + near, nearest: nearest.slice(0, 3) };
}
