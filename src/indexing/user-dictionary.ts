import { isDecree } from "../corpus/adoption.js";
import type { PolicyDocument } from "../corpus/provision.js";
import { normalise } from "../language/normalise.js";

/** Characters of a term; longer ones are sentences, and single characters cut better alone. */
const MIN_TERM = 2;
const MAX_TERM = 24;

/** What the title of a text says behind the name of who issues it. */
const ISSUES = /^(?:关于|印发)/u;
/** Organs as drafters name them, after a word of duty or a mark: 区司法局, 区政府办公室, 市规划自然资源委朝阳分局. */
const ORGAN =
  /(?:^|[\s由报经向请送和与及、，；。：])((?:国务院|省|自治区|市|区|县|乡|镇|街道)[\p{Script=Han}]{0,12}?(?:人民政府|政府办公室|办公室|委员会|管委会|办事处|分局|支队|总队|大队|中心|人民法院|人民检察院|局|厅))/gu;
/** 以下简称“……” and its kin. */
const DEFINED = /(?:以下|下)(?:统|合|简|并)?称(?:为)?[“"《]([^”"》]{2,24})[”"》]/gu;
const TITLE = /《([^《》\n]{2,24})》/gu;
/** In running text nothing tells where a number begins, so it is read only after a mark: （国发〔2021〕9号）. */
const NUMBER = /(?<!\p{Script=Han})\p{Script=Han}{1,8}[〔[（(]\d{4}[〕\]）)]第?\d+号/gu;
/** Inside what looks like an organ's name these join two names, or belong to the sentence. */
const NOT_A_NAME = /[的等其该应可须及和与或各由报按经向]|相关|有关/u;

/**
 * The terms of a corpus that a general dictionary does not know, in the form in which texts are compared, sorted:
 * organs, terms the texts define, titles, document numbers. Pure: the same documents give the same list.
 */
export function userDictionary(documents: readonly PolicyDocument[]): string[] {
  return Object.keys(countTerms(documents)).sort();
}

/** Terms, and in how many documents each stands. */
export type TermOccurrences = Readonly<Record<string, number>>;

/** In how many of the documents each term of theirs stands. */
export function countTerms(documents: readonly PolicyDocument[]): TermOccurrences {
  return changeTerms({}, documents, []);
}

/** The counts after documents have been added and others taken away; terms that are left in none are gone. */
export function changeTerms(
  counts: TermOccurrences,
  added: readonly PolicyDocument[],
  removed: readonly PolicyDocument[],
): TermOccurrences {
  const changed = new Map(Object.entries(counts));
  for (const document of added) for (const term of documentTerms(document)) add(changed, term, 1);
  for (const document of removed) for (const term of documentTerms(document)) add(changed, term, -1);
  return Object.fromEntries([...changed].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function add(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}

function documentTerms(document: PolicyDocument): Set<string> {
  const terms = new Set<string>();
  const keep = (term: string | null): void => {
    const folded = normalise(term ?? "").replace(/\s/g, "");
    if (folded.length >= MIN_TERM && folded.length <= MAX_TERM) terms.add(folded);
  };
  // What a 题注 says is not searched, and cuts no other text.
  const searched = document.provisions.filter(({ adoption }) => !adoption);
  const isNoted = searched.length < document.provisions.length;
  const { number, issuer, title, aliases } = document;
  const isOfNote = {
    number: number !== null && isDecree(number),
    issuer: isNoted && !ISSUES.test(title.replace(issuer ?? "", "")),
  };
  for (const name of [isOfNote.number ? null : number, isOfNote.issuer ? null : issuer, title, ...aliases]) keep(name);
  // Containers repeat the words of what hangs below them.
  for (const { text, ownLength } of searched) termsOf(text.slice(0, ownLength)).forEach(keep);
  return terms;
}

function termsOf(text: string): string[] {
  const organs = captures(text, ORGAN).filter((organ) => !NOT_A_NAME.test(organ));
  const numbers = [...text.matchAll(NUMBER)].map(([number]) => number);
  return [...organs, ...captures(text, DEFINED), ...captures(text, TITLE), ...numbers];
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
