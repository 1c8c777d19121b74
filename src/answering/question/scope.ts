import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { isRegion } from "../../language/regions.js";
import { isCurrent } from "../../retrieval/filter.js";
import { comparable } from "../words/comparable.js";
import { coverBy, coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import { LIST_NOUN } from "./listing.js";
import { localDocuments } from "./local-documents.js";
import { goesOn } from "./title-marks.js";

/** 听哪些单位的意见 asks for opinions, not for a document of that kind. */
const TYPE_NOUN =
  /规定|方案|目录|(?<!(?:听|征求|征集|收集|采纳|反馈|汇总|提(?!到)|发表|吸收|出具|多少|几[件条]|件|公众|社会|群众|专家|审查|不同)[^,。?？第]{0,8})意见|办法|细则|通知|条例|纲要|规划|决定|公告|批复|函|(?<![说看做想用没方办司执合依违守])法(?!规|律|制|人|院|治|定)/gu;

/** Where a question has a noun for a kind of text. */
export const typeNouns = (question: string): RegExpExecArray[] => [...question.matchAll(TYPE_NOUN)];

/** Words that ask about a document as such and name none. */
const ABOUT_DOCUMENT =
  /^(?:开始|起|份|当天|日子|管|管到哪?|一年|施行|生效|实施|执行|印发|发布|出台|颁布|下发|发文|发|印|正式|试行|暂行|文号|落款|有效期?|截止|为止|引用|署名?|名义|发出来|这份|该|此|本|部|规矩|管用|规定|方案|目录|意见|通知|文件|办法)$/u;

/** 国务院那版纲要, 市政府自己的规定: a text of the same name by another issuer. */
const HIGHER_ISSUER = /^(?:国务院|党?中央|[省市](?:政府|委|里))$/u;

/** From this cover on, the question's words name a document and nothing beyond it. */
export const NAMES_DOCUMENT = 0.75;

/** A document with how well a question names it: 0 to 1 by its words, more where its whole title stands there. */
export interface NamedDocument {
  readonly document: DocumentHead;
  readonly cover: number;
}

/**
 * Official documents that the words of a question name, best first: those whose title, number or short name covers the
 * question's topic, with the type noun (规定, 方案) in the title where the question has one.
 */
export function namedDocuments(library: PolicyLibrary, question: string, terms: readonly Term[]): NamedDocument[] {
  const found = typeNouns(question);
  const nouns = found.map(([noun]) => noun);
  const topic = terms.filter(
    (term) => (term.role === "topic" || term.role === "year") && !ABOUT_DOCUMENT.test(term.text),
  );
  const local = new Set(localDocuments(library, terms));
  const documents = library.documents.filter(
    ({ documentId, duplicateOf }) => duplicateOf === null && (local.size === 0 || local.has(documentId)),
  );
  const bearers = documents.filter(
    ({ title, noticeTitle }) =>
      nouns.some((noun) => normalise(title).endsWith(noun) || normalise(title).includes(`${noun}(`)) &&
      nouns.every((noun) => normalise(`${title} ${noticeTitle ?? ""}`).includes(noun)),
  );
  const issuers = topic.filter((term) => HIGHER_ISSUER.test(term.text));
  const scored = documents.flatMap((document) => {
    const text = normalise([document.title, document.noticeTitle, document.number, ...document.aliases].join(" "));
    if (nouns.length > 0 && !nouns.some((noun) => text.includes(noun))) return [];
    if (
      isIssuerKnown(document) &&
      issuers.some((term) => coverTerm(term, `${text} ${normalise(document.issuer ?? "")}`) < 0.5)
    )
      return [];
    const words = topic.length === 0 ? 0.5 : coverBy(topic, text);
    // 这个规定 is enough where only one document is a 规定.
    const alone = bearers.length === 1 && bearers[0] === document && topic.length === 0 ? 0.8 : 0;
    const cover = Math.max(words, alone, namesByTitle(question, document, found), namesWhole(question, document));
    // 规定 in the title itself says more than 规定 in the notice that issues it.
    const own = nouns.some((noun) => normalise(document.title).includes(noun)) ? 0.1 : 0;
    const current = isCurrent(document) ? 0 : -0.2;
    return [{ document, cover: cover + own + current }];
  });
  return scored.sort((a, b) => b.cover - a.cover);
}

/** A law of the land speaks of every organ, whoever has adopted it. */
const isIssuerKnown = ({ issuer, title }: DocumentHead) =>
  (issuer !== null && !/^(?:全国人民代表大会|国务院|中共中央)/u.test(issuer)) || /[省市区县旗州]/u.test(title);

/** A whole title, the state's name aside, is more than all words of a longer one; the longest of several is meant. */
function namesWhole(question: string, { title }: DocumentHead): number {
  const name = comparable(title).replace(/^中华人民共和国/u, "");
  const at = name.length < 3 ? -1 : question.indexOf(name);
  return at < 0 || goesOn(question.slice(at + name.length)) ? 0 : 1.2 + name.length / 100;
}

/** A name of so many characters is sure with words left out, too. */
const LONG_NAME = 8;

/** How surely words of the title that end with its type noun (程序规定, 科学素质方案) stand in the question. */
function namesByTitle(question: string, { title }: DocumentHead, nouns: readonly RegExpExecArray[]): number {
  const { length, isBroken } = nameIn(question, title, nouns) ?? { length: 0, isBroken: false };
  // Of 西湖文化景观那部保护条例 the text with all of these words is meant, though not in one piece, and no other 保护条例.
  if (length >= 4) return (isBroken && length < LONG_NAME ? 0.8 : 0.9) + length / 1000;
  return length >= 3 && !isBroken ? 0.8 : 0;
}

/** Where a question names a title by its type noun and the words of it that stand before. */
export interface NameIn {
  readonly start: number;
  readonly end: number;
  /** Characters of the title. */
  readonly length: number;
  /** Words of the title between are left out. */
  readonly isBroken: boolean;
}

/** The longest such name; null where the question has no type noun of the title. */
export function nameIn(
  question: string,
  title: string,
  nouns: readonly RegExpExecArray[] = typeNouns(question),
): NameIn | null {
  const text = normalise(title);
  const names = nouns.map((match) => nameBefore(question, text, match.index, match[0]));
  return names.reduce((best, name) => (name && name.length > (best?.length ?? 0) ? name : best), null);
}

function nameBefore(question: string, title: string, at: number, noun: string): NameIn | null {
  if (!title.includes(noun)) return null;
  const end = at + noun.length;
  let start = at;
  while (start > 0 && title.includes(question.slice(start - 1, end))) start--;
  // 的意见 is in many a title and says no more than 意见.
  while (question[start] === "的") start++;
  let before = title.lastIndexOf(question.slice(start, end));
  if (before < 0) return null;
  let length = end - start;
  const whole = length;
  for (;;) {
    const gap = BETWEEN.exec(question.slice(0, start))?.[0].length ?? 0;
    const piece = endOf(question.slice(0, start - gap), title.slice(0, before));
    if (piece.length < 2) return { start, end, length, isBroken: length > whole };
    start -= gap + piece.length;
    before = title.lastIndexOf(piece, before - piece.length);
    length += piece.length;
  }
}

/** What people put between the words of a name: 科学素质的那个方案. */
const BETWEEN = /(?:\s|的|[那这](?:个|份|部|版))*$/u;

/** The longest end of a text that stands in another. */
function endOf(text: string, other: string): string {
  let length = 0;
  while (length < text.length && other.includes(text.slice(text.length - length - 1))) length++;
  return text.slice(text.length - length);
}

/** Whether the question has a noun for a kind of document (这个规定, 实施方案). */
export function namesDocumentType(question: string): boolean {
  return new RegExp(TYPE_NOUN.source, "u").test(question);
}

/**
 * The title of the text that a document amends, where the question calls that text (人力资源意见) and not the one that amends it; null where
 * it does not, or where that text is here itself.
 */
export function amendedTextCalled(library: PolicyLibrary, document: DocumentHead, question: string): string | null {
  const nouns = question.match(TYPE_NOUN) ?? [];
  const own = normalise(document.title.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》|〈[^〈〉]*〉/gu, ""));
  if (nouns.length === 0 || nouns.some((noun) => own.includes(noun))) return null;
  const targets = document.amendments.map(({ targetTitle }) => targetTitle ?? "");
  const called = targets.find((title) => nouns.some((noun) => normalise(title).includes(noun)));
  return called === undefined || library.documents.some(({ title }) => title === called) ? null : called;
}

