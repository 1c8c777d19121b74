/** A unit of a place as people name it. `any` is a bare number in parentheses or after a point: 三（四）2. */
export type PlaceUnit =
  | "adoption"
  | "foreword"
  | "preface"
  | "conclusions"
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
  /** How many places of its kind after it, before it where negative: 第八条的下一条 → 1. */
  readonly shift?: number;
}

const UNITS: Readonly<Record<string, PlaceUnit>> = {
  题注: "adoption",
  前言: "foreword",
  序言: "foreword",
  导言: "foreword",
  引言: "preface",
  落款: "conclusions",
  章: "chapter",
  节: "division",
  条: "article",
  款: "paragraph",
  段: "paragraph",
  项: "point",
  目: "indent",
  部分: "part",
  块: "part",
  大点: "part",
  行: "row",
  附件: "annex",
};

/** 小节 is a 节, 大部分 a 部分; a word that names no unit of its own (点, 处) is of any. */
export function unitOf(word: string): PlaceUnit {
  return UNITS[word] ?? UNITS[word.replace(/^[大小板]/u, "")] ?? "any";
}

const NAMES: Readonly<Record<PlaceUnit, string>> = {
  adoption: "题注",
  foreword: "前言",
  preface: "引言",
  conclusions: "落款",
  chapter: "章",
  division: "节",
  article: "条",
  paragraph: "款",
  point: "项",
  indent: "目",
  part: "部分",
  row: "行",
  annex: "附件",
  any: "",
};

export function nameOf(unit: PlaceUnit): string {
  return NAMES[unit];
}

/** From the outermost unit inwards; a place is told from without to within. */
const INWARDS: readonly PlaceUnit[][] = [
  ["annex"],
  ["chapter", "part", "adoption", "foreword", "preface", "conclusions"],
  ["division"],
  ["article"],
  ["any"],
  ["paragraph"],
  ["point", "row"],
  ["indent"],
];

/** Whether a step of this unit can stand within one of the other: 第（二）项 in 第八条. */
export function isWithin(unit: PlaceUnit, other: PlaceUnit): boolean {
  const depth = (one: PlaceUnit) => INWARDS.findIndex((units) => units.includes(one));
  return unit === "any" ? other !== "indent" : depth(unit) > depth(other) || other === "any";
}

/**
 * The place that stands so many places of that unit after another (before it, where negative): 第八条第二项 → 第九条. Null where the
 * other is of no such unit: 第八条前款 is within it.
 */
export function shifted(place: readonly PlaceStep[], by: number, unit: PlaceUnit | null): readonly PlaceStep[] | null {
  const named = place.findLastIndex((step) => step.unit === unit);
  const isLoose = unit === null || unit === "any" || unit === "article" || place.at(-1)?.unit === "any";
  if (named < 0 && !isLoose) return null;
  const kept = named < 0 ? place : place.slice(0, named + 1);
  return by === 0
    ? kept
    : kept.map((step, i) => (i < kept.length - 1 ? step : { ...step, shift: (step.shift ?? 0) + by }));
}

/** 第二项呢 after 第八条第一项 means 第八条第二项. */
export function under(place: readonly PlaceStep[], steps: readonly PlaceStep[]): readonly PlaceStep[] {
  const first = steps[0];
  if (!first || first.unit === "article" || first.unit === "part" || first.unit === "any") return steps;
  const shared = place.findIndex((step) => step.unit === first.unit);
  return shared >= 0 ? [...place.slice(0, shared), ...steps] : [...place, ...steps];
}
