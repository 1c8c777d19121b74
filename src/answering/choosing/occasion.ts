import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { coverTerms, weightedCover } from "../words/match.js";
import type { Term } from "../words/terms.js";
import { putFirst } from "./put-first.js";

/** 什么情况必须搞风险评估, 啥样的决策得找专家论证: when something must or may be done. */
const ASKS_WHEN =
  /(?:什么|啥|何种?|哪种|哪些|哪类)(?:样的?)?(?:情况下?|情形下?|时候|前提下?|决策|事项?|项目|单位|企业|样的?)[^,。]{0,3}?(?:必须|应当|应该|需要|需|得|非得|要|才)/u;
/** The occasion, and after it what it calls for: 对…的决策事项，应当组织专家论证; …造成不利影响的，应该进行风险评估. */
const OCCASION = /(?:对[^,。;:]{2,40}的[^,。;:]{0,10}|[^,。;:]{6,60}的),(?<calls>[^。;]{0,60})/gu;
const DUTY = /应当|应该|必须|须|可以/u;
/** Cover from which what an occasion calls for is what is asked about. */
const MEANT = 0.7;
/** How far behind the best such a place may be. */
const BEHIND = 2;

/** Puts the place that tells when something is to be done before places that tell how, for a question that asks when. */
export function occasionFirst(
  scored: readonly ScoredCandidate[],
  { text, terms }: { readonly text: string; readonly terms: readonly Term[] },
): readonly ScoredCandidate[] {
  const [best] = scored;
  const asking = ASKS_WHEN.exec(text);
  if (!best || !asking) return scored;
  const end = asking.index + asking[0].length;
  const act = terms.filter((term) => term.role === "topic" && text.indexOf(term.text) >= end);
  const tells = (candidate: ScoredCandidate): boolean => callsFor(comparable(candidate.text), act);
  if (act.length === 0 || tells(best)) return scored;
  return putFirst(scored, BEHIND, (one) => one.shape === "own" && tells(one));
}

function callsFor(text: string, act: readonly Term[]): boolean {
  return [...text.matchAll(OCCASION)].some(({ groups }) => {
    const called = groups?.calls ?? "";
    return DUTY.test(called) && weightedCover(act, coverTerms(act, [{ text: called, factor: 1 }])) >= MEANT;
  });
}
