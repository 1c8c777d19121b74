import { type PlaceStep, type PlaceUnit, shifted, unitOf } from "./place.js";
import { execAt } from "./place-step.js";

/** A place told by another one: 1 for 下一条, -2 for 上上条, 0 for 本条; of the same kind as that one where no unit is said. */
export interface Neighbour {
  readonly by: number;
  readonly unit: PlaceUnit | null;
}

const UNIT = "条|款|项|目|段|点|部分|章|节(?!假|日|能|约|省|点|课)|行(?![动政业为])";
/** 下一个 of whatever it is, but no time: 下一个季度. */
const THING = "个(?!季度|月|工作日|星期|年)";
const SIDE = "(?<!以)(?:上(上)?|前|(下(下)?|后))(?:面|边|头|来)?";
const ONE = "(?:的|是|为)*[那这哪]?[一1]?";
/** 第十条的上一条, 第八条往后一条, 第九条前面那条 */
const BESIDE = new RegExp(`\\s*的?(?:再|往|接着|紧?接着?|之|随)*${SIDE}${ONE}(${UNIT}|${THING})(?![例件])`, "uy");
/** 紧跟第十三条的那条, 第十三条紧接着那条 */
const FOLLOWS = /(?:紧?[跟接]着?在?|挨着)$/u;
const FOLLOWING = /紧[接跟]着?的?(?:那|下)?[一1]?条/uy;
const WHICH_FOLLOWS = /(?:之?后|后[面边]|下面)?(?:的|是)*[那哪][一1]?条/uy;
/** 再下一条呢, 前一项; an article may be meant in a longer question, other units only where little else is said. */
const ARTICLE = new RegExp(`${SIDE}[的]?[那这]?[一1]?条(?![例件款])`, "u");
const ALONE = new RegExp(
  `^(?:那么?|再|然后|接着|继续|往|请|看|说|念|讲)*${SIDE}${ONE}(${UNIT}|${THING}[一-鿿]{0,4}?)(?:呢|的?(?:内容)?(?:是|讲|说|写|规定)|$)`,
  "u",
);
const ONWARDS = /^(?:那么?|再|接着|继续|然后)*(?:往)?(?:下|后)(?:面)?(?:念|看|说|讲|读)?(?:呢|吧)?[?。!]?$/u;
const THIS = /[本这该]一?条(?![例件款])/u;

/** The place beside the one that ends there, and where that ends. */
export function readBeside(
  text: string,
  start: number,
  end: number,
  place: readonly PlaceStep[],
): { readonly steps: readonly PlaceStep[]; readonly end: number } | null {
  const match = execAt(BESIDE, text, end);
  const next = match ?? execAt(FOLLOWS.test(text.slice(0, start)) ? WHICH_FOLLOWS : FOLLOWING, text, end);
  if (!next) return null;
  const steps = match ? shifted(place, distance(match), unitIn(match[4])) : shifted(place, 1, "article");
  return steps && { steps, end: end + next[0].length };
}

/** The place that a question tells by one of an earlier turn; null where it tells none. */
export function parseNeighbour(question: string): Neighbour | null {
  const alone = ALONE.exec(question);
  if (alone) return { by: distance(alone), unit: unitIn(alone[4]) };
  const article = ARTICLE.exec(question);
  if (article) return { by: distance(article), unit: "article" };
  if (ONWARDS.test(question)) return { by: 1, unit: null };
  return THIS.test(question) ? { by: 0, unit: "article" } : null;
}

function unitIn(word = ""): PlaceUnit | null {
  return word.startsWith("个") ? null : unitOf(word);
}

/** 上上, 下 and 下下 are what the first three groups hold. */
function distance([, before, after, twice]: RegExpExecArray): number {
  return (after ? 1 : -1) * (before || twice ? 2 : 1);
}
