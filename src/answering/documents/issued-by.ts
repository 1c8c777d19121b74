import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { isShortFor } from "../places/resolve.js";
import { Draft } from "../writing/draft.js";
import { wording } from "../writing/wording.zh.js";
import { actsOf, noteOf } from "./adoption-note.js";
import { findPrinted } from "./document-facts.js";

/** 哪些是区政府办公室的名义发的, 以区政府名义印发的有哪两份 */
const ISSUED_BY =
  /哪(?:些|几|[一两二三四五])?(?:份|个|件)?(?:文件|通知|文)?(?:都)?(?:是|由)(?:以)?([^,。、哪谁]{2,12}?)(?:的)?(?:名义)?(?:印发|发布|发|印|出|落款|署名)的|(?:以|由|是)([^,。、哪谁]{2,12}?)(?:的)?名义[^哪谁]{0,16}?(?:印发|发布|发|印|出)的?(?:文件|通知)?(?:都)?(?:有|是)?哪(?:些|几|[一两二三四五])(?:份|个|件)?|^([^,。、哪谁]{2,12}?)(?:印发|发布|发|印|出)的(?:文件?|通知)(?:都)?(?:有|是)哪(?:些|几)/u;
const OF_TEXTS = /文|份|通知/u;
/** More than these are no answer to read. */
const MOST = 12;

/** The documents that an organ has issued, each with its number, proved by its signature; null for other questions. */
export function answerIssuedBy(library: PolicyLibrary, text: string): Draft | null {
  const [, first, second, third] = ISSUED_BY.exec(text) ?? [];
  const organ = first ?? second ?? third;
  if (!organ || !OF_TEXTS.test(text)) return null;
  const documents = library.documents.filter((one) => one.duplicateOf === null && isIssuedBy(one, organ));
  const [one] = documents;
  if (!one?.issuer || documents.length > MOST) return null;
  const draft = new Draft(library);
  draft.add(wording.issuedBy(one.issuer, documents.length));
  const lines = documents.flatMap(({ documentId, title, number, issuer }) => {
    const provisions = library.provisionsOf(documentId);
    const act = actsOf(noteOf(provisions)).find(({ organ }) => organ !== null && organ === issuer);
    const place = act ? { ...act, provision: act.line } : findPrinted(provisions, issuer ?? "");
    return place ? [`- ${wording.called(title, number)}${draft.cite(place)}`] : [];
  });
  if (lines.length < documents.length) return null;
  draft.add(lines.join("\n"));
  return draft;
}

/** 区政府办 for 北京市朝阳区人民政府办公室. */
function isIssuedBy({ issuer }: DocumentHead, organ: string): boolean {
  return issuer !== null && isShortFor(organ.replace(/办$/u, "办公室"), issuer);
}
