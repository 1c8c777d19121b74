import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { isCurrent } from "../../retrieval/filter.js";
import { documentsCalled } from "../places/resolve.js";

/** A question about a version of a text that no longer holds. */
export interface DatedVersion {
  /** The version, or its parts. */
  readonly documents: readonly DocumentHead[];
  /** A day on which it was the newest, ISO. */
  readonly asOf: string;
  /** The question without the words that name the version. */
  readonly rest: string;
}

const YEAR = "(?<year>(?:19|20)\\d{2})年?";
const THAT = "[的那这]?(?:一?[个部版份])?";
const EDITION = "(?:版本?|修[订正]|修改|公布|发布|出台|印发|制定|通过|施行)?";
/** 2019年的, 2019版, 2009年修订的那部. */
const YEAR_BEFORE = new RegExp(`${YEAR}${THAT}${EDITION}${THAT}《?`, "gu");
/** 统计法(2009年修订) */
const YEAR_AFTER = new RegExp(`》?[（(]${YEAR}${EDITION}的?[)）]`, "gu");
const OLD_BEFORE = /(?:[老旧](?:版本?)?的?|(?:以前|从前|原来|修[订正改]前)的)《?/gu;

const TYPE_NOUN = /(?:法|条例|办法|规定|规则|细则|决定|解释|意见|通知|方案)$/u;
const LONGEST_NAME = 30;

/**
 * The superseded version that a normalised question names by its year or as the old one; null where it names none, or where
 * no version of that text from that year is here: a year that only belongs to the subject (2019年的任务) changes nothing.
 */
export function datedVersion(library: PolicyLibrary, question: string): DatedVersion | null {
  const marks = [YEAR_AFTER, YEAR_BEFORE, OLD_BEFORE].flatMap((pattern) =>
    [...question.matchAll(pattern)].map((match) => ({ match, follows: pattern === YEAR_AFTER })),
  );
  for (const { match, follows } of marks) {
    const start = match.index;
    const end = start + match[0].length;
    const year = match.groups?.year ?? null;
    for (const name of follows ? namesBefore(question.slice(0, start)) : namesAfter(question.slice(end))) {
      const documents = versionsOf(library, name, year);
      const [first] = documents;
      if (!first) continue;
      const before = question.slice(0, follows ? start - name.length : start);
      const after = question.slice(follows ? end : end + name.length);
      const rest = `${before.replace(/《$/u, "")} ${after.replace(/^》/u, "")}`;
      return { documents, asOf: year === null ? (first.date ?? "") : `${year}-12-31`, rest };
    }
  }
  return null;
}

/** Shortest first: 保密法 of 保密法实施条例 is tried, and is no text with such a version. */
function namesAfter(text: string): string[] {
  const run = /^\p{Script=Han}*/u.exec(text)?.[0].slice(0, LONGEST_NAME) ?? "";
  return Array.from(run, (_, i) => run.slice(0, i + 1)).filter((name) => TYPE_NOUN.test(name));
}

/** Longest first, since a name that ends a text is also the end of others. */
function namesBefore(text: string): string[] {
  const run = /\p{Script=Han}*$/u.exec(text)?.[0].slice(-LONGEST_NAME) ?? "";
  return TYPE_NOUN.test(run) ? Array.from(run, (_, i) => run.slice(i)) : [];
}

/** 条例 alone is enough where only one text of that year is called so. */
function versionsOf(library: PolicyLibrary, name: string, year: string | null): readonly DocumentHead[] {
  if (name.length < (year === null ? 3 : 2)) return [];
  const called = documentsCalled(library, name).filter((document) => !isCurrent(document) && document.date !== null);
  const past = year === null ? newestOf(called) : called.filter(({ date }) => date?.startsWith(year));
  const titles = new Set(past.map(({ title }) => title));
  return titles.size === 1 ? past : [];
}

function newestOf(documents: readonly DocumentHead[]): readonly DocumentHead[] {
  const newest = documents
    .map(({ date }) => date ?? "")
    .sort()
    .at(-1);
  return documents.filter(({ date }) => date === newest);
}
