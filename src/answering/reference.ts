import { parseNumeral } from "../corpus/numerals.js";
import { type DocumentMention, NUMERAL, parseMention } from "./document-mention.js";

/** A unit of a place as people name it. `any` is a bare number in parentheses or after a point: 三（四）2. */
export type PlaceUnit =
  | "chapter"
  | "division"
  | "article"
  | "paragraph"
  | "point"
  | "indent"
  | "part"
  | "row"
  | "annex"
  | "any";

export interface PlaceStep {
  readonly unit: PlaceUnit;
  /** From 1; negative counts from the end, -1 for 最后一项. */
  readonly n: number;
  /** 第五条之一 → 1. */
  readonly sub?: number;
}

export interface ParsedReferences {
  readonly mention: DocumentMention;
  /** Places in the order they were written; a range is spelled out. */
  readonly places: readonly (readonly PlaceStep[])[];
  /** -1 上一条, 0 本条, 1 下一条: relative to a place named earlier in the conversation; null when not said. */
  readonly relative: number | null;
  /** The question without the references, for searching. */
  readonly rest: string;
}

const UNITS: Readonly<Record<string, PlaceUnit>> = {
  章: "chapter",
  节: "division",
  条: "article",
  款: "paragraph",
  段: "paragraph",
  项: "point",
  目: "indent",
  点: "any",
  部分: "part",
  大点: "part",
  行: "row",
  处: "any",
  附件: "annex",
};
const UNIT = "部分|大点|章|节(?!假|日|能|约|省|点|课)|条|款|段|项|目|点|行(?![动政业为])|处(?![分罚理置])";

