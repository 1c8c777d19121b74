import { isDecree } from "../../corpus/adoption.js";
import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead, Provision } from "../../corpus/provision.js";
import type { QuestionKind } from "../question/question-kind.js";
import { Draft } from "../writing/draft.js";
import { chineseDate, wording } from "../writing/wording.zh.js";
import { actsOf, noteOf } from "./adoption-note.js";
import { factsAsked } from "./facts-asked.js";
import { writeBasis, writeConsent, writePurpose, writeRepeals } from "./grounds.js";

/**
 * Answers what is asked about a document as such: number, issuer, date, in force from, addressees, number of articles; each of
 * several facts or documents that are asked for at once (谁发的，几号文; 8号文和9号文哪天发的). Each is proved by a quotation of the place that prints it. Null when the kind
 * is another or the text does not say. `isAmendedNamed`: the question names the text that the document
 * amends, of which name and number are asked then.
 */
export function answerDocumentFact(
  library: PolicyLibrary,
  documents: readonly DocumentHead[],
  kind: QuestionKind,
  question: string,
  isAmendedNamed = false,
): Draft | null {
  const draft = new Draft(library);
  const isOfAmended = isAmendedNamed || asksOfAmended(question);
  const written = documents.flatMap((document) =>
    factsAsked(kind, question).map((one) => writeFact(draft, library, document, one, { question, isOfAmended })),
  );
  return written.length > 0 && written.every((one) => one !== null) ? draft : null;
}

function writeFact(
  draft: Draft,
  library: PolicyLibrary,
  document: DocumentHead,
  kind: QuestionKind,
  { question, isOfAmended }: { readonly question: string; readonly isOfAmended: boolean },
): Draft | null {
  const provisions = library.provisionsOf(document.documentId);
  const prove = (text: string, fact: string | null): Draft | null => {
    const place = fact === null ? undefined : findPrinted(provisions, fact);
    if (!place) return null;
    draft.add(text + draft.cite(place));
    return draft;
  };
  // Whether a question asks for these of a law or of what it rules about, its wording tells (`adoptionAsked`).
  if (OF_NOTE.includes(kind) && noteOf(provisions).length > 0 && isDecree(document.number ?? "")) return null;
  switch (kind) {
    case "document_number": {
      const { title, number } = isOfAmended ? amendedBy(document) : document;
      return number === null ? null : prove(wording.number(title, number), number);
    }
    case "document_issuer":
      return document.issuer === null ? null : prove(wording.issuer(document.title, document.issuer), document.issuer);
    case "document_date": {
      const date = document.date && chineseDate(document.date);
      return date ? prove(wording.issued(document.title, date), date) : null;
    }
    case "document_in_force":
      return inForce(draft, document, provisions) ?? inForceByNote(draft, document, provisions);
    case "document_addressees":
      return document.addressees === null
        ? null
        : prove(wording.addressees(document.title) + document.addressees, document.addressees);
    case "document_title": {
      const target = isOfAmended ? amendedBy(document) : null;
      if (target?.number) return prove(wording.title(target.title, target.number), target.title);
      const title = wording.title(document.title, document.number);
      const printed = [...titleWords(document).slice(0, -1), document.noticeTitle, document.number];
      return (
        provePrinted(
          draft,
          provisions,
          title,
          printed.filter((words) => words !== null),
        ) ?? proveByNote(draft, document, provisions, title)
      );
    }
    case "document_trial":
      return provePrinted(draft, provisions, wording.trial(document.title, document.trial), titleWords(document));
    case "document_period": {
      const period = /\d{4} ?[-—－至] ?\d{4} ?年/u.exec(document.title)?.[0];
      return period ? prove(wording.period(document.title, period), period) : null;
    }
    case "document_purpose":
      return writePurpose(draft, provisions);
    case "document_basis":
      return writeBasis(draft, provisions);
    case "document_consent":
      return writeConsent(draft, provisions);
    case "document_repeals":
      return writeRepeals(draft, provisions);
    case "document_size":
      return PARTS.test(question) ? parts(draft, document, provisions) : size(draft, document, provisions);
    default:
      return null;
  }
}

const OF_NOTE: readonly QuestionKind[] = ["document_number", "document_issuer", "document_date"];

const PARTS = /部分|板块|大块|哪[几些]个?(?:块|章)|分(?:的)?[块章]/u;

const AMENDED =
  /被(?:修|改)|(?:修订|修改|改|动)的是|(?:修订|修改|改)(?:之|以)?前|原(?:来|先|文件|意见|规定|办法|件)|旧(?:文|的)/u;

/** 被修订的那个意见原来是几号文 is asked of a notice that amends, and means what it amends. */
export function asksOfAmended(question: string): boolean {
  return AMENDED.test(question);
}

