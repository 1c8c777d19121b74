import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { isRegion, provinceOf, REGIONS } from "../../language/regions.js";
import { names, placeNames } from "../question/local-documents.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { isLocal } from "../ranking/standing.js";
import { comparable } from "../words/comparable.js";
import type { Term } from "../words/terms.js";

/**
 * Whether a normalised question is about another region or another year than the place that fits it best: 海淀区征求意见几天,
 * asked of a text for 朝阳区. What holds there is not known here, however well the rest fits.
 */
export function isElsewhere(
  library: PolicyLibrary,
  best: ScoredCandidate,
  terms: readonly Term[],
  question: string,
): boolean {
  const document = library.document(best.provision.documentId);
  const isOfOtherYear = best.features.missingYear > 0 && !(document && isOfYears(document, terms));
  return isOfOtherYear || isOfOtherRegion(library, best, terms, question);
}

function isOfOtherRegion(
  library: PolicyLibrary,
  best: ScoredCandidate,
  terms: readonly Term[],
  question: string,
): boolean {
  if (!isLocal(library, best)) return false;
  const document = library.document(best.provision.documentId);
  const here = document ? placeNames(document) : "";
  const text = comparable(best.provision.text);
  const asked = terms
    .map((term) => term.text)
    .filter((word) => isRegion(word) && !isCutAcross(question, word, `${here} ${text}`));
  // 长春市朝阳区 is no place of the other 朝阳区.
  if (asked.some((region) => !holdsIn(region, here) && asked.some((other) => question.includes(`${region}${other}`))))
    return true;
  // 北京海淀: the province only says where the district is.
  const meant = asked.filter((region) => !asked.some((other) => provinceOf(other) === region));
  return meant.length > 0 && meant.every((region) => !names(region, text) && !holdsIn(region, here));
}

/** A year that a plan covers and gives no figure for, between those that it does: 2030年 of one for 2021 to 2035. It is here, but tells nothing of it. */
export function isYearCovered(
  library: PolicyLibrary,
  best: ScoredCandidate,
  terms: readonly Term[],
  question: string,
): boolean {
  const years = terms.filter(({ role }) => role === "year").map(({ text }) => Number(text.slice(0, 4)));
  const span = SPAN.exec(comparable(library.document(best.provision.documentId)?.title ?? ""));
  const isWithin = years.every((year) => span && year >= Number(span[1]) && year <= Number(span[2]));
  return years.length > 0 && isWithin && !isOfOtherRegion(library, best, terms, question);
}

const SPAN = /((?:19|20)\d{2})年?[-—~至到]+((?:19|20)\d{2})年/u;

/** The text is of the year asked for, though the place does not repeat it. */
function isOfYears({ date, title }: DocumentHead, terms: readonly Term[]): boolean {
  const years = terms.filter(({ role }) => role === "year").map(({ text }) => text.slice(0, 4));
  return years.every((year) => title.includes(year) || date?.startsWith(year));
}

/** 评上海南专利奖, 要上海易兑: the cut found 上海 where 海南 and 海易兑 stand, which are words of the text. 关一天门 is not of 天门. */
function isCutAcross(question: string, region: string, text: string): boolean {
  if (/[省市区县]$/u.test(region)) return false;
  const at = question.indexOf(region);
  if (MEASURE.test(region) && NUMERAL.test(question.slice(0, at))) return true;
  const rest = question.slice(at + region.length);
  const last = region.slice(-1);
  const overlapping = `${last}${rest.slice(0, 1)}`;
  return (
    at >= 0 &&
    rest !== "" &&
    ((isRegion(overlapping) && text.includes(overlapping)) || text.includes(`${last}${rest.slice(0, 2)}`))
  );
}

const NUMERAL = /[一两三四五六七八九十几半每]$/u;
/** Begins like the measure word of a numeral before it. */
const MEASURE = /^[天台户里口]/u;

/** A rule of the place itself, or one for the whole province that it lies in. */
function holdsIn(region: string, here: string): boolean {
  if (names(region, here)) return true;
  const province = provinceOf(region);
  return (
    province !== null &&
    here.includes(province) &&
    ![...REGIONS].some((place) => provinceOf(place) === province && here.includes(place))
  );
}