/** One step: 第八条, 8条, （二）项, (2), 第3目; the marks make a bare number a step too. */
const STEP = new RegExp(
  `第\\s*[(（]?(${NUMERAL})[)）]?\\s*个?(${UNIT})(?:之(${NUMERAL}))?|` + // 第八条 第（一）项 第五条之一
    `[(（](${NUMERAL})[)）](项|款|目)?|` + // （四） （二）项
    `(${NUMERAL})\\s*(条|款|项|目|行(?![动政业为]))(?:之(${NUMERAL}))?(?![件例])|` + // 8条2项 附表1行
    `附件\\s*(${NUMERAL})`,
  "uy",
);
/** 第五条末了那一项, 最后一条, 倒数第二款, 打头那一条 */
const FROM_END = new RegExp(
  `[的里中]?(?:(打头|开头|最前面?)的?[那这]?一?|(?:最后|末了|末尾|最末)的?[那这]?[一个]?(?:个|兜底)*|末|倒数第(${NUMERAL})个?)(条|款|项|目|段)(?![例件])`,
  "uy",
);
/** 第五条的第三项, 第五部分里的（三）: before a lower place that is marked as one, or that begins a list (第五条的一项、三项). */
const OF = /\s*(?:里面|里头|里|中|下面|下)?的?/uy;
const BEGINS_LIST = new RegExp(`^\\s*(?:、|和|与|及)\\s*${NUMERAL}(?:条|款|项|目)`, "u");
const ORDINAL = new RegExp(`[的里中]?第(${NUMERAL})个`, "uy");
const LEADING_PART = new RegExp(`(${NUMERAL})(?=[(（]${NUMERAL}[)）])`, "uy");
const TRAILING_NUMBER = /\s*(\d{1,2})(?![0-9年月日号%个条款项目天])[.、．]?/uy;
const RANGE_MARK = /\s*(?:一直)?[看读念讲]?(?:到|至|—|－|-|~|～)\s*/uy;
const LIST_MARK = /\s*(?:、|和|与|及|以及|,|，|还有)\s*/uy;
/** 三条意见 / 几条 / 有三项 count things; they name no place. */
const COUNTS = /[共有哪几多这那每各前后]\s*$/u;
/** A bare 8条 or 三项 is a place only behind a document or nothing, and before what is asked of it: 撤一项 and 5项行动 count. */
const BEHIND_DOCUMENT = /(?:^|[规定方案条例细则办法法意见通知文件目录表章条款项部分》的看查,，;；和与及、到至\s])$/u;
const ASKED_OF_PLACE =
  /^(?:$|[\s,，。?？!！、;；和与及到至(（]|是|说|讲|写|怎|什么|啥|的|有|规定|内容|原文|全文|具体|指|要求|呢|管|如何|咋)/u;

/** 朝政发〔2022〕8号 二 */
const BARE_PART = /^([一二三四五六七八九十]{1,3})[、.]?$/u;

/** 第五、六条, 第五至七条 and 一、三、五项 name the unit once. */
const SHARED_UNIT = new RegExp(
  `(第?${NUMERAL})(?=(?:\\s*(?:、|和|与|至|到|-|~)\\s*第?${NUMERAL})+(条|款|项|目|章))`,
  "gu",
);

/** Finds every reference in a normalised question. Never throws. */
export function parseReferences(written: string): ParsedReferences {
  const question = written.replace(SHARED_UNIT, "$1$2");
  const spans: [number, number][] = [];
  const mention = parseMention(question, spans);
  const places: PlaceStep[][] = [];
  let at = 0;
  while (at < question.length) {
    const found = spans.some(([start, end]) => at >= start && at < end) ? null : readPlace(question, at);
    if (found === null || (!found.marked && isCount(question, at, found))) {
      at++;
      continue;
    }
    const after = readFollowers(question, found, places);
    spans.push([at, after]);
    at = after;
  }
  const bare = BARE_PART.exec(cutOut(question, spans));
  const n = places.length === 0 && bare?.[1] ? parseNumeral(bare[1]) : null;
  if (n !== null && (mention.number !== null || mention.shortNumber !== null)) places.push([{ unit: "any", n }]);
  const relative = /(?<!以)[上前]一?条(?![例件款])/u.test(question)
    ? -1
    : /(?<!以)[下后]一?条(?![例件款])/u.test(question)
      ? 1
      : /[本这该]一?条(?![例件款])/u.test(question)
        ? 0
        : null;
  return { mention, places, relative, rest: cutOut(question, spans) };
}

/** Several steps in a row (8条2项) are no count; one that is only one of something always is. */
function isCount(question: string, at: number, { steps, end }: FoundPlace): boolean {
  const before = question.slice(0, at);
  if (COUNTS.test(before)) return true;
  if (steps.length > 1) return false;
  const isOne = steps[0]?.n === 1 && steps[0].unit !== "row";
  return (isOne && at > 0) || !BEHIND_DOCUMENT.test(before) || !ASKED_OF_PLACE.test(question.slice(end));
}

interface FoundPlace {
  readonly steps: PlaceStep[];
  readonly end: number;
  /** Written with 第 or parentheses, so surely a place. */
  readonly marked: boolean;
}

function readPlace(text: string, start: number): FoundPlace | null {
  const steps: PlaceStep[] = [];
  let at = start;
  LEADING_PART.lastIndex = at;
  const lead = LEADING_PART.exec(text);
  if (lead?.[1]) {
    const n = parseNumeral(lead[1]);
    if (n !== null) {
      steps.push({ unit: "any", n });
      at += lead[0].length;
    }
  }
  let marked = steps.length > 0;
  for (;;) {
    const step =
      readStep(text, at) ??
      (text[at] === " " && steps.length > 0 ? readStep(text, at + 1) : null) ??
      readFromEnd(text, at, steps) ??
      (steps.length > 0 ? (readOrdinal(text, at) ?? readBelow(text, at, steps)) : null);
    if (!step) break;
    marked ||= step.marked;
    steps.push(step.step);
    at = step.end;
  }
  if (steps.length === 0) return null;
  TRAILING_NUMBER.lastIndex = at;
  const last = steps.at(-1);
  const tail = last && (last.unit === "any" || last.unit === "point") ? TRAILING_NUMBER.exec(text) : null;
  if (tail?.[1]) {
    steps.push({ unit: "any", n: Number(tail[1]) });
    at += tail[0].length;
  }
  return { steps, end: at, marked };
}

/** A step that 的 ties to the place before it; a place is never one of its own kind. */
function readBelow(
  text: string,
  start: number,
  steps: readonly PlaceStep[],
): { step: PlaceStep; end: number; marked: boolean } | null {
  const of = matchAt(OF, text, start);
  const found = of ? readStep(text, start + of.length) : null;
  if (!found || found.step.unit === "article" || steps.some(({ unit }) => unit === found.step.unit && unit !== "any"))
    return null;
  return found.marked || BEGINS_LIST.test(text.slice(found.end)) ? found : null;
}

/** 第三部分第六个提升行动: behind a place, 第六个 is the sixth of what stands in it. */
function readOrdinal(text: string, at: number): { step: PlaceStep; end: number; marked: boolean } | null {
  ORDINAL.lastIndex = at;
  const match = ORDINAL.exec(text);
  const n = match ? parseNumeral(match[1] ?? "") : null;
  return match && n !== null ? { step: { unit: "any", n }, end: at + match[0].length, marked: true } : null;
}

/** 最后一项 is a place only within another; 最后一条 is one of the whole text. */
function readFromEnd(
  text: string,
  at: number,
  steps: readonly PlaceStep[],
): { step: PlaceStep; end: number; marked: boolean } | null {
  FROM_END.lastIndex = at;
  const match = FROM_END.exec(text);
  if (!match) return null;
  const [whole, first, fromEnd, unit = ""] = match;
  const back = fromEnd === undefined ? 1 : parseNumeral(fromEnd);
  if (back === null || (steps.length === 0 && !isArticleAskedFor(unit, text.slice(at + whole.length)))) return null;
  return { step: { unit: UNITS[unit] ?? "any", n: first ? 1 : -back }, end: at + whole.length, marked: true };
}

/** 最后一条写的啥, not 最后一条路谁来批. */
function isArticleAskedFor(unit: string, rest: string): boolean {
  return unit === "条" && ASKED_OF_PLACE.test(rest.replace(/^都/u, ""));
}

function readStep(text: string, at: number): { step: PlaceStep; end: number; marked: boolean } | null {
  STEP.lastIndex = at;
  const match = STEP.exec(text);
  if (!match) return null;
  const [whole, ordinal, unit, sub, bracketed, bracketUnit, bare, bareUnit, bareSub, annex] = match;
  const numeral = ordinal ?? bracketed ?? bare ?? annex ?? "";
  const n = parseNumeral(numeral);
  if (n === null) return null;
  const name = unit ?? bracketUnit ?? bareUnit ?? (annex ? "附件" : "");
  const subNumber = parseNumeral(sub ?? bareSub ?? "");
  const step: PlaceStep = { unit: UNITS[name] ?? "any", n, ...(subNumber === null ? {} : { sub: subNumber }) };
  return { step, end: at + whole.length, marked: bare === undefined };
}

/** Reads what follows a place: 到第七条 spells a range out, 、第六条 starts the next place with the same parents. */
function readFollowers(text: string, first: FoundPlace, places: PlaceStep[][]): number {
  places.push(first.steps);
  let { steps, end } = first;
  for (;;) {
    const range = matchAt(RANGE_MARK, text, end);
    const list = range ? null : matchAt(LIST_MARK, text, end);
    const mark = range ?? list;
    if (!mark) return end;
    const next = readPlace(text, end + mark.length);
    if (!next) return end;
    const completed = inherit(steps, next.steps);
    if (range) places.push(...spell(steps, completed));
    else places.push(completed);
    steps = completed;
    end = next.end;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** 第八条第一项和第二项: the second place stands under the same article. */
function inherit(previous: readonly PlaceStep[], next: readonly PlaceStep[]): PlaceStep[] {
  const head = next[0];
  const shared = previous.findIndex((step) => step.unit === head?.unit);
  return shared > 0 ? [...previous.slice(0, shared), ...next] : [...next];
}

/** Both ends belong; a range over more than 50 places is cut there. */
function spell(from: readonly PlaceStep[], to: readonly PlaceStep[]): PlaceStep[][] {
  const first = from.at(-1);
  const last = to.at(-1);
  if (!first || !last || first.unit !== last.unit || last.n <= first.n) return [[...to]];
  const count = Math.min(last.n - first.n, 50);
  return Array.from({ length: count }, (_, i) => [...from.slice(0, -1), { unit: last.unit, n: first.n + i + 1 }]);
}

function cutOut(text: string, spans: readonly [number, number][]): string {
  const kept = Array.from({ length: text.length }, (_, i) =>
    spans.some(([start, end]) => i >= start && i < end) ? " " : text.charAt(i),
  );
  return kept.join("").replace(/\s+/gu, " ").trim();
}
