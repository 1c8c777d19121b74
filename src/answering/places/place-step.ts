import { parseNumeral } from "../../corpus/numerals.js";
import { NUMERAL } from "./document-mention.js";
import { isWithin, type PlaceStep, type PlaceUnit, unitOf } from "./place.js";

/** How a step is written: with its unit, in parentheses, as a bare number before these or as one at the end. */
export type StepForm = PlaceUnit | `part ${string}` | "lead" | "bracket" | "number";

/** One step as read, and where it ends. */
export interface ReadStep {
  readonly step: PlaceStep;
  readonly form: StepForm;
  readonly end: number;
  /** Written with 第 or parentheses, so surely a place. */
  readonly marked: boolean;
}

const UNIT =
  "[大小]?部分|大点|[大小板]块|块(?![钱地田牌石])|小[节条项点段]|章|节(?!假|日|能|约|省|点|课)|条|款|段|项|目|点|行(?![动政业为])|处(?![分罚理置])";

/** One step: 第八条, 8条, （二）项, (2), 第3目; the marks make a bare number a step too. */
const STEP = new RegExp(
  `第\\s*[(（]?(${NUMERAL})[)）]?\\s*个?(${UNIT})(?:之(${NUMERAL}))?|` + // 第八条 第（一）项 第五条之一
    `[(（](${NUMERAL})[)）](项|款|目)?|` + // （四） （二）项
    // 8条2项 附表1行; 第十九条三款都给我 counts them
    `(${NUMERAL})\\s*(条|款|项|目|行(?![动政业为]))(?:之(${NUMERAL}))?(?![件例]|(?:全?都|全部?|一起|一并|逐)(?![是有]?[说讲写规管]))|` +
    `附件\\s*(${NUMERAL})`,
  "uy",
);
/** 第五条末了那一项, 最后一条, 倒数第二款, 打头那一条 */
const FROM_END = new RegExp(
  `[的里中]?(?:(打头|开头|首|最前面?)的?[那这]?一?|(?:最后|末了|末尾|最末)的?[那这]?[一个]?(?:个|兜底|大|小)*|末|倒数第(${NUMERAL})个?)(部分|条|款|项|目|段|章|节(?!假|日)|点|行(?![动政业为]))(?![例件])`,
  "uy",
);
/** 前言倒数第二段: a part without a number, named before a place of it. */
const UNNUMBERED =
  /(题注|前言|序言|导言|引言|落款)(?:部分|里面|里头|里|中|当中|下面|的)*(?=\s*(?:第|最后|末|倒数|首|打头|开头|前|后))/uy;
/** 第五条的第三项, 第五部分里的（三）: before a lower place that is marked as one, or that begins a list (第五条的一项、三项). */
const OF = /\s*(?:里面|里头|里|当中|中|下面|下边|下|之)?的?/uy;
/** 四、（三）第4点: what people set between the steps of one place. */
const JOINT = /\s*[、,.．·]\s*/uy;
const BEGINS_LIST = new RegExp(`^\\s*(?:、|和|与|跟|及|到|至|-|~)\\s*${NUMERAL}(?:条|款|项|目)`, "u");
const ORDINAL = new RegExp(`[的里中]?第(${NUMERAL})个`, "uy");
const LEADING_PART = new RegExp(`(${NUMERAL})\\s*[、,.．·]?\\s*(?=[(（]${NUMERAL}[)）])`, "uy");
const NUMBER = "(\\d{1,2})(?![0-9年月日号%个条款项目天点行])";
/** 三（四）2., or with a mark between where nothing but an end or a question follows it. */
const TRAILING_NUMBER = new RegExp(
  `\\s*${NUMBER}(?:[.．]|、(?!\\s*\\d))?|\\s*(?:[、,.．·]|[里中]?的)\\s*${NUMBER}(?:[.．]|、(?!\\s*\\d))?(?=$|[\\s?？。是说讲写])`,
  "uy",
);
const LISTED_NUMBER = new RegExp(NUMBER, "uy");

/** The step at this place of a text, given those before it of the same place; null where none stands there. */
export function readStepBelow(text: string, at: number, before: readonly ReadStep[]): ReadStep | null {
  if (before.length === 0) return readUnnumbered(text, at) ?? readLead(text, at) ?? readStep(text, at) ?? null;
  return (
    readStep(text, at) ??
    (text[at] === " " ? readStep(text, at + 1) : null) ??
    readFromEnd(text, at) ??
    readOrdinal(text, at) ??
    readBehind(OF, text, at, before) ??
    readBehind(JOINT, text, at, before) ??
    readTrailing(text, at, before)
  );
}

