import type { DocumentHead } from "../../corpus/provision.js";
import { isCurrent, isInForceOn } from "../../retrieval/filter.js";

/** A full date with words that ask for what held then: 截至2018年5月1日, 2018年5月1日时的规定, 2018年5月1日有效的. */
const DAY =
  /(?:截至|截止到?)(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})年(\d{1,2})月(\d{1,2})日(?:当?时|当天|那时|那天|有效|施行|生效)的/u;
/** A year with words for a version of a text: 2017年那版, 2017版, 2017年修正的, 2012年时的. */
const YEAR = /((?:19|20)\d{2})年?(?:的?(?:那|这)?(?:一?个)?(?:版本?|修订|修正|修改)|(?:那时|当时|时)的)/u;

/** Words for a version that has been adopted and is still to come. */
const COMING = /新修订|新修正|修[订正改]后|新版|(?:即将|将要|尚未|还没有?)(?:施行|生效|实施)/u;

/**
 * The day as of which a question asks for a text, ISO; for a year its last day. Null where it asks for what holds now: a
 * year that only belongs to the subject (2035年的目标) is none. The question is normalised.
 */
export function asOfDay(question: string): string | null {
  const [year, month, day] = (DAY.exec(question) ?? []).slice(1).filter(Boolean);
  if (year && month && day) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const found = YEAR.exec(question)?.[1];
  return found === undefined ? null : `${found}-12-31`;
}

/**
 * Of documents that a normalised question names, those it means: the versions in force on the day it asks for, those still
 * to come where it asks for them, else those in force now. All of them where none is.
 */
export function versionsMeant(
  documents: readonly DocumentHead[],
  day: string | null,
  question: string,
): readonly DocumentHead[] {
  const coming = COMING.test(question) ? documents.filter(({ beginsOn }) => beginsOn !== undefined) : [];
  if (day === null && coming.length > 0) return coming;
  const meant = documents.filter((document) => (day === null ? isCurrent(document) : isInForceOn(document, day)));
  return meant.length > 0 ? meant : documents;
}
