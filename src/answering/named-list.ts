import type { PolicyLibrary } from "../corpus/library.js";
import { parseNumeral } from "../corpus/numerals.js";
import type { Provision } from "../corpus/provision.js";
import { type Candidate, isList, itemsOf, parentOf } from "./candidates.js";
import { comparable } from "./comparable.js";

const NUMBER = "(?:[0-9]+|[一二两三四五六七八九十]+)";
const MEASURE = "(?:个|项|条|大|类|种|样|点|方面)";

/** Right before the name of what is listed: 哪些, 哪四条, 五项. */
const ASKED_BEFORE = new RegExp(`(?:哪(?:些|几|${NUMBER})|几)${MEASURE}{0,2}$`, "u");
/** The same with nothing more to come but the end: 有哪四条原则. */
const DONE = /^(?:是|呢|啊|吗|么|来着)?[?？]?$/u;
/** Right after it: 有哪几项, 分别是什么, 都包括啥. */
const ASKED_AFTER =
  /^(?:里|中|部分)?(?:一共|总共|都|分别|各|主要|具体|到底|究竟)*(?:有|是|叫|为|包括|包含|含|分|[列讲说写]了?|规定了?|涉及)(?:一共|总共)?(?:哪|几|些?什么|啥|多少)/u;
const STATED = new RegExp(`(?:^|[^第哪])(${NUMBER})${MEASURE}`, "u");

/** What qualifies a heading without changing what it names: 工作原则 are 原则. */
const QUALIFIERS = "(?:工作|基本|主要|总体|重点|重大|具体)";
const QUALIFIER = new RegExp(`^${QUALIFIERS}`, "u");
const QUALIFIED = new RegExp(`${QUALIFIERS}$`, "u");
/** Names too common to mean one list. */
const COMMON =
  /^(?:内容|事项|工作|任务|要求|措施|情形|情况|条件|方式|材料|程序|规定|办法|决策|单位|部门|责任|职责|机制|制度)$/u;
const SHORTEST_NAME = 2;

/**
 * Whether a question asks for this very place by what heads it (有哪几条原则, 工作目标是什么) or for this list by what all its items are called
 * (五项提升行动分别是什么). A number that the question states must be that of the items.
 */
export function isAskedByName(library: PolicyLibrary, { provision, shape }: Candidate, question: string): boolean {
  const isAll = shape === "whole" || provision.children.length === 0;
  if (!isAll || provision.level === "table" || !isAsking(question)) return false;
  const items = itemsOf(library, provision);
  const stated = STATED.exec(question)?.[1];
  if (stated !== undefined && parseNumeral(stated) !== items.length) return false;
  return (
    isAskedByHeading(provision, question) ||
    areAskedFor(
      items.map((item) => comparable(item.heading ?? "")),
      question,
    )
  );
}

function isAskedByHeading({ heading }: Provision, question: string): boolean {
  const whole = comparable(heading ?? "");
  return [whole, whole.replace(QUALIFIER, "")].some(
    (name) => name.length >= SHORTEST_NAME && !COMMON.test(name) && isAskedFor(name, question),
  );
}

/** Places above the candidates that are asked for by their headings and are no lists: their paragraphs answer together. */
export function sectionsAsked(
  library: PolicyLibrary,
  candidates: readonly Candidate[],
  question: string,
): readonly Candidate[] {
  if (!isAsking(question)) return [];
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const section = parentOf(library, candidate.provision);
    if (!section || found.has(section.id) || section.level === "article" || isList(library, section)) continue;
    if (isAskedByHeading(section, question))
      found.set(section.id, { ...candidate, provision: section, shape: "whole", text: section.text });
  }
  return [...found.values()];
}

const isAsking = (question: string): boolean => /哪|几|分别|什么|啥|多少/u.test(question);

/** Whether items are asked for by what all their headings end with, and none of them by a word of its own. */
function areAskedFor(headings: readonly string[], question: string): boolean {
  const shared = commonEnd(headings);
  const own = headings.map((heading) => pairsOf(heading.slice(0, heading.length - shared.length)));
  const isOfOne = own.some((pairs, at) =>
    pairs.some((pair) => question.includes(pair) && own.every((other, i) => i === at || !other.includes(pair))),
  );
  if (isOfOne) return false;
  for (let start = 0; start + SHORTEST_NAME <= shared.length; start++) {
    const name = shared.slice(start);
    if (question.includes(name)) return !COMMON.test(name) && isAskedFor(name, question);
  }
  return false;
}

/** Two characters each, overlapping. */
const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

function commonEnd([first = "", ...others]: readonly string[]): string {
  let end = first;
  while (end !== "" && !others.every((other) => other.endsWith(end))) end = end.slice(1);
  return end;
}

function isAskedFor(name: string, question: string): boolean {
  for (let at = question.indexOf(name); at >= 0; at = question.indexOf(name, at + 1)) {
    const [before, after] = [question.slice(0, at).replace(QUALIFIED, ""), question.slice(at + name.length)];
    if (ASKED_AFTER.test(after) || (ASKED_BEFORE.test(before) && DONE.test(after))) return true;
  }
  return false;
}
