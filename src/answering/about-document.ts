import type { PolicyLibrary } from "../corpus/library.js";
import type { DocumentHead } from "../corpus/provision.js";
import { isRegion } from "../language/regions.js";
import { amendmentsAsked, writeAmendment } from "./amendment-answer.js";
import type { AnswererDeps, Outcome } from "./compose.js";
import { decline } from "./decline.js";
import { answerDocumentFact } from "./document-facts.js";
import { Draft } from "./draft.js";
import { type QuestionKind, termsAskedAbout } from "./question-kind.js";
import { parseReferences } from "./reference.js";
import { resolveDocuments } from "./resolve.js";
import { NAMES_DOCUMENT, namedDocuments } from "./scope.js";
import type { Term } from "./terms.js";
import type { Understanding } from "./understand.js";
import { wording } from "./wording.zh.js";

/** Answers what is asked about a document as such, or what it changed; null for other questions and where it is not named. */
export function answerAboutDocument({ library }: AnswererDeps, understanding: Understanding): Outcome | null {
  const { kind, documents, text, terms } = understanding;
  const numbered = documentsNumbered(library, text);
  const fact = factAsked(text, kind, numbered.length);
  if (fact !== "amendment" && !fact.startsWith("document_")) return null;
  // The text that another one changed is not the one that is named.
  if (fact !== "amendment" && CHANGED_BY.test(text)) return null;
  if (understanding.amendedDocument !== null && !asksOfChange(fact, text)) {
    const detail = wording.amendedUntold(understanding.amendedDocument);
    return { decline: decline(library, "not_in_corpus", [], detail), confidence: 0 };
  }
  const [best] = namedDocuments(library, text, termsNaming(understanding));
  const called = numbered.length > 1 ? numbered : documents;
  const named = called.length > 0 || !best || best.cover < NAMES_DOCUMENT ? called : [best.document];
  if (fact === "amendment")
    return answerChanges(library, named.length > 0 ? named : onlyAmending(library, text), text, terms);
  const isAmendedNamed = understanding.amendedDocument !== null;
  const meant = numbered.length > 1 ? named : named.slice(0, 1);
  const draft = answerDocumentFact(library, meant, fact, text, isAmendedNamed);
  return draft ? { draft, confidence: 0.95 } : null;
}

/** What the text that amends another one tells: its name and number, what is changed and from when. */
function asksOfChange(fact: QuestionKind, text: string): boolean {
  return TOLD_OF_AMENDED.includes(fact) || /改|修订|动/u.test(text);
}

const TOLD_OF_AMENDED: readonly QuestionKind[] = ["amendment", "document_number", "document_title"];

/**
 * The words by which a question about a document names it: that before 那份 (目录那份通知) where there is one; else all that do not
 * ask, without those whom it may have been sent to (目录的通知乡里收得着吗).
 */
function termsNaming({ kind, text, terms }: Understanding): readonly Term[] {
  const pointed = POINTED.exec(text);
  const before = terms.filter((term) => text.indexOf(term.text) + term.text.length === pointed?.index);
  if (before.length > 0) return before;
  const about = termsAskedAbout(text, terms);
  return kind === "document_addressees" ? about.filter((term) => !BODY.test(term.text) || isRegion(term.text)) : about;
}

function factAsked(text: string, kind: QuestionKind, numbered: number): QuestionKind {
  if (numbered > 1 && EARLIER.test(text)) return "document_date";
  return PURPOSE_OF_DOCUMENT.test(text) ? "document_purpose" : kind;
}

const EARLIER = /(?:哪个|哪份|哪一个|谁)[^,。]{0,4}(?:先|早|后|晚|新|旧)|先后|前后/u;

/** The documents that several numbers name (8号文和9号文), in that order; one number may be of several. */
function documentsNumbered(library: PolicyLibrary, text: string): readonly DocumentHead[] {
  const mentions = [...text.matchAll(/(?<!\d)\d{1,3}号/gu)].map(([mention]) => `${mention}文`);
  return [
    ...new Set(
      mentions.flatMap((mention) => resolveDocuments(library, parseReferences(mention).mention).documents.slice(0, 1)),
    ),
  ];
}

/** 为啥要定这么个规定, 出台这个方案图啥: what a text is for, which its first words say. */
const PURPOSE_OF_DOCUMENT =
  /(?:为什么|为啥|为何|干嘛|干吗)[^,。]{0,4}?(?:定|出|出台|制定|印发|发|搞|弄|编|编制)(?:了)?[^,。]{0,16}(?:规定|方案|目录|意见|办法|条例|通知|细则)$|(?:定|出|出台|制定|印发|搞|弄|编|编制)(?:了)?[^,。]{0,16}(?:规定|方案|目录|意见|办法|条例|通知|细则)(?:的目的|的宗旨|图(?:个)?(?:什么|啥)|是?为了?(?:什么|啥))/u;

/** 被8号文改动的那份老文件，文号是多少 */
const CHANGED_BY = /被[^,。]{1,16}(?:改|修)[^,。]{0,4}的/u;

const POINTED = /[那这](?:份|个)(?:通知|文件|文|规定|方案|意见|目录|办法)/u;
const BODY = /(?:乡|乡里|镇|街道|街乡|办事处|部门|单位|机构|局|委|办|政府|社区|村|企业|公司)$/u;

/** 动了原意见的哪两处: where one text alone amends, it is meant. */
function onlyAmending(library: PolicyLibrary, text: string): readonly DocumentHead[] {
  const amending = library.documents.filter((one) => one.duplicateOf === null && one.amendments.length > 0);
  return AMENDED_BEFORE.test(text) && amending.length === 1 ? amending : [];
}

const AMENDED_BEFORE = /(?:改|修订|修改|动)了?(?:原来?|老|旧)(?:的)?(?:意见|规定|办法|文件|文|方案)/u;

const COUNTS_CHANGES = /(?:几|多少)(?:处|条|项|款|点|个地方|段)/u;

/** 8号文改了什么: a document that is named and orders changes is answered by them. */
function answerChanges(
  library: AnswererDeps["library"],
  documents: Understanding["documents"],
  text: string,
  terms: Understanding["terms"],
): Outcome | null {
  const document = documents.find(({ amendments }) => amendments.length > 0);
  if (!document) return null;
  const draft = new Draft(library);
  const amendments = amendmentsAsked(library, document.documentId, { text, terms });
  if (COUNTS_CHANGES.test(text)) draft.add(wording.changes(amendments.length));
  for (const amendment of amendments) writeAmendment(draft, library, amendment);
  return { draft, confidence: 0.95 };
}