const LIST_OF_YEAR =
  /((?:19|20)\d{2})年?(?:度|那[份版个张]|版)?的?(?:被?(?:列|收|排|纳|编)?[进入上](?:了|到)?)?([^,。?？\d]{0,12}?)(目录|清单|名单|名录|要点|计划|预算|报告|方案)/gu;
/** 跟2021年比, 比去年: the list of another year stands beside the one that is named. */
const BESIDE =
  /(?:跟|和|与|同|比|较)((?:19|20)\d{2}年?|去年|上年|上一年|前年|往年)(?:的|那[份版个张])?(?:相?比|多|少|增|减|有)/u;

/**
 * The list of another year than those that the corpus has under the same name, as the question calls it (2021年的重大行政决策目录); null where
 * the question names none.
 */
function listOfAnotherYear(library: PolicyLibrary, question: string): string | null {
  const beside = BESIDE.exec(question)?.[1];
  const named = [...question.matchAll(LIST_OF_YEAR)].map(([called, year = "", name = "", noun = ""]) => {
    return { called, year, name, noun };
  });
  const [first = { name: "", noun: LIST_NOUN.exec(question)?.[0] ?? "" }] = named;
  const other =
    beside === undefined || first.noun === ""
      ? []
      : [{ ...first, called: `${beside}的${first.name}${first.noun}`, year: beside.replace("年", "") }];
  return [...named, ...other].find((list) => isOfAnotherYear(library, list))?.called ?? null;
}

