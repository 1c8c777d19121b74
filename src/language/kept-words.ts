/** Numbers with their unit, dates and the running part of a 文号: words that a dictionary of words cannot list. */
const QUANTITY = new RegExp(
  [
    "〔\\d{4}〕第?\\d+号",
    "\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?",
    "\\d+(?:\\.\\d+)?(?:个)?(?:工作日|自然日|日|天|年|月|小时|分钟|周岁|岁|人|名|家|万元|亿元|元|倍|%|号|平方米|公里|米|公斤|吨|分)",
    "[一二三四五六七八九十百千两]+个(?:工作日|月|小时)",
  ].join("|"),
  "g",
);

/** Stretches of a text in order; a quantity is one stretch of its own. */
export function splitQuantities(text: string): { text: string; whole: boolean }[] {
  const stretches: { text: string; whole: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(QUANTITY)) {
    if (match.index > end) stretches.push({ text: text.slice(end, match.index), whole: false });
    stretches.push({ text: match[0], whole: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), whole: false });
  return stretches;
}

/** Terms to keep whole. */
export class KeptWords {
  readonly #terms: ReadonlySet<string>;
  readonly #beginnings = new Set<string>();

  constructor(terms: readonly string[]) {
    this.#terms = new Set(terms);
    for (const term of this.#terms) {
      for (let end = 1; end <= term.length; end++) this.#beginnings.add(term.slice(0, end));
    }
  }

  /** The longest term that stands in the text at this place; undefined where none does. */
  longestAt(text: string, from: number): string | undefined {
    let longest: string | undefined;
    for (let end = from + 1; end <= text.length; end++) {
      const beginning = text.slice(from, end);
      if (!this.#beginnings.has(beginning)) break;
      if (this.#terms.has(beginning)) longest = beginning;
    }
    return longest;
  }
}
