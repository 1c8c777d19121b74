/** Pattern of a numeral that numbers a place: 一百二十三, 123, １２３; never both scripts in one. */
export const NUMERAL = "(?:[〇零○一二三四五六七八九十百千两]+|[0-9０-９]+)";

const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十三, 一〇三, 123 or １２３ as a number; null when the text is no numeral. */
export function parseNumeral(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[〇○]/g, "零").replace(/两/g, "二").replace(/\s+/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/^[零一二三四五六七八九十百千]+$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(""));
  return addUnits(plain);
}

function addUnits(plain: string): number {
  let total = 0;
  let digit = 0;
  for (const char of plain) {
    const unit = UNITS[char];
    if (unit === undefined) {
      digit = DIGITS.indexOf(char);
    } else {
      // 十二 has no digit before its unit; 一百一十 has.
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** 123 as 一百二十三; whole numbers from 0 to 9999. */
export function toChineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? "";
  const digits = [...String(value)].map(Number);
  const text = digits
    .map((digit, i) => (digit === 0 ? "零" : `${DIGITS[digit]}${["", "十", "百", "千"][digits.length - 1 - i]}`))
    .join("")
    .replace(/零+/g, "零")
    .replace(/零$/, "");
  return text.replace(/^一十/, "十");
}
