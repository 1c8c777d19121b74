import { parseNumeral } from "../../corpus/numerals.js";

/** What a question says about the document it means. */
export interface DocumentMention {
  /** 朝政发〔2022〕9号, white space and bracket style folded away; null when only a short form is given. */
  readonly number: string | null;
  /** 9号文 → 9. */
  readonly shortNumber: number | null;
  /** 713号令, which is the number of an order and of no 文. */
  readonly isDecree: boolean;
  /** 《…》 or a bare type noun (规定, 方案 …) as written. */
  readonly names: readonly string[];
}

/** As people write numbers in references, for patterns. */
export const NUMERAL = "[0-9一二三四五六七八九十百千零〇两]+";

const FULL_NUMBER = /([一-鿿]{1,8}?[发字函规令办审通])\s*[〔[(【]?\s*(\d{4})\s*[〕\])】]?\s*年?第?\s*(\d+)\s*号/u;
/** 9号文, 713号令 and 国务院令第713号, and 朝政发9号 without the year. */
const SHORT_NUMBER = new RegExp(
  `第?(${NUMERAL})\\s*号(?:文件|文|通知|规定|方案|目录|(?:国务院|主席|部)?令|意见)|令\\s*第?(${NUMERAL})\\s*号|(?<=[政办委府][发字函])第?(${NUMERAL})\\s*号`,
  "u",
);
const QUOTED_TITLE = /《([^《》]{1,80}(?:《[^《》]*》[^《》]*)?)》/gu;

/** Finds the document that a normalised question names; `spans` gains where the words stand that name it. */
export function parseMention(question: string, spans: [number, number][]): DocumentMention {
  const full = FULL_NUMBER.exec(question);
  const short = full ? null : SHORT_NUMBER.exec(question);
  const names: string[] = [];
  if (full) spans.push([full.index, full.index + full[0].length]);
  if (short) spans.push([short.index, short.index + short[0].length]);
  for (const match of question.matchAll(QUOTED_TITLE)) {
    if (match[1]) names.push(match[1]);
    spans.push([match.index, match.index + match[0].length]);
  }
  return {
    number: full ? `${full[1]}〔${full[2]}〕${full[3]}号` : null,
    shortNumber: short ? parseNumeral(short[1] ?? short[2] ?? short[3] ?? "") : null,
    isDecree: short?.[0].includes("令") ?? false,
    names,
  };
}
