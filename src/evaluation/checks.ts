import type { Answer, Citation } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import type { DatasetQuestion, GoldCitation } from "./dataset.js";
import { type GoldPlace, type GoldResolver, isCovered, isSameTopPlace } from "./gold.js";
import { checkVerbatim } from "./verbatim.js";

/** `reason` says in one line, in Chinese, why it did not pass; null when it passed. */
export interface Check {
  readonly pass: boolean;
  readonly reason: string | null;
}

/** null: the check does not apply to the question. */
export interface Checks {
  /** A question with an answer was answered. */
  readonly answered: Check | null;
  /** A question without an answer was refused. */
  readonly refusedRight: Check | null;
  /** … for a reason that the question set accepts, where it names one. */
  readonly reasonRight: Check | null;
  /** The first citation is a gold place or below it; with match "all" every gold place is cited as well. */
  readonly citationExact: Check | null;
  /** The same, article by article. */
  readonly citationArticle: Check | null;
  readonly contains: Check | null;
  readonly notContains: Check | null;
  /** Every quotation equals its provision's text, and every [n] has its citation. */
  readonly verbatim: Check | null;
}

const PASSED: Check = { pass: true, reason: null };

/** Checks one answer against its question. Pure; reads provisions only. */
export function checkAnswer(
  question: DatasetQuestion,
  answer: Answer,
  library: PolicyLibrary,
  resolve: GoldResolver,
): Checks {
  const verbatim = answer.status === "answered" ? toCheck(checkVerbatim(answer, library)) : null;
  const notContains = question.mustNotContain.length > 0 ? toCheck(forbiddenIn(question, answer)) : null;
  if (!question.answerable) {
    const refusedRight = checkRefusal(answer);
    return { ...NONE, verbatim, notContains, refusedRight, reasonRight: checkReason(question, answer) };
  }
  const cited = question.citations.length > 0;
  const citedBy = (covers: Covers) => toCheck(missingCitation(question, answer, resolve, covers, library));
  return {
    ...NONE,
    verbatim,
    notContains,
    answered: answer.status === "answered" ? PASSED : failed(`误拒（${answer.refusal?.reason ?? "未说明"}）`),
    citationExact: cited ? citedBy((c, gold) => isCovered(library, c.documentId, c.eId, gold)) : null,
    citationArticle: cited ? citedBy((c, gold) => isSameTopPlace(c.documentId, c.eId, gold)) : null,
    contains: question.mustContain.length > 0 ? toCheck(missingFact(question, answer)) : null,
  };
}

const NONE: Checks = {
  answered: null,
  refusedRight: null,
  reasonRight: null,
  citationExact: null,
  citationArticle: null,
  contains: null,
  notContains: null,
  verbatim: null,
};

/** The reasons of everything that did not pass, each once, the weightiest first; empty when all is right. */
export function failureReasons(checks: Checks): string[] {
  const byWeight = [
    checks.verbatim,
    checks.answered,
    checks.refusedRight,
    checks.reasonRight,
    checks.citationExact,
    checks.contains,
    checks.notContains,
  ];
  // Each other check of a refused question fails for the one reason that it was refused.
  const failures = (checks.answered?.pass === false ? [checks.answered] : byWeight).filter((c) => c?.pass === false);
  return [...new Set(failures.map((check) => check?.reason ?? "未通过"))];
}

/** An answer is right when nothing failed; an exact citation implies the right article. */
export function isRight(checks: Checks): boolean {
  return failureReasons(checks).length === 0;
}

type Covers = (citation: Citation, gold: GoldPlace) => boolean;

function checkRefusal(answer: Answer): Check {
  const first = answer.citations[0];
  return answer.status === "refused" ? PASSED : failed(`应当拒答，却依据${first?.label ?? "无"}作答`);
}

function checkReason({ reason }: DatasetQuestion, answer: Answer): Check | null {
  if (reason.length === 0) return null;
  const given = answer.refusal?.reason;
  if (given === undefined) return checkRefusal(answer);
  return reason.includes(given) ? PASSED : failed(`拒答理由为 ${given}，应为 ${reason.join(" 或 ")}`);
}

function missingCitation(
  { citations, match }: DatasetQuestion,
  answer: Answer,
  resolve: GoldResolver,
  covers: Covers,
  library: PolicyLibrary,
): string | null {
  const first = answer.citations[0];
  if (first === undefined) return "没有引用依据";
  const golds = citations.map((citation) => ({ citation, place: resolve(citation) }));
  if (!golds.some(({ place }) => covers(first, place))) {
    const expected = golds.map(({ citation, place }) => placeName(citation, place, library)).join("、");
    return `首条依据为《${first.title}》${first.label}，应为${expected}`;
  }
  if (match === "any") return null;
  const uncited = golds.filter(({ place }) => !answer.citations.some((citation) => covers(citation, place)));
  if (uncited.length === 0) return null;
  return `漏引${uncited.map(({ citation, place }) => placeName(citation, place, library)).join("、")}`;
}

/** What a person calls a gold place: 朝政发〔2022〕9号 第十二条; the eId where the library does not have it. */
export function placeName(citation: GoldCitation, place: GoldPlace, library: PolicyLibrary): string {
  if (citation.eId === "*") return `${citation.document} 任一处`;
  const label = library.provision(`${place.documentIds[0] ?? ""}#${citation.eId}`)?.label;
  return `${citation.document} ${label ?? citation.eId}`;
}

function missingFact({ mustContain }: DatasetQuestion, { answer }: Answer): string | null {
  const missing = missingFacts(mustContain, answer);
  return missing.length === 0 ? null : `答案缺少：${missing.join("；")}`;
}

/** The entries of which no alternative is in the text; width, compatibility forms and white space do not count. */
export function missingFacts(mustContain: readonly string[], text: string): string[] {
  const folded = foldText(text);
  return mustContain.filter((entry) => !alternatives(entry).some((wording) => folded.includes(wording)));
}

function forbiddenIn({ mustNotContain }: DatasetQuestion, { answer }: Answer): string | null {
  const text = foldText(answer);
  const present = mustNotContain.filter((entry) => alternatives(entry).some((wording) => text.includes(wording)));
  return present.length === 0 ? null : `答案不应出现：${present.join("；")}`;
}

function alternatives(entry: string): string[] {
  return entry
    .split("|")
    .map(foldText)
    .filter((wording) => wording !== "");
}

function foldText(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

function failed(reason: string): Check {
  return { pass: false, reason };
}

function toCheck(problem: string | null): Check {
  return problem === null ? PASSED : failed(problem);
}
