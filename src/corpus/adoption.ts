import { NUMERAL } from "./numerals.js";

/** What happened to a text, of what its 题注 tells. */
export type ActKind = "adopted" | "approved" | "issued" | "amended" | "in_force";

/** One act of a 题注: 2019年4月20日 中华人民共和国国务院令第713号公布. A line may tell several. */
export interface Act {
  readonly kind: ActKind;
  /** As printed: 公布, 发布, 修正. */
  readonly verb: string;
  /** 2019年4月20日; null where none is printed. */
  readonly day: string | null;
  /** Whose act it is, without 中华人民共和国 and the count of terms and meetings; null where that is not printed. */
  readonly organ: string | null;
  /** 国务院令第713号 */
  readonly number: string | null;
  /** Half-open range in the text that was read. */
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly (readonly [ActKind, RegExp])[] = [
  ["amended", /(?:通过|批准)?(修订|修正|修改)(?:通过|发布|公布)?$|通过的《[^。]+》$/u],
  ["adopted", /(通过)$/u],
  ["approved", /(批准)$/u],
  ["issued", /(公布|发布|颁布|印发)(?:[\s，]*(?:自(?:公布|发布)之日起?)?施行)?$/u],
  ["in_force", /(施行|生效)$/u],
];
const VERBS = "(?:通过|批准|公布|发布|颁布|印发|修订|修正|修改|施行|生效)";
/** Marks after an act, and the beginning of a next one that was cut off there. */
const TAIL = /[\s）)。，]*(?:(?:根据|自)\s*)?$/u;
const DATE = "[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日";
/** …修订  根据2018年9月7日…修正: where one act ends and the next begins within a line. */
const BETWEEN = new RegExp(`(?<=${VERBS})[\\s）)。，]*(?:根据|自)?\\s*(?=${DATE})`, "gu");
const LED = new RegExp(`^[（(\\s]*(?:(${DATE})\\s*)?`, "u");

/** Whether a line begins as those of a 题注 do, with its date. */
export function opensAdoption(line: string): boolean {
  return /^[（(\s]*[0-9０-９]{4}年/u.test(line);
}

/** Whether a line ends as those of a 题注 do, and does not go on in the next. */
export function endsAdoption(line: string): boolean {
  return kindOf(line.replace(TAIL, "")) !== null;
}

/** The acts that a line of a 题注 tells, in its order. */
export function parseActs(text: string): Act[] {
  const cuts = [...text.matchAll(BETWEEN)].map(({ index, 0: between }) => [index, index + between.length] as const);
  const starts = [0, ...cuts.map(([, next]) => next)];
  const ends = [...cuts.map(([end]) => end), text.length];
  return starts.flatMap((start, i) => parseAct(text, start, ends[i] ?? text.length));
}

function parseAct(text: string, start: number, end: number): Act[] {
  const piece = text.slice(start, end).replace(TAIL, "");
  const found = kindOf(piece);
  if (!found) return [];
  const { kind, verb, length } = found;
  const [led = "", day] = LED.exec(piece) ?? [];
  const by = piece
    .slice(led.length, piece.length - length)
    .normalize("NFKC")
    .replace(/\s/gu, "");
  const said = { kind, verb, day: day?.normalize("NFKC") ?? null, organ: organOf(by), number: decreeIn(by) };
  const from = start + led.length - led.replace(/^[（(\s]+/u, "").length;
  return [{ ...said, start: from, end: start + piece.length }];
}

function kindOf(piece: string): { kind: ActKind; verb: string; length: number } | null {
  for (const [kind, pattern] of KINDS) {
    const match = pattern.exec(piece);
    if (match) return { kind, verb: match[1] ?? "修正", length: match[1] === undefined ? 0 : match[0].length };
  }
  return null;
}

const STATE = /中华人民共和国(?=[一-鿿]{3})/gu;
const DECREE = new RegExp(
  `^[^《》]*?(?:(?:令|公告|委员会)第?${NUMERAL}号|第?${NUMERAL}号令)(?=$|第[一二三四五六七八九十]+次|修订)`,
  "u",
);

function decreeIn(by: string): string | null {
  return (
    DECREE.exec(by)?.[0]
      .replace(STATE, "")
      .replace(/^中(?=国务院|主席)/u, "") ?? null
  );
}

const TERM = new RegExp(`第?${NUMERAL}届`, "gu");
const MEETING = new RegExp(
  `(?:审判委员会|检察委员会)?(?:[0-9]{4}年)?(?:第?${NUMERAL}次.*|(?:部长办公|政治局)?会议.*|第?${NUMERAL}会议)$`,
  "u",
);
const ORDER = new RegExp(`(?:令|公告)?(?:第?${NUMERAL}号)?令?$`, "u");
const NAME = /^[一-鿿]{2,}(?:院|会|局|部|委|署|社|行|厅|办|政府|办公室|中央|人大|军委)$/u;

function organOf(by: string): string | null {
  if (/《/u.test(by)) return null;
  const names = by.split("、").map((one) =>
    one
      .replace(new RegExp(`^(?:${DATE}|[由经])+`, "u"), "")
      .replace(TERM, "")
      .replace(MEETING, "")
      .replace(ORDER, "")
      .replace(/(?:审判|检察)委员会$/u, "")
      .replace(STATE, ""),
  );
  return names.every((name) => NAME.test(name)) ? [...new Set(names)].join("、") : null;
}

/**
 * Who adopted a text, not who approved it; who issued it where nobody is said to have adopted it, and who revised it where
 * neither is told.
 */
export function adopterOf(acts: readonly Act[]): string | null {
  const by = (kind: ActKind) => acts.find((act) => act.kind === kind && act.organ !== null)?.organ;
  return by("adopted") ?? by("issued") ?? by("amended") ?? null;
}

/** The number of the order or announcement that issued the text as it stands. */
export function decreeOf(acts: readonly Act[]): string | null {
  return acts.filter(({ number }) => number !== null).at(-1)?.number ?? null;
}

/** 国务院令第713号 and 公告第46号, as against 朝政发〔2022〕9号, which alone is a 文. */
export function isDecree(number: string): boolean {
  return !/[〔［[（(]/u.test(number);
}
