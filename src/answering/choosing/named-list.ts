import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { childrenOf, isList, isRunning, itemsOf, parentOf } from "../places/place-tree.js";
import { asksForNames, besideClasses, besideName, statesNumber } from "../question/name-question.js";
import type { Candidate } from "../ranking/candidates.js";
import { type Asked as AskedAll, layersOf } from "../ranking/features.js";
import { comparable } from "../words/comparable.js";
import { coverTerms, weightedCover } from "../words/match.js";
import type { Term } from "../words/terms.js";

type Asked = Pick<AskedAll, "text" | "terms">;

/** What qualifies a heading without changing what it names: 工作原则 are 原则. */
const QUALIFIER = /^(?:工作|基本|主要|总体|重点|重大|具体)/u;
/** What a heading puts before the name of what it announces: 拓展数字经济优势，实施智慧科普工程. */
const ANNOUNCES = /^(?:.*,)?(?:实施|开展|推进)?/u;
/** Names too common to mean one list. */
const COMMON =
  /^(?:内容|事项|工作|任务|要求|措施|情形|情况|条件|方式|材料|程序|规定|办法|决策|单位|部门|责任|职责|机制|制度)$/u;
const SHORTEST_NAME = 2;
/** What a heading that names people has. */
const PEOPLE = /人|民|年|员|者|工|生|干部|儿童|妇女|群体|人群/u;
/** 这, 这项: no words of a subject. */
const POINTS = /^[这那]/u;
/** A place that is asked for by its name must stand where the other words of the question lead, or it is another of that name. */
const LEADS_THERE = 0.65;

/**
 * Whether a question asks for this very place by what heads it (有哪几条原则, 青少年那块列了几条) or for this list by what all its items are called
 * (五项提升行动分别是什么). A number that the question states must be that of the items.
 */
export function isAskedByName(library: PolicyLibrary, candidate: Candidate, asked: Asked): boolean {
  const { provision, shape } = candidate;
  const isAll = shape === "whole" || provision.children.length === 0;
  if (!isAll || provision.level === "table" || isBare(provision) || !asksForNames(asked.text)) return false;
  const beside = besideItsName(library, provision, asked);
  return beside !== null && leadsTo(library, candidate, beside, asked.terms);
}

/** A chapter of a law holds its heading alone, which tells nothing. */
const isBare = ({ text, heading }: Provision): boolean => heading !== null && comparable(text) === comparable(heading);

/** The words of the question beside the name of a place or of its items; null where neither is asked for. */
function besideItsName(library: PolicyLibrary, provision: Provision, asked: Asked): string | null {
  const items = itemsOf(library, provision);
  const beside = besideHeading(library, provision, asked) ?? besideItems(items, asked.text);
  const count = items.length > 0 ? items.length : childrenOf(library, provision).length;
  return beside !== null && statesNumber(asked.text, count) ? beside : null;
}

/** Words beside the name may be of the title, the headings above or the place itself. */
function leadsTo(library: PolicyLibrary, candidate: Candidate, beside: string, terms: readonly Term[]): boolean {
  const others = terms.filter(
    ({ text, role }) => role !== "asked" && role !== "quantity" && !POINTS.test(text) && beside.includes(text),
  );
  return others.length === 0 || weightedCover(others, coverTerms(others, layersOf(library, candidate))) >= LEADS_THERE;
}

function besideHeading(library: PolicyLibrary, provision: Provision, { text, terms }: Asked): string | null {
  const whole = comparable(provision.heading ?? "");
  if (whole === "") return null;
  const announced = whole.replace(ANNOUNCES, "");
  for (const name of [whole, whole.replace(QUALIFIER, ""), announced]) {
    if (name.length < SHORTEST_NAME || COMMON.test(name)) continue;
    const beside = besideName(text, name, "name") ?? besideName(text, name, "part");
    if (beside !== null) return beside;
  }
  // A part of a heading is a name where what is asked for are parts: 青少年那块, and in other words 娃娃那块.
  const own = ownName(library, provision, announced);
  const spoken = terms.filter(({ alternatives }) => alternatives.includes(own)).map((term) => term.text);
  for (const name of own.length < SHORTEST_NAME ? [] : [own, ...spoken]) {
    const beside = besideName(text, name, "part");
    if (beside !== null) return beside;
  }
  return null;
}

/** What tells a heading from those beside it: 青少年 of 青少年科学素质提升行动. */
function ownName(library: PolicyLibrary, provision: Provision, announced: string): string {
  const parent = parentOf(library, provision);
  const shared = parent ? commonEnd(itemsOf(library, parent).map(({ heading }) => comparable(heading ?? ""))) : "";
  return announced.slice(0, announced.length - shared.length);
}

/** Places above the candidates that are asked for by their headings and are no lists: their paragraphs answer together. */
export function sectionsAsked(
  library: PolicyLibrary,
  candidates: readonly Candidate[],
  asked: Asked,
): readonly Candidate[] {
  if (!asksForNames(asked.text)) return [];
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const section = parentOf(library, candidate.provision);
    if (!section || found.has(section.id) || section.level === "article" || isBare(section)) continue;
    if (isList(library, section)) continue;
    const whole = { ...candidate, provision: section, shape: "whole", text: section.text } as const;
    if (besideHeading(library, section, asked) !== null) found.set(section.id, whole);
  }
  return [...found.values()];
}

/** Whether items are asked for by what all their headings end with, and none of them by a word of its own. */
function besideItems(items: readonly Provision[], question: string): string | null {
  const headings = items.map(({ heading }) => comparable(heading ?? ""));
  const shared = commonEnd(headings);
  if (shared === "" || items.some(isRunning)) return null;
  const own = headings.map((heading) => heading.slice(0, heading.length - shared.length));
  if (isOfOne(own.map(pairsOf), question)) return null;
  const namePeople = own.every((name) => PEOPLE.test(name));
  for (let start = 0; start + SHORTEST_NAME <= shared.length; start++) {
    const name = shared.slice(start);
    if (!question.includes(name)) continue;
    if (COMMON.test(name)) return null;
    return besideName(question, name, "name") ?? (namePeople ? besideName(question, name, "whom") : null);
  }
  return namePeople ? besideClasses(question) : null;
}

/** Whether a question has a word that only one of several has. */
const isOfOne = (own: readonly (readonly string[])[], question: string): boolean =>
  own.some((pairs, at) =>
    pairs.some((pair) => question.includes(pair) && own.every((other, i) => i === at || !other.includes(pair))),
  );

/** Two characters each, overlapping. */
const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

function commonEnd([first = "", ...others]: readonly string[]): string {
  let end = first;
  while (end !== "" && !others.every((other) => other.endsWith(end))) end = end.slice(1);
  return end;
}
