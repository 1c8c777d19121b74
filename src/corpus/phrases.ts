import { parseDate } from "../language/dates.js";

/** A line that is a 文号 and nothing else: 朝政发〔2022〕9号. */
const NUMBER_LINE =
  /^[\p{Script=Han}]{1,16}\s?[〔﹝［[（(【]\s?(?:19|20)\d{2}\s?[〕﹞］\]）)】]\s?(?:第\s?)?\d+\s?号$/u;
const SENTENCE_END = /[。！？；：!?;:…][”"’』」）)】]*$/;
const REMARK = /(?:^|[。！？；])[（(][^（）()]*[）)]$/;
const SENTENCE_MARK = /[。！？；：!?;:]/;
const TITLE_END =
  /(?:通知|通告|公告|公报|意见|办法|规定|方案|决定|批复|函|通报|条例|细则|目录|清单|计划|规划|纲要|要点|措施|举措|机制|安排|政策|指南|指引|制度|规则|标准|规范|名单|章程|预案|守则|准则|命令|解释|决议|法|条)(?:[（(][^（）()]{1,20}[）)])*[”》]?$/;
const RELEASE_NOTE = /^[（(][^（）()]{0,6}(?:此件|本文)[^（）()]{2,20}[）)]$/;
const CLOSING_FORMULA =
  /^(?:特此.{2,6}|本.{2,6}自.{0,30}起(?:施行|执行|实施|生效).{0,40}|以上.{0,20}(?:请|望).{0,30})[。！]?$/;

export function isNumberLine(text: string): boolean {
  return NUMBER_LINE.test(text);
}

export function isDateLine(text: string): boolean {
  return text.length <= 16 && parseDate(text) !== null;
}

/** The line closes a sentence (a remark in brackets may follow it), or introduces what follows. */
export function isFinished(text: string): boolean {
  return (SENTENCE_END.test(text) || REMARK.test(text)) && !hasOpenBracket(text);
}

/** The line ends as the name of an organ does. */
export function isOrgan(text: string): boolean {
  return /(?:委员会|委|局|厅|部|院|办公室|办|政府|会|行|署|社|海关|公司|中心)(?:[（(][^（）()]{1,8}[）)])?$/.test(text);
}

/** Short, and no part of a sentence: what titles, headings and signatures look like. */
export function isBare(text: string, limit: number): boolean {
  return text.length <= limit && !SENTENCE_MARK.test(text) && !/[，、,]$/.test(text);
}

export function endsLikeTitle(text: string): boolean {
  return TITLE_END.test(text);
}

export function isReleaseNote(text: string): boolean {
  return RELEASE_NOTE.test(text);
}

export function isClosingFormula(text: string): boolean {
  return CLOSING_FORMULA.test(text);
}

export function isContentsHeading(text: string): boolean {
  return /^目\s?录$/.test(text);
}

/** 附件, 附件1： or 附表 on a line of its own. */
export function isAnnexMark(text: string): boolean {
  return /^附\s?(?:件|录|表|图)?\s?[0-9一二三四五六七八九十]{0,3}\s?[:：]?$/.test(text);
}

function hasOpenBracket(text: string): boolean {
  return text.lastIndexOf("（") > text.lastIndexOf("）");
}