/** 最后一项, whatever it is of. */
export function readFromEnd(text: string, at: number): ReadStep | null {
  const match = execAt(FROM_END, text, at);
  if (!match) return null;
  const [whole, first, fromEnd, unit = ""] = match;
  const back = fromEnd === undefined ? 1 : parseNumeral(fromEnd);
  if (back === null) return null;
  const step = { unit: unitOf(unit), n: first ? 1 : -back };
  return { step, form: step.unit, end: at + whole.length, marked: true };
}

/** The 3 of 三（一）1、3. */
export function readListedNumber(text: string, at: number): ReadStep | null {
  return toNumber(execAt(LISTED_NUMBER, text, at), at);
}

function readUnnumbered(text: string, at: number): ReadStep | null {
  const match = execAt(UNNUMBERED, text, at);
  if (!match?.[1]) return null;
  const unit = unitOf(match[1]);
  return { step: { unit, n: 1 }, form: unit, end: at + match[0].length, marked: true };
}

function readLead(text: string, at: number): ReadStep | null {
  const match = execAt(LEADING_PART, text, at);
  const n = parseNumeral(match?.[1] ?? "");
  return match && n !== null
    ? { step: { unit: "any", n }, form: "lead", end: at + match[0].length, marked: true }
    : null;
}

function readStep(text: string, at: number): ReadStep | null {
  const match = execAt(STEP, text, at);
  if (!match) return null;
  const [whole, ordinal, unit, sub, bracketed, bracketUnit, bare, bareUnit, bareSub, annex] = match;
  const n = parseNumeral(ordinal ?? bracketed ?? bare ?? annex ?? "");
  if (n === null) return null;
  const name = unitOf(unit ?? bracketUnit ?? bareUnit ?? (annex ? "附件" : ""));
  const subNumber = parseNumeral(sub ?? bareSub ?? "");
  const step: PlaceStep = { unit: name, n, ...(subNumber === null ? {} : { sub: subNumber }) };
  // 第三大块第四小块 is one place, 第三部分第四部分 are two.
  const form: StepForm =
    bracketed !== undefined && name === "any" ? "bracket" : name === "part" ? `part ${unit}` : name;
  return { step, form, end: at + whole.length, marked: bare === undefined };
}

/** 第三部分第六个提升行动: behind a place, 第六个 is the sixth of what stands in it. */
function readOrdinal(text: string, at: number): ReadStep | null {
  const match = execAt(ORDINAL, text, at);
  const n = parseNumeral(match?.[1] ?? "");
  return match && n !== null
    ? { step: { unit: "any", n }, form: "any", end: at + match[0].length, marked: true }
    : null;
}

/** A step that 的 or a mark ties to the place before it: it must be a lower one, and 那一条，第六项 has none before it. */
function readBehind(tie: RegExp, text: string, at: number, before: readonly ReadStep[]): ReadStep | null {
  const tied = execAt(tie, text, at)?.[0];
  const last = before.at(-1);
  const isCounted = !before.some(({ marked }) => marked) && (tie === JOINT || last?.step.n === 1);
  if (!tied || !last || isCounted) return null;
  const start = at + tied.length;
  const found = readStep(text, start) ?? (tie === OF ? readFromEnd(text, start) : null);
  if (!found || !isBelow(found, last) || before.some(({ form }) => form === found.form)) return null;
  if (found.step.unit === "article" && last.step.unit !== "division") return null;
  return found.marked || (tie === OF && BEGINS_LIST.test(text.slice(found.end))) ? found : null;
}

/** 第四部分的第五块 is within it though both are parts. */
function isBelow({ step, form }: ReadStep, last: ReadStep): boolean {
  return (
    isWithin(step.unit, last.step.unit) || (step.unit === "part" && last.step.unit === "part" && form !== last.form)
  );
}

function readTrailing(text: string, at: number, before: readonly ReadStep[]): ReadStep | null {
  const last = before.at(-1);
  if (!last || last.form === "number" || (last.step.unit !== "any" && last.step.unit !== "point")) return null;
  return toNumber(execAt(TRAILING_NUMBER, text, at), at);
}

function toNumber(match: RegExpExecArray | null, at: number): ReadStep | null {
  const n = match?.[1] ?? match?.[2];
  return match && n !== undefined
    ? { step: { unit: "any", n: Number(n) }, form: "number", end: at + match[0].length, marked: true }
    : null;
}

/** What a sticky pattern finds at this place of a text. */
export function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
