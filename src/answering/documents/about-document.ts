import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import type { AnswererDeps } from "../deps.js";
import type { QuestionKind } from "../question/question-kind.js";
import { amendedTextCalled } from "../question/scope.js";
import type { Understanding } from "../question/understand.js";
import { SETTLED } from "../ranking/confidence.js";
import { decline } from "../writing/decline.js";
import { Draft } from "../writing/draft.js";
import type { Outcome } from "../writing/outcome.js";
import { inTitleMarks, wording } from "../writing/wording.zh.js";
import { answerAdoption, asksOfNote } from "./adoption-answer.js";
import {
  type AmendedText,
  amendedTextMeant,
  amendingOf,
  asksDifference,
  asksElided,
  asksSinceWhenChanged,
  isUntold,
} from "./amended-text.js";
import { amendmentsAsked, amendmentsUntold, writeAmendment } from "./amendment-answer.js";
import { answerDocumentFact, asksOfAmended } from "./document-facts.js";
import { documentsMeant } from "./documents-meant.js";
import { asksAmending, comparesDocuments, factAsked, isFact } from "./facts-asked.js";
import { answerHigher, asksWithinHigher } from "./higher-document.js";
import { answerIssuedBy } from "./issued-by.js";
import { answerShortName, shortNameAsked } from "./short-name.js";

/** Answers what is asked about a document as such, or what it changed; null for other questions and where it is not named. */
export function answerAboutDocument(deps: AnswererDeps, understanding: Understanding): Outcome | null {
  const { library } = deps;
  const adoption = answerAdoption(library, understanding);
  if (adoption) return { draft: adoption, confidence: SETTLED };
  const told = answerOfText(deps, understanding);
  if (told || !asksOfNote(library, understanding)) return told;
  return { decline: decline(library, "no_basis", []), confidence: 0 };
}

/** What the text itself tells, or the notice that issues it. */
function answerOfText({ library }: AnswererDeps, understanding: Understanding): Outcome | null {
  const { text } = understanding;
  const issued = answerIssuedBy(library, text);
  if (issued) return { draft: issued, confidence: SETTLED };
  if (asksElided(library, text)) return { decline: decline(library, "no_basis", []), confidence: 0 };
  if (asksWithinHigher(library, text)) return { decline: decline(library, "not_in_corpus", []), confidence: 0 };
  const short = answerShort(library, understanding);
  if (short !== undefined) return short;
  const compared = comparesDocuments(text);
  const fact = asksRest(library, understanding) ? "amendment" : factAsked(text, understanding.kind);
  if (compared === null && fact !== "amendment" && !isFact(fact)) return null;
  const named = documentsMeant(library, understanding, compared ?? fact);
  if (compared !== null && named.length > 1) return answerFact(library, understanding, compared, named);
  return fact === "amendment" || isFact(fact) ? answerFact(library, understanding, fact, named) : null;
}

/** What a short name stands for; null where the search must tell, undefined where none is asked for but a title. */
function answerShort(library: PolicyLibrary, understanding: Understanding): Outcome | null | undefined {
  const { documents, text, kind } = understanding;
  const name = shortNameAsked(text);
  if (name === null) return undefined;
  const meant = documents.length > 0 ? documents : documentsMeant(library, understanding, kind);
  const draft = answerShortName(library, meant, name);
  if (draft) return { draft, confidence: SETTLED };
  const isOfTitle = ({ title }: DocumentHead) => [...name].every((character) => title.includes(character));
  return meant.length === 0 || meant.some(isOfTitle) ? undefined : null;
}

/** 剩下那处呢: of the changes that earlier answers told in part. */
function asksRest({ documents }: PolicyLibrary, { text, told }: Understanding): boolean {
  return (
    /^[^,。]{0,12}(?:处|地方)[^,。]{0,8}$/u.test(text) && documents.some((one) => amendmentsUntold(one, text, told))
  );
}

function answerFact(
  library: PolicyLibrary,
  understanding: Understanding,
  fact: QuestionKind,
  named: readonly DocumentHead[],
): Outcome | null {
  const { text, amendedDocument } = understanding;
  if (fact === "amendment") return answerChanges(library, [...named, ...understanding.documents], understanding);
  if (OF_ANOTHER.some((pattern) => pattern.test(text))) return null;
  const higher = answerHigher(library, fact, named, understanding);
  if (higher) return higher;
  const amended = asksAmending(text) ? null : amendedTextMeant(library, text, named);
  const untold = untoldName(fact, understanding, amended);
  if (untold !== null)
    return { decline: decline(library, "not_in_corpus", [], wording.amendedUntold(untold)), confidence: 0 };
  const changing =
    named.length === 0 && asksSinceWhenChanged(text)
      ? (amendingOf(library, understanding.terms) ?? onlyChanged(library, text))
      : undefined;
  const meant = changing ? [changing] : amended && named.length === 0 ? [amended.amending] : named;
  const isOfAmended =
    !asksAmending(text) && (amendedDocument !== null || amended !== null || goesOnOfAmended(understanding));
  const draft = answerDocumentFact(library, meant, fact, text, isOfAmended);
  if (draft) return { draft, confidence: SETTLED };
  if (fact === "document_repeals" && meant.length > 0)
    return { decline: decline(library, "no_basis", []), confidence: 0 };
  // A law that a text does not name is not told by what else it says.
  const isUntoldLaw = fact === "document_basis" && meant.length > 0 && /上位法|哪[几些]?部/u.test(text);
  return isUntoldLaw ? { decline: decline(library, "no_basis", []), confidence: 0 } : null;
}

