const DIGITS = "零一二三四五六七八九";
const DAY = "[一二三四五六七八九十]{1,3}";
const ARABIC = /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*(?:日|号|(?!\d))/g;
const CHINESE = new RegExp(`([〇零○Ｏ一二三四五六七八九]{4})\\s*年\\s*(${DAY})\\s*月\\s*(${DAY})\\s*日`, "g");

export interface FoundDate {
  /** YYYY-MM-DD */
  readonly iso: string;
  /** Half-open range in the text searched. */
  readonly start: number;
  readonly end: number;
}

/** Every full date (year, month, day) in the text, in order: 2022年8月11日, 二〇二二年八月十一日, 2022-08-11, 2022.8.11. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const m of text.matchAll(ARABIC)) add(found, m, Number(m[1]), Number(m[2]), Number(m[3]));
  for (const m of text.matchAll(CHINESE)) add(found, m, yearOf(m[1] ?? ""), smallNumber(m[2]), smallNumber(m[3]));
  return found.sort((a, b) => a.start - b.start);
}

/** The date that the whole text is, white space aside; null when it is anything else or no day of the calendar. */
export function parseDate(text: string): string | null {
  const folded = text.normalize("NFKC").replace(/\s+/g, "");
  const [date] = findDates(folded);
  return date && date.start === 0 && date.end === folded.length ? date.iso : null;
}

function add(found: FoundDate[], match: RegExpMatchArray, year: number, month: number, day: number): void {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Date rolls 31 April over into May; such a day is a slip, not a date.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return;
  const start = match.index ?? 0;
  found.push({ iso, start, end: start + match[0].length });
}

function yearOf(text: string): number {
  return Number([...text].map((c) => Math.max(0, DIGITS.indexOf(c))).join(""));
}

/** 一 to 九十九; the calendar needs no more. */
function smallNumber(text = ""): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}
