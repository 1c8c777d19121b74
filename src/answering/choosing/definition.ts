import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { putFirst } from "./put-first.js";

/** 本条例所称烟草专卖品是指…, 本办法所称建筑垃圾,包括…. */
const DEFINITION =
  /(?:本\p{Script=Han}{2,4}|这里)?所称的?"?(?<name>[^,。;:、"]{2,16}?)"?,?(?:是指|系指|指的是|是|指|包括)/gu;
/** What follows a name that is to be explained: 都有哪些东西, 到底指啥, 是什么意思. */
const TO_BE_EXPLAINED =
  /^"?(?:这个?词|这些|这)?(?:到底|究竟|具体|主要|说的|讲的|都|包含的|里|的)*(?:(?:是指|指的是|指|是|算|叫|有|包括|包含)(?:的是)?(?:什么|啥|哪些|哪几[种类个项]|何)(?:东西|意思|内容|玩意儿?|方面)?(?:[,;?。呢]|$)|(?:的?(?:定义|含义|意思|范围)))/u;
/** How far behind the best a definition may be: places that use a name share more words with the question than the one that defines it. */
const BEHIND = 8;

/** Puts the place that defines a name before places that only use it, for a question what the name means or covers. */
export function definitionFirst(scored: readonly ScoredCandidate[], question: string): readonly ScoredCandidate[] {
  const [best] = scored;
  const defines = ({ text }: ScoredCandidate): boolean =>
    [...comparable(text).matchAll(DEFINITION)].some(({ groups }) => isToBeExplained(question, groups?.name ?? ""));
  return !best || defines(best) ? scored : putFirst(scored, BEHIND, (one) => one.shape === "own" && defines(one));
}

function isToBeExplained(question: string, name: string): boolean {
  const at = question.indexOf(name);
  return at >= 0 && TO_BE_EXPLAINED.test(question.slice(at + name.length));
}