/** What goes with the document that is named, is told of in it, or came before it, is not that document. */
const OF_ANOTHER: readonly RegExp[] = [
  // 9号文有没有配套的流程图，文号是啥
  /配套/u,
  // 方案引到的那份纲要，文号是几号; 目录里领的那件决策，全名叫什么
  /(?:规定|方案|目录|意见|办法|条例|通知|细则|文)(?:里|中|上)?[^,。]{0,4}(?:引用?|援引|提|列|领|点名?)(?:到|了|出|着)?的(?![几哪什啥]|上位|(?:法律)?[依根]据)/u,
  // 方案里的人才评价分哪几块
  /(?:规定|方案|目录|意见|办法|条例|文)(?:里头?|里面|中)的?(?!一共|总共|共|都|有|分|到底)[一-鿿]{2,}(?:[分有共][哪几成]|几)/u,
  // 方案的经费谁出的
  /(?:规定|方案|目录|意见|办法|条例)的(?!通知|文|落款|署|印|发|名|那|这)[一-鿿]{2,6}?(?:是|由)?(?:谁|哪[个家])[^,。]{0,3}(?:出|下|发|印)/u,
  // 编方案是照着国家几号文来的
  /(?:照着?|按照?|依据?|根据|参照)的?[^,。]{0,6}几号文/u,
  // 目录里的决策事项哪天出台
  /(?:规定|方案|目录|意见|办法|条例|文)(?:里头?|里面|中)的[一-鿿]{2,8}(?:什么时候|何时|哪天|几号|啥时候|[由谁]|哪[个家])/u,
  // 哪天开会同意印发的
  /(?:哪天|几号|什么时候|啥时候|何时)[^,。]{0,6}(?:开会|上会|讨论|表决)/u,
];

/** The name of a text that is only amended here and of which the fact is not told; null for others. */
function untoldName(
  fact: QuestionKind,
  { amendedDocument, text }: Understanding,
  amended: AmendedText | null,
): string | null {
  if (amendedDocument !== null) return asksOfChange(fact, text) ? null : amendedDocument;
  return amended && isUntold(fact, amended) ? inTitleMarks(amended.title) : null;
}

/** What the text that amends another one tells: its name and number, what is changed and from when. */
function asksOfChange(fact: QuestionKind, text: string): boolean {
  return TOLD_OF_AMENDED.includes(fact) || /改|修订|动/u.test(text);
}

const TOLD_OF_AMENDED: readonly QuestionKind[] = ["amendment", "document_number", "document_title"];

/** 动了原意见的哪两处: where one text alone amends, it is meant. */
function onlyAmending(library: PolicyLibrary, text: string): DocumentHead | undefined {
  if (!AMENDED_BEFORE.test(text)) return undefined;
  const amending = library.documents.filter((one) => one.duplicateOf === null && one.amendments.length > 0);
  return amending.length === 1 ? amending[0] : undefined;
}

const AMENDED_BEFORE = /(?:改|修订|修改|动)了?(?:原来?|老|旧)(?:的)?(?:意见|规定|办法|文件|文|方案)/u;

/** 意见改了之后: where one text alone amends, and what it amends is so called. */
function onlyChanged(library: PolicyLibrary, text: string): DocumentHead | undefined {
  const amending = library.documents.filter((one) => one.duplicateOf === null && one.amendments.length > 0);
  const [only, ...others] = amending;
  return only && others.length === 0 && amendedTextCalled(library, only, text) !== null ? only : undefined;
}

/** 8号文改的是哪份文件,几号文: the second question, which names no text, is of what the first asks for. */
function goesOnOfAmended({ topic, references }: Understanding): boolean {
  const { number, shortNumber, names } = references.mention;
  return number === null && shortNumber === null && names.length === 0 && asksOfAmended(topic);
}

const COUNTS_CHANGES = /(?:几|多少)(?:处|条|项|款|点|个地方|段)/u;

/** 8号文改了什么: a document that is named and orders changes is answered by them. */
function answerChanges(
  library: PolicyLibrary,
  named: readonly DocumentHead[],
  { text, terms, told }: Understanding,
): Outcome | null {
  const document =
    named.find(({ amendments }) => amendments.length > 0) ??
    library.documents.find((one) => amendmentsUntold(one, text, told) !== null) ??
    onlyAmending(library, text) ??
    (asksDifference(text) ? amendingOf(library, terms) : undefined);
  if (!document) return null;
  const draft = new Draft(library);
  const others = amendmentsUntold(document, text, told);
  const amendments = others ?? amendmentsAsked(library, document.documentId, { text, terms });
  if (others === null && COUNTS_CHANGES.test(text)) draft.add(wording.changes(amendments.length));
  for (const amendment of amendments) writeAmendment(draft, library, amendment);
  return { draft, confidence: SETTLED };
}
