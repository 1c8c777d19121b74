import { toChineseNumeral } from "./numerals.js";
import type { ProvisionLevel } from "./provision.js";

/** One step of an eId. `number` is "" for preface and conclusions, "5-1" for 第五条之一. */
export interface EIdPart {
  readonly level: ProvisionLevel;
  readonly number: string;
  /** From 2: the same number stands in its document more than once, and this is the later place. */
  readonly repeat?: number;
  /** A section drafted 第X节, not 一、; where it is not said, a section below a chapter or book is one. */
  readonly division?: boolean;
  /** A preface that is the 题注 of a law. */
  readonly adoption?: boolean;
}

const PREFIXES: ReadonlyMap<ProvisionLevel, string> = new Map([
  ["book", "book"],
  ["chapter", "chp"],
  ["section", "sec"],
  ["article", "art"],
  ["paragraph", "para"],
  ["point", "point"],
  ["indent", "indent"],
  ["subsection", "subsec"],
  ["clause", "clause"],
  ["subclause", "subclause"],
  ["preface", "preface"],
  ["conclusions", "conclusions"],
  ["table", "table"],
  ["row", "row"],
  ["annex", "annex"],
]);
const LEVELS: ReadonlyMap<string, ProvisionLevel> = new Map([...PREFIXES].map(([level, prefix]) => [prefix, level]));

/** `art_11__point_2__indent_3`; a repeated number gets `~2`. */
export function formatEId(parts: readonly EIdPart[]): string {
  return parts.map(formatPart).join("__");
}

function formatPart(part: EIdPart): string {
  const name = PREFIXES.get(part.level) ?? part.level;
  return `${name}${part.number === "" ? "" : `_${part.number}`}${part.repeat ? `~${part.repeat}` : ""}`;
}

/** The steps of an eId; null when it is none. */
export function parseEId(eId: string): EIdPart[] | null {
  const parts: EIdPart[] = [];
  for (const step of eId.split("__")) {
    const match = /^([a-z]+)(?:_(\d+(?:-\d+)*))?(?:~(\d+))?$/.exec(step);
    const level = match && LEVELS.get(match[1] ?? "");
    if (!match || !level) return null;
    const part = { level, number: match[2] ?? "" };
    parts.push(match[3] ? { ...part, repeat: Number(match[3]) } : part);
  }
  return parts;
}

/** What a person writes for a place: 第十一条第（二）项第3目, 三（四）2, 附表第2行. */
export function labelOf(parts: readonly EIdPart[]): string {
  return parts.map((part, i) => labelPart(part, parts.slice(0, i))).join("");
}

function labelPart(part: EIdPart, above: readonly EIdPart[]): string {
  const repeat = part.repeat && !part.adoption ? `（第${part.repeat}处）` : "";
  return `${plainLabel(part, above)}${repeat}`;
}

function plainLabel(part: EIdPart, above: readonly EIdPart[]): string {
  const [main = "", ...subs] = part.number.split("-");
  const chinese = toChineseNumeral(Number(main));
  switch (part.level) {
    case "book":
      return `第${chinese}${above.at(-1)?.level === "book" ? "分编" : "编"}`;
    case "chapter":
      return `第${chinese}章`;
    case "section":
      return (part.division ?? isDivided(above)) ? `第${chinese}节` : chinese;
    case "article":
      return `第${chinese}条${subs.map((sub) => `之${toChineseNumeral(Number(sub))}`).join("")}`;
    case "paragraph":
      return paragraphLabel(main, above);
    case "point":
      return `第（${chinese}）项`;
    case "indent":
      return `第${main}目`;
    case "subsection":
      return `（${chinese}）`;
    case "clause":
      return main;
    case "subclause":
      return `（${main}）`;
    case "preface":
      return part.adoption ? "题注" : "引言";
    case "conclusions":
      return "落款";
    case "table":
      return main === "1" ? "附表" : `附表${main}`;
    case "row":
      return `第${main}行`;
    case "annex":
      return `附件${main}`;
  }
}

function isDivided(above: readonly EIdPart[]): boolean {
  return above.some(({ level }) => level === "chapter" || level === "book");
}

/** A paragraph is a 款 in an article and a 段 elsewhere; the preface counts in Arabic figures, as its parts have no number of their own. */
function paragraphLabel(number: string, above: readonly EIdPart[]): string {
  if (above.some(({ level }) => level === "article")) return `第${toChineseNumeral(Number(number))}款`;
  const { level: last, adoption } = above.at(-1) ?? {};
  const plain = last === undefined || (last === "preface" && !adoption) || last === "conclusions" || last === "annex";
  return `第${plain ? number : toChineseNumeral(Number(number))}段`;
}