/** The list of another year or of another government than those that are here; null where the question names none. */
export function listOfAnother(library: PolicyLibrary, question: string): string | null {
  return listOfAnotherYear(library, question) ?? listOfAnotherIssuer(library, question);
}

const LIST_OF_ISSUER =
  /(?:人民)?政府(?:的|\d{4}年?度?|印发|公布|发布)*([^,。?\d]{0,10}?)(目录|清单|名单|名录|要点|计划)/gu;

/** The list of another government than those that issued the ones of that name here (北京市政府2022年重大决策目录); null where the question names none. */
function listOfAnotherIssuer(library: PolicyLibrary, question: string): string | null {
  for (const { 0: called, 1: name = "", 2: noun = "", index } of question.matchAll(LIST_OF_ISSUER)) {
    const region = [5, 4, 3].map((length) => question.slice(Math.max(0, index - length), index)).find(isNamedRegion);
    const issuers = library.documents
      .filter(({ duplicateOf, title }) => duplicateOf === null && title.includes(noun) && isPartOf(name, title))
      .map(({ issuer }) => (issuer ?? "").replaceAll("人民", ""));
    const isOther = issuers.length > 0 && issuers.every((issuer) => /政府/u.test(issuer) && !isIn(region, issuer));
    if (region !== undefined && isOther) return `${region}${called}`;
  }
  return null;
}

const isNamedRegion = (text: string): boolean => /[省市区县]$/u.test(text) && isRegion(text);
const isIn = (region: string | undefined, issuer: string): boolean => issuer.includes(`${region}政府`);

function isOfAnotherYear(
  library: PolicyLibrary,
  { year, name, noun }: { readonly year: string; readonly name: string; readonly noun: string },
): boolean {
  const years = library.documents
    .filter(({ duplicateOf }) => duplicateOf === null)
    .map(({ title }) => normalise(title))
    .filter((title) => title.includes(noun) && isPartOf(name, title))
    .map((title) => title.match(/(?:19|20)\d{2}/gu) ?? []);
  // A plan for 2021 to 2035 is one of the years between, and a text without a year may be of any.
  const isOfOneYear = years.length > 0 && years.every((found) => found.length === 1);
  return isOfOneYear && !years.flat().includes(year);
}

/** Whether a title has all characters of a name in their order: 重大决策 of 重大行政决策. */
function isPartOf(name: string, title: string): boolean {
  let at = -1;
  return [...name].every((character) => {
    at = title.indexOf(character, at + 1);
    return at >= 0;
  });
}
