import { parseNumeral } from "../../corpus/numerals.js";
import { type DocumentMention, NUMERAL, parseMention } from "./document-mention.js";
import { type Neighbour, parseNeighbour, readBeside } from "./neighbour.js";
import { type PlaceStep, type PlaceUnit, under, unitOf } from "./place.js";
import { spellPlaces } from "./place-shorthand.js";
import { execAt, type ReadStep, readFromEnd, readListedNumber, readStepBelow, type StepForm } from "./place-step.js";

export interface ParsedReferences {
  readonly mention: DocumentMention;
  /** Places in the order they were written; a range is spelled out. */
  readonly places: readonly (readonly PlaceStep[])[];
  /** 上一条, 本条, 下一项: told by a place named earlier in the conversation; null when not said. */
  readonly relative: Neighbour | null;
  /** The question without the references, for searching. */
  readonly rest: string;
}

const RANGE_MARK = /\s*(?:起|开始|一直)?[看读念讲]?(?:到|至|—|－|-|~|～)\s*/uy;
const LIST_MARK = /\s*(?:、|和|与|跟|及|以及|,|，|;|还有|外加|连同)\s*/uy;
/** 三条意见 / 几条 / 有三项 count things; they name no place. */
const COUNTS = /[共有哪几多这那每各前后]\s*$/u;
/** A bare 8条 or 三项 is a place only behind a document or nothing, and before what is asked of it: 撤一项 and 5项行动 count. */
const BEHIND_DOCUMENT =
  /(?:^|[规定方案条例细则办法法意见通知文件目录表章条款项部分》的看查,，;；和与跟及、到至~\-\s])$/u;
