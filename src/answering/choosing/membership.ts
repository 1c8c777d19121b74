import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { isList, itemsOf, leadInOf, parentOf } from "../places/place-tree.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { coverBy } from "../words/match.js";
import type { Term } from "../words/terms.js";

/** 算重大决策吗, 属不属于审查内容, 对应决策事项里的哪一类: whether, or as what, something belongs to a class. */
const ASKS_MEMBERSHIP =
  /(?:算不算|属不属于|够不够得?上|够得上|属于|对应|归入|落在|(?<![打计预总结核清合测运])算[作是]?)(?:的是)?(?<called>[^,;。?吗么不呢了哪]{2,10}?)(?:的?(?:范围|里头|里面|内))?(?:[里中内]?的?(?:哪|什么|啥)一?[类种项])?(?:吗|么|不|呢|没有?)?\??$/u;
/** 重大决策总共分几类, 决策事项有哪几种: of what a class consists. */
const ASKS_CLASSES =
  /(?<called>[^,;。?]{2,10}?)(?:一共|总共|拢共|都|具体|主要|可以)*(?:分(?:为|成|了)?|包括|包含|有)(?:几|哪(?:几|些|[两二三四五六七八九十]))个?大?[类种]/u;
/** 五类重大事项我只记得两类,剩下三类是啥: the rest is told by all of them. */
const ASKS_REST =
  /[两二三四五六七八九十]大?[类种](?<called>[^,;。?我你他还只就]{2,8})[^;。?]*(?:剩下|剩|其余|其[它他]|另外|还有)的?[几两二三四五六七八九]大?[类种](?:都|分别)?(?:是|有|叫)?(?:什么|啥|哪)/u;
/** 什么样的事才算重大决策: of nothing by name. */
const ASKS_WHICH =
  /(?:(?:什么|啥|怎么?|哪)样的?|哪(?:些|种|一?类)|(?<![为凭])(?:什么|啥)(?=事|项|情|决|东))(?:事情?|事项|项目|情况|情形|决策|东西)?(?:才|都|就|会|能|可以)*(?:算|属于|归入|够得?上)/u;
const DEFINES = /包括|所称|是指/u;
/** Cover from which a lead-in speaks of the class. */
const NAMES_CLASS = 0.8;
/** Cover from which an item speaks of what is asked about. */
const SPEAKS = 0.15;

interface Asked {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * Puts the items of the list that defines a class first for a question whether something belongs to it or of what it
 * consists, those that speak of it before the list itself, and both before places that only use the name of the class.
 */
export function membersFirst(
  library: PolicyLibrary,
  scored: readonly ScoredCandidate[],
  asked: Asked,
): readonly ScoredCandidate[] {
  const naming = termsNamingClass(asked);
  const [best] = scored;
  // A definition in running words is as good as a list, and a list of the class needs no word that defines it: 政府采购采用以下方式.
  if (!best || naming.length === 0 || definesIn(best.text, naming) || isIntroducedBy(library, best, naming))
    return scored;
  const defining = scored.filter(({ provision }) => listOf(library, provision, naming) !== null);
  const others = asked.terms.filter((term) => term.role === "topic" && !naming.includes(term));
  const speaks = ({ text }: ScoredCandidate): boolean => coverBy(others, comparable(text)) >= SPEAKS;
  // The classes themselves are told by the list alone.
  const members = [ASKS_CLASSES, ASKS_REST, ASKS_WHICH].some((ofAll) => ofAll.test(asked.text))
    ? []
    : defining.filter((candidate) => candidate.shape === "own" && speaks(candidate));
  const first = [...members, ...defining.filter(({ shape }) => shape === "whole")];
  return [...first, ...scored.filter((candidate) => !first.includes(candidate))];
}

/** Whether a place is, or is an item of, the list that defines the class which a question asks about. */
export function tellsMembers(library: PolicyLibrary, { provision }: ScoredCandidate, asked: Asked): boolean {
  return listOf(library, provision, termsNamingClass(asked)) !== null;
}

function termsNamingClass({ text, terms }: Asked): readonly Term[] {
  // 投资多少亿才算重大 asks for a bound.
  const asking =
    ASKS_REST.exec(text) ?? ASKS_CLASSES.exec(text) ?? (/几|多少/u.test(text) ? null : ASKS_MEMBERSHIP.exec(text));
  const called = asking?.groups?.called ?? "";
  return terms.filter((term) => term.role === "topic" && called.includes(term.text));
}

/** The list that a place is or is an item of, where its lead-in defines the class of that name. */
function listOf(library: PolicyLibrary, provision: Provision, naming: readonly Term[]): Provision | null {
  if (naming.length === 0) return null;
  const places = [provision, parentOf(library, provision)];
  return (
    places.find((place) => place !== undefined && isList(library, place) && defines(library, place, naming)) ?? null
  );
}

function defines(library: PolicyLibrary, list: Provision, naming: readonly Term[]): boolean {
  const [item] = itemsOf(library, list);
  return item !== undefined && definesIn(leadInOf(library, item), naming);
}

/** Whether a place is a list whose lead-in speaks of the class. */
function isIntroducedBy(
  library: PolicyLibrary,
  { provision, shape }: ScoredCandidate,
  naming: readonly Term[],
): boolean {
  const [item] = shape === "whole" ? itemsOf(library, provision) : [];
  return item !== undefined && speaksOf(leadInOf(library, item), naming);
}

function speaksOf(text: string, naming: readonly Term[]): boolean {
  return coverBy(naming, comparable(text)) >= NAMES_CLASS;
}

function definesIn(text: string, naming: readonly Term[]): boolean {
  return DEFINES.test(comparable(text)) && speaksOf(text, naming);
}
