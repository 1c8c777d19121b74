import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { isRegion } from "../../language/regions.js";
import { parseReferences } from "../places/reference.js";
import { resolveDocuments } from "../places/resolve.js";
import { localDocuments } from "../question/local-documents.js";
import { type QuestionKind, termsAskedAbout } from "../question/question-kind.js";
import { NAMES_DOCUMENT, namedDocuments, namesDocumentType, typeNouns } from "../question/scope.js";
import type { Understanding } from "../question/understand.js";
import type { Term } from "../words/terms.js";

/** The documents that a question about documents means, in its order: of one that is named by its words alone, the best. */
export function documentsMeant(
  library: PolicyLibrary,
  understanding: Understanding,
  fact: QuestionKind,
): readonly DocumentHead[] {
  const { documents, text, terms } = understanding;
  const several = documentsNumbered(library, text);
  if (several.length > 1) return several;
  const joined = documentsJoined(library, text, terms);
  if (joined.length > 1) return joined;
  if (documents.length > 0) return documents.slice(0, 1);
  if (isOfRegionsElsewhere(library, terms)) return [];
  const [best] = namedDocuments(library, text, termsNaming(understanding, fact));
  const meant =
    best && best.cover >= NAMES_DOCUMENT
      ? best.document
      : (namedRightBefore(library, text, terms) ?? onlyOfItsKind(library, text));
  return meant && isOfYears(meant, terms) ? [meant] : [];
}

/** 2021年的程序规定 is none of 2022; what changes a text of 2021 is known by that year too. */
function isOfYears({ title, number, date, amendments }: DocumentHead, terms: readonly Term[]): boolean {
  const own = [title, number, date, ...amendments.map(({ targetNumber }) => targetNumber)].join(" ");
  return terms.every(({ role, text }) => role !== "year" || !/^\d{4}/u.test(text) || own.includes(text.slice(0, 4)));
}

/** 丰台区的方案 is none of those that are here. */
function isOfRegionsElsewhere(library: PolicyLibrary, terms: readonly Term[]): boolean {
  return terms.some(({ text }) => isRegion(text)) && localDocuments(library, terms).length === 0;
}

/** 目录通知的发送对象包括办事处吗: the words right before the noun for a kind of text name it, whatever else is said. */
function namedRightBefore(library: PolicyLibrary, text: string, terms: readonly Term[]): DocumentHead | undefined {
  for (const { index, 0: noun } of typeNouns(text)) {
    const naming: Term[] = [];
    let start = index;
    for (;;) {
      const before = text.slice(0, start).replace(JOINING, "");
      const term = terms.find((one) => one.role !== "asked" && before.endsWith(one.text));
      if (!term) break;
      naming.push(term);
      start = before.length - term.text.length;
    }
    if (!naming.some(({ weight }) => weight >= TELLING)) continue;
    const [best] = namedDocuments(library, text.slice(start, index + noun.length), naming);
    if (best && best.cover >= NAMES_DOCUMENT) return best.document;
  }
  return undefined;
}

const JOINING = /(?:的|[那这](?:个|份|部|版))+$/u;
/** Weight of a word that can name a text. */
const TELLING = 1;

const SPOKEN_OF = /([一-鿿]{2})的?(?:[那这](?:个|份|部))?(规定|方案|目录|意见|办法|条例|通知|纲要|规划)/gu;
/** Share of the places of a text that speak of what it is about, and how many at the least. */
const SHARE = 0.2;
const FEWEST = 5;

/** 科普方案: the one plan there is, where it speaks of 科普 all through, though its title does not. */
function onlyOfItsKind(library: PolicyLibrary, text: string): DocumentHead | undefined {
  for (const [, subject = "", noun = ""] of text.matchAll(SPOKEN_OF)) {
    const [only, ...others] = library.documents.filter(
      ({ title, duplicateOf }) => duplicateOf === null && new RegExp(`${noun}(?:[(（]|$)`, "u").test(title),
    );
    if (!only || others.length > 0) continue;
    const places = library
      .provisionsOf(only.documentId)
      .filter(({ children, adoption }) => children.length === 0 && !adoption);
    const speaking = places.filter(({ text: own }) => own.includes(subject)).length;
    if (speaking >= Math.max(FEWEST, places.length * SHARE)) return only;
  }
  return undefined;
}

/** The documents that several numbers name (8号文和9号文), in that order; one number may be of several. */
function documentsNumbered(library: PolicyLibrary, text: string): readonly DocumentHead[] {
  const mentions = [...text.matchAll(/(?<!\d)\d{1,3}号/gu)].map(([mention]) => `${mention}文`);
  return [
    ...new Set(
      mentions.flatMap((mention) => resolveDocuments(library, parseReferences(mention).mention).documents.slice(0, 1)),
    ),
  ];
}

const JOINED = /^([^,。?]{2,24}?)(?:和|与|跟|同|及|、)([^,。?]{2,24}?)(?:[,。?]|哪|是|各|分别|谁|都|$)/u;

/** 目录通知和程序规定: each side of the joint names one document. */
function documentsJoined(library: PolicyLibrary, text: string, terms: readonly Term[]): readonly DocumentHead[] {
  const [, ...sides] = JOINED.exec(text) ?? [];
  const found = sides.map((side) => {
    const within = terms.filter((term) => side.includes(term.text));
    const [best] = namesDocumentType(side) ? namedDocuments(library, side, within) : [];
    return best && best.cover >= NAMES_DOCUMENT ? best.document : onlyTitled(library, side);
  });
  return found.every((one) => one !== undefined) ? [...new Set(found as DocumentHead[])] : [];
}

const NOT_OF_TITLE =
  /^(?:制定|编制|编|定|出台|印发|搞)|(?:的?(?:根据|依据|上位法|文号|日期|日子|落款)|的?(?:通知|文件|那份|这份))+$/gu;

/** 编目录的根据: what is left of the words is in the title of one document alone. */
function onlyTitled(library: PolicyLibrary, side: string): DocumentHead | undefined {
  const name = side.replace(NOT_OF_TITLE, "").replace(NOT_OF_TITLE, "");
  if (name.length < 2) return undefined;
  const titled = library.documents.filter((one) => one.duplicateOf === null && normalise(one.title).includes(name));
  return titled.length === 1 ? titled[0] : undefined;
}

/**
 * The words by which a question about a document names it: that before 那份 (目录那份通知) where there is one; else all that do not
 * ask, without those whom it may have been sent to (目录的通知乡里收得着吗).
 */
function termsNaming({ text, terms }: Understanding, fact: QuestionKind): readonly Term[] {
  const pointed = POINTED.exec(text);
  const before = terms.filter((term) => text.indexOf(term.text) + term.text.length === pointed?.index);
  if (before.length > 0) return before;
  const about = termsAskedAbout(text, terms);
  if (fact === "document_basis") return about.filter((term) => !OF_BASIS.test(term.text));
  return fact === "document_addressees" ? about.filter((term) => !BODY.test(term.text) || isRegion(term.text)) : about;
}

const POINTED = /[那这](?:份|个)(?:通知|文件|文|规定|方案|意见|目录|办法)/u;
const OF_BASIS = /依|据|援引|引用|参照|法律|法规|^法$|条例|制定|编|上位|律|部/u;
const BODY = /(?:乡|乡里|镇|街道|街乡|办事处|部门|单位|机构|局|委|办|政府|社区|村|企业|公司)$/u;