/** What a document amends; the document itself where it amends none that has a number. */
function amendedBy(document: DocumentHead): Pick<DocumentHead, "title" | "number"> {
  const target = document.amendments.find(({ targetNumber }) => targetNumber !== null);
  return target ? { title: target.targetTitle ?? "", number: target.targetNumber } : document;
}

/** The title without the brackets that a notice prints in its own way, the longest stretch of it that is printed. */
function titleWords(document: DocumentHead): readonly string[] {
  const bare = document.title.replace(/[（(](?:试行|暂行)[）)]$/u, "");
  return [document.title, `${bare}（试行）`, bare, "施行"];
}

/** Proves by the first of several wordings that is printed anywhere. */
function provePrinted(
  draft: Draft,
  provisions: readonly Provision[],
  text: string,
  facts: readonly string[],
): Draft | null {
  for (const fact of facts) {
    const place = findPrinted(provisions, fact);
    if (!place) continue;
    draft.add(text + draft.cite(place));
    return draft;
  }
  return null;
}

/** Of a law no place but its 题注 prints its number. */
function proveByNote(
  draft: Draft,
  { number }: DocumentHead,
  provisions: readonly Provision[],
  text: string,
): Draft | null {
  const act = actsOf(noteOf(provisions)).find((one) => number !== null && one.number === number);
  if (!act) return null;
  draft.add(text + draft.cite({ provision: act.line, start: act.start, end: act.end }));
  return draft;
}

/** The smallest place whose text prints the fact, white space aside; the conclusions before the rest for dates and issuers. */
export function findPrinted(
  provisions: readonly Provision[],
  fact: string,
): { provision: Provision; start: number; end: number } | undefined {
  const pattern = new RegExp([...fact.replace(/\s/gu, "")].map(escapePattern).join("\\s*"), "u");
  const leaves = provisions.filter((p) => p.children.length === 0 && !p.adoption);
  const order = (p: Provision) => (p.eId.startsWith("conclusions") ? 0 : p.eId.startsWith("preface") ? 1 : 2);
  for (const provision of [...leaves].sort((a, b) => order(a) - order(b))) {
    const match = pattern.exec(provision.text);
    if (match) return { provision, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const escapePattern = (char: string) => char.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

const IN_FORCE = /[^。]*自[^。，,]{1,20}起(?:施行|实施|执行|生效)[^。]*。?/u;

/** The sentence that sets the day, and the day that it means when it counts from the issue. */
function inForce(draft: Draft, document: DocumentHead, provisions: readonly Provision[]): Draft | null {
  const leaves = provisions.filter((p) => p.children.length === 0 && !p.adoption);
  const provision = leaves.reverse().find((p) => IN_FORCE.test(p.text));
  const match = provision && IN_FORCE.exec(provision.text);
  if (!provision || !match) return null;
  const day = document.inForceFrom ? wording.inForceFrom(document.title, chineseDate(document.inForceFrom)) : "";
  draft.add(day + draft.quote(provision, match.index, match.index + match[0].length));
  return draft;
}

/** 2022年5月1日 施行, in the 题注 of a text that does not say it itself. */
function inForceByNote(draft: Draft, { title }: DocumentHead, provisions: readonly Provision[]): Draft | null {
  const act = actsOf(noteOf(provisions)).find(({ kind, day }) => kind === "in_force" && day !== null);
  if (!act?.day) return null;
  draft.add(wording.inForceFrom(title, act.day) + draft.quote(act.line, act.start, act.end));
  return draft;
}

/** Counts the parts of a plan, or the chapters of a text of articles, and names them; null where it has none. */
function parts(draft: Draft, document: DocumentHead, provisions: readonly Provision[]): Draft | null {
  const level = provisions.some((one) => one.level === "article") ? "chapter" : "section";
  const all = provisions.filter((one) => one.level === level && one.parent === null);
  if (all.length < 2) return null;
  const lines = all.map((part) => {
    const mark = draft.cite({ provision: part, start: 0, end: part.text.split("\n")[0]?.length ?? 0 });
    return `- ${part.label}　${part.heading ?? ""}${mark}`;
  });
  draft.add(`${wording.parts(document.title, all.length, level)}\n\n${lines.join("\n")}`);
  return draft;
}

/** Counts articles; cites the last one, which shows the count. */
function size(draft: Draft, document: DocumentHead, provisions: readonly Provision[]): Draft | null {
  const count = (level: Provision["level"]) => provisions.filter((p) => p.level === level);
  const articles = count("article");
  const last = articles.at(-1);
  if (!last) return null;
  const text = wording.articles(document.title, articles.length, count("chapter").length);
  draft.add(text + draft.cite({ provision: last, start: 0, end: last.text.length }));
  return draft;
}
