import type { EIdPart } from "./eid.js";
import { NUMERAL, parseNumeral } from "./numerals.js";
import type { ProvisionLevel } from "./provision.js";

const N = `\\s?(${NUMERAL})\\s?`;
const BRACKETED = `\\s?[（(]?\\s?(${NUMERAL})\\s?[）)]?\\s?`;

interface Step {
  readonly level: ProvisionLevel;
  readonly pattern: RegExp;
  /** Levels it may follow; "" is the beginning. */
  readonly after: readonly (ProvisionLevel | "")[];
}

const FRAMES = ["", "annex", "book", "chapter", "section"] as const;
const IN_ARTICLE = ["article", "paragraph"] as const;
const STEPS: readonly Step[] = [
  { level: "annex", pattern: new RegExp(`^附件${N}`), after: [""] },
  { level: "book", pattern: new RegExp(`^第?${N}编`), after: ["", "book"] },
  { level: "chapter", pattern: new RegExp(`^第?${N}章`), after: FRAMES },
  { level: "section", pattern: new RegExp(`^第?${N}节`), after: ["", "chapter"] },
  { level: "article", pattern: new RegExp(`^第?${N}条(?:之([一二三四五六七八九十]+))?`), after: FRAMES },
  { level: "paragraph", pattern: new RegExp(`^第?${N}款`), after: ["article"] },
  { level: "point", pattern: new RegExp(`^第?${BRACKETED}项`), after: IN_ARTICLE },
  { level: "indent", pattern: new RegExp(`^第?${BRACKETED}目`), after: ["point", ...IN_ARTICLE] },
  { level: "section", pattern: new RegExp(`^第?${N}部分`), after: ["", "annex", "chapter"] },
  {
    level: "section",
    pattern: /^([一二三四五六七八九十]+)(?:\s?、|(?=\s?[（(第])|$)/,
    after: ["", "annex", "chapter"],
  },
  {
    level: "subsection",
    pattern: /^第?\s?[（(]\s?([一二三四五六七八九十]+)\s?[）)](?:\s?[项点条])?/,
    after: ["section", "annex"],
  },
  { level: "clause", pattern: /^第?\s?([0-9０-９]+)(?:\s?[.．、点项])?/, after: ["subsection", "section"] },
  { level: "subclause", pattern: /^[（(]\s?([0-9０-９]+)\s?[）)]/, after: ["clause", "indent"] },
  { level: "table", pattern: /^附表\s?([0-9０-９]*)/, after: ["", "annex", "article"] },
  { level: "row", pattern: new RegExp(`^第?${N}行`), after: ["table"] },
  { level: "paragraph", pattern: new RegExp(`^第${N}段`), after: ["", "section", "subsection", "clause", "preface"] },
  { level: "preface", pattern: /^(?:引言|题注)/, after: [""] },
  { level: "conclusions", pattern: /^落款/, after: [""] },
];

/** A place as people write it at the start of a text. */
export interface WrittenPlace {
  /** As written: 第三条第二款第一项 has its paragraph even where the eId leaves it out. Empty for none. */
  readonly parts: readonly EIdPart[];
  /** Characters that it takes. */
  readonly length: number;
}

/**
 * Reads a written place from the start of a text: 第十一条第（二）项第3目, 8条2项, 三（四）2, 第三部分（四）2, 附表第2行.
 * The inverse of `labelOf`. Null where the text does not begin with a place.
 */
export function parsePlace(text: string): WrittenPlace | null {
  const parts: EIdPart[] = [];
  let length = 0;
  for (;;) {
    const rest = text.slice(length);
    const found = nextStep(rest, parts.at(-1)?.level ?? "");
    if (!found) break;
    parts.push(found.part);
    length += found.length;
  }
  return parts.length > 0 ? { parts, length } : null;
}

function nextStep(rest: string, last: ProvisionLevel | ""): { part: EIdPart; length: number } | null {
  for (const { level, pattern, after } of STEPS) {
    const match = after.includes(last) ? pattern.exec(rest) : null;
    if (!match) continue;
    const number = level === "table" ? match[1] || "1" : (match[1] ?? "");
    const value = number === "" ? null : parseNumeral(number);
    if (number !== "" && value === null) continue;
    const sub = match[2] ? `-${parseNumeral(match[2])}` : "";
    return { part: { level, number: value === null ? "" : `${value}${sub}` }, length: match[0].length };
  }
  return null;
}
