import { NUMERAL, parseNumeral } from "./numerals.js";

/** How a number is drafted; which level it means depends on what stands above it. */
export type MarkKind =
  | "book"
  | "subbook"
  | "chapter"
  | "division"
  | "article"
  | "comma"
  | "bracket"
  | "dot"
  | "digitBracket";

/** A number that opens a place at the start of a line. */
export interface Mark {
  readonly kind: MarkKind;
  readonly value: number;
  /** 之一 and the like; empty for most. */
  readonly subs: readonly number[];
  /** As printed, white space folded: 第三条, （一）, 1. */
  readonly printed: string;
  /** What follows on the line. */
  readonly rest: string;
  /** White space stands between the number and what follows, or nothing follows. */
  readonly spaced: boolean;
}

const HAN = "〇零○一二三四五六七八九十百千";
const PATTERNS: readonly [MarkKind, RegExp][] = [
  ["article", new RegExp(`^第\\s?(${NUMERAL})\\s?条((?:\\s?之\\s?[一二三四五六七八九十]+)*)`)],
  ["chapter", new RegExp(`^第\\s?(${NUMERAL})\\s?章`)],
  ["division", new RegExp(`^第\\s?(${NUMERAL})\\s?节`)],
  ["subbook", new RegExp(`^第\\s?(${NUMERAL})\\s?分\\s?编`)],
  ["book", new RegExp(`^第\\s?(${NUMERAL})\\s?编`)],
  ["comma", new RegExp(`^([${HAN}]+)\\s?、`)],
  ["bracket", new RegExp(`^[（(]\\s?([${HAN}]+)\\s?[）)]、?`)],
  // 1.5 and 5.2.3 are figures, not places.
  ["dot", /^([0-9０-９]{1,3})\s?[.．、](?![0-9０-９])/],
  ["digitBracket", /^[（(]\s?([0-9０-９]{1,3})\s?[）)]、?/],
];
const FIRST = /^[第（(0-9０-９〇零一二三四五六七八九十百]/;

/** The number that a folded line begins with; null for an unnumbered line or one that begins with a cross-reference. */
export function parseMark(text: string): Mark | null {
  if (!FIRST.test(text)) return null;
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    const value = match && parseNumeral(match[1] ?? "");
    if (!match || value === null) continue;
    const after = text.slice(match[0].length);
    const mark = { kind, value, subs: parseSubs(match[2]), printed: match[0], rest: after.trimStart() };
    const spaced = after === "" || /^\s/.test(after);
    return isReference(kind, after, spaced) ? null : { ...mark, spaced };
  }
  return null;
}

/** A clause whose point was lost: 30 不断优化税务服务. Whether it is one, the numbers before it tell. */
export function parsePointless(text: string): Mark | null {
  const match = /^(\d{1,3})\s(\p{Script=Han}.*)$/u.exec(text);
  if (!match) return null;
  const [, printed = "", rest = ""] = match;
  return { kind: "dot", value: Number(printed), subs: [], printed, rest, spaced: true };
}

function parseSubs(text = ""): number[] {
  return text
    .split("之")
    .slice(1)
    .map((sub) => parseNumeral(sub) ?? 0);
}

/** （三）项规定的…; but （三）项目建设 and （三）目的 are headings. */
const BRACKET_REFERENCE = /^(?:[项款](?:规定|所|的|$|[、，,和至或及之中])|目(?:规定|所列|[、，,])|[、，,]?\s?[（(])/;

/** 第三条所列…, 第三条以外…; but 第三条项目单位…, 第三条中小企业… and 第三条以数据为… open an article set without a space. */
const ARTICLE_REFERENCE =
  /^(?:第|的|所[列称指述]|所?规定|中(?:的|所|规定|[“，、])|之|款|项(?!目)|以[外内上下前后及]|[、，,；;。.：:）)》”至和或及与])/;

/** 第三条第二款规定的… and 第一章、第二章… at the start of a line speak of a place; they do not open it. */
function isReference(kind: MarkKind, after: string, spaced: boolean): boolean {
  if (kind === "article") return !spaced && ARTICLE_REFERENCE.test(after);
  if (kind === "comma" || kind === "dot") return false;
  if (kind === "bracket" || kind === "digitBracket") return BRACKET_REFERENCE.test(after);
  return spaced
    ? after.length > 60
    : after.length > 30 || /^(?:第|的|所|规定|中|[、，,；;。）)》”至和或及与])|[。；]/.test(after);
}

/** "5" or "5-1", the number of an eId. */
export function markNumber(mark: Mark): string {
  return [mark.value, ...mark.subs].join("-");
}