const ASKED_OF_PLACE =
  /^(?:$|[\s,，。?？!！、;；和与跟及到至~\-(（]|[两二三四五六七八九十0-9][款项]|是|说|讲|写|怎|什么|啥|的|有|规定|内容|原文|全文|具体|指|要求|呢|管|如何|咋|(?:都|大概|大致|主要|究竟|到底|各|分别)(?:是|说|讲|写|有|规定|管))/u;
/** Characters that a place may begin with. */
const BEGINS = new Set("第(（0123456789一二三四五六七八九十百千零〇两附题前序导引落最末倒打开首头后");
/** 第八条前两项, 规定最后三条 */
const SEVERAL = new RegExp(
  `[的里中]?(?:(前|开头|打头|头)|最后|倒数|末|后)(${NUMERAL})个?(条|款|项|目|段|点|部分|行(?![动政业为]))(?![例件])`,
  "uy",
);

/** 朝政发〔2022〕8号 二 */
const BARE_PART = /^([一二三四五六七八九十]{1,3})[、.]?$/u;

/** Finds every reference in a normalised question. Never throws. */
export function parseReferences(written: string): ParsedReferences {
  const question = spellPlaces(written);
  const spans: [number, number][] = [];
  const mention = parseMention(question, spans);
  const places: (readonly PlaceStep[])[] = [];
  let at = 0;
  while (at < question.length) {
    const isIdle = !BEGINS.has(question[at] ?? "") || spans.some(([start, end]) => at >= start && at < end);
    const known = places.length;
    const after = isIdle ? null : readPlaces(question, at, places);
    const before = places.length > known ? places[known - 1] : undefined;
    if (before) places.splice(known - 1, places.length, ...completed(before, places.slice(known)));
    if (after !== null) spans.push([at, after]);
    at = after ?? at + 1;
  }
  const rest = cutOut(question, spans);
  const bare = BARE_PART.exec(rest);
  const n = places.length === 0 && bare?.[1] ? parseNumeral(bare[1]) : null;
  if (n !== null && (mention.number !== null || mention.shortNumber !== null)) places.push([{ unit: "any", n }]);
  return { mention, places, relative: places.length > 0 ? null : parseNeighbour(question), rest };
}

/** 第八条有四项，第五项呢: a lower place that stands alone is one of the article before it, which is then not asked for itself. */
function completed(before: readonly PlaceStep[], added: readonly (readonly PlaceStep[])[]) {
  const isBelow = before[0]?.unit === "article" && added.every(([first]) => LOWER.includes(first?.unit ?? "any"));
  if (!isBelow) return [before, ...added];
  const whole = added.map((steps) => under(before, steps));
  return whole.every((steps) => before.every((step, i) => step === steps[i])) ? whole : [before, ...whole];
}

const LOWER: readonly PlaceUnit[] = ["paragraph", "point", "indent"];

interface FoundPlace {
  readonly steps: readonly PlaceStep[];
  /** How each step is written. */
  readonly forms: readonly StepForm[];
  readonly end: number;
  /** Written with 第 or parentheses, so surely a place. */
  readonly marked: boolean;
}

/** Adds the places that begin there, and returns where the last of them ends; null where none begins. */
function readPlaces(question: string, at: number, places: (readonly PlaceStep[])[]): number | null {
  const found = readPlace(question, at) ?? readLast(question, at);
  if (found && (found.marked || !isCount(question, at, found))) return readFollowers(question, found, places);
  const several = readSeveral(question, at, []);
  if (!several || !isWhole(several.last) || !BEHIND_DOCUMENT.test(question.slice(0, at))) return null;
  if (!ASKED_OF_PLACE.test(question.slice(several.end))) return null;
  places.push(...several.places);
  return several.end;
}

/** Several steps in a row (8条2项) are no count; one that is only one of something always is. */
function isCount(question: string, at: number, { steps, end }: FoundPlace): boolean {
  const before = question.slice(0, at);
  if (COUNTS.test(before)) return true;
  if (steps.length > 1) return false;
  const [first] = steps;
  const isOne = first?.n === 1 && first.unit !== "row";
  return (isOne && at > 0) || !BEHIND_DOCUMENT.test(before) || !ASKED_OF_PLACE.test(question.slice(end));
}

function readPlace(text: string, start: number, before: readonly ReadStep[] = []): FoundPlace | null {
  const read = [...before];
  let at = before.at(-1)?.end ?? start;
  for (;;) {
    const step = readStepBelow(text, at, read);
    // 第五条第七条 are two places, and 一条一条 is none.
    if (!step || (step.form !== "any" && read.some(({ form }) => form === step.form))) break;
    read.push(step);
    at = step.end;
  }
  // 前言 alone is asked about by other ways.
  const isAlone = read.length === 1 && /^(?:adoption|foreword|preface|conclusions)$/u.test(read[0]?.form ?? "");
  if (read.length === 0 || (isAlone && !execAt(SEVERAL, text, at))) return null;
  const steps = read.map(({ step }) => step);
  const forms = read.map(({ form }) => form);
  const marked = read.some((step) => step.marked);
  let place: { readonly steps: readonly PlaceStep[]; readonly end: number } = { steps, end: at };
  for (let next = readBeside(text, start, at, steps); next; next = readBeside(text, start, place.end, place.steps)) {
    place = next;
  }
  return { ...place, forms, marked };
}

/** 最后一项 is a place only within another; 最后一条写的啥 and 最后一部分 are of the whole text, 最后一条路谁来批 is not. */
function readLast(text: string, at: number): FoundPlace | null {
  const last = readFromEnd(text, at);
  if (!last || !isWhole(last.step)) return null;
  const place = readPlace(text, at, [last]);
  return place && ASKED_OF_PLACE.test(text.slice(place.end).replace(/^都/u, "")) ? place : null;
}

/** Whether a step is one of the whole text. */
function isWhole({ unit }: PlaceStep): boolean {
  return unit === "article" || unit === "part" || unit === "chapter" || unit === "row";
}

/** Reads what follows a place: 到第七条 spells a range out, 、第六条 starts the next place with the same parents. */
function readFollowers(text: string, first: FoundPlace, places: (readonly PlaceStep[])[]): number {
  const several = readSeveral(text, first.end, first.steps);
  if (several) {
    places.push(...several.places);
    return several.end;
  }
  places.push(first.steps);
  for (let last = first; ; ) {
    const range = execAt(RANGE_MARK, text, last.end);
    const mark = range ?? execAt(LIST_MARK, text, last.end);
    const next = mark && readNext(text, last.end + mark[0].length, last);
    if (!next) return last.end;
    const completed = inherit(last, next);
    places.push(...(range ? spell(last.steps, completed.steps) : [completed.steps]));
    last = completed;
  }
}

/** 第八条及其下一条 */
const ITS = /(?:它|其|他)?的?/uy;

/** The place that a list goes on with; within a place 最后一项 is one, and after 三（一）1 so is 3. */
function readNext(text: string, at: number, last: FoundPlace): FoundPlace | null {
  const beside = readBeside(text, at, at + (execAt(ITS, text, at)?.[0].length ?? 0), last.steps);
  if (beside) return { ...beside, forms: last.forms, marked: true };
  const number = last.forms.at(-1) === "number" ? readListedNumber(text, at) : null;
  const step = number ?? (last.steps.length > 1 ? readFromEnd(text, at) : null);
  return readPlace(text, at, step ? [step] : []);
}

/** 第八条前两项: each of the first or the last of a place. */
function readSeveral(
  text: string,
  at: number,
  within: readonly PlaceStep[],
): { readonly places: readonly (readonly PlaceStep[])[]; readonly last: PlaceStep; readonly end: number } | null {
  const match = execAt(SEVERAL, text, at);
  const count = parseNumeral(match?.[2] ?? "");
  if (!match || count === null || count < 2 || count > MOST) return null;
  const unit = unitOf(match[3] ?? "");
  const places = Array.from({ length: count }, (_, i) => [...within, { unit, n: match[1] ? i + 1 : i - count }]);
  return { places, last: { unit, n: count }, end: at + match[0].length };
}

/** 第八条第一项和第二项: the second place stands under the same article. */
function inherit({ steps, forms }: FoundPlace, next: FoundPlace): FoundPlace {
  const shared = forms.indexOf(next.forms[0] ?? "any");
  if (shared <= 0) return next;
  return {
    ...next,
    steps: [...steps.slice(0, shared), ...next.steps],
    forms: [...forms.slice(0, shared), ...next.forms],
  };
}

/** More places than these are not spelled out. */
const MOST = 50;

/** Both ends belong; a longer range is cut. */
function spell(from: readonly PlaceStep[], to: readonly PlaceStep[]): (readonly PlaceStep[])[] {
  const first = from.at(-1);
  const last = to.at(-1);
  const within = JSON.stringify(from.slice(0, -1)) === JSON.stringify(to.slice(0, -1));
  if (!first || !last || !within || first.unit !== last.unit || last.n <= first.n) return [to];
  const count = Math.min(last.n - first.n, MOST);
  return Array.from({ length: count }, (_, i) => [...from.slice(0, -1), { unit: last.unit, n: first.n + i + 1 }]);
}

function cutOut(text: string, spans: readonly [number, number][]): string {
  const kept = Array.from({ length: text.length }, (_, i) =>
    spans.some(([start, end]) => i >= start && i < end) ? " " : text.charAt(i),
  );
  return kept.join("").replace(/\s+/gu, " ").trim();
}
