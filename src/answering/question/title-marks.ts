import type { Segmenter } from "../../language/segmenter.js";

/** Words that end the name of a law; 办法 and 规定 alone are everyday words. */
const TYPE_NOUN =
  /(?:条例|法典|(?:公司|[^方办宪司立执违合非依守位着没无想看说做用戏魔书手])法|(?:管理|实施|暂行)办法|实施细则|暂行规定)$/u;

/** What may stand in the name of a law: nouns, verbs and adjectives that make up its subject. */
const IN_NAME = /^(?:n|v|a|j|l|i|b|d$|x$)/u;
const NOT_IN_NAME =
  /^(?:按照?|根据|依据|依照?|照|结合|落实|执行|遵守|违反|适用|参照|符合|是|有|要|在|叫|问|查|看|讲|说|想|请|请问|请教|求问|求教|想问|打听|麻烦|劳驾|你好|您好|了解|知道|国务院|国家|上位|地方|有关|相关|其他|别的|哪部|哪个|什么|现行|最新|[新旧老]?版本?|那版|[的那这该本].*|个|部|年|归.*|受|由|属于?|算|用|找|拿|修[订正改]|新|旧|老|严格.*|认真.*|全面.*)$/u;
/** How a question politely begins, before what it asks about. */
const LED_IN =
  /^(?:请问|请教|求问|求教|想问|问问|问下|打听|麻烦|劳驾|帮忙|你好|您好|想?了解|想?知道|我们?|一下|下|[ ,:!。])*/u;
/** After these words the law is what a rule rests on, not what is asked about. */
const RESTS_ON = /(?:按照?|根据|依据|依照?|照|结合|落实|执行|遵守|违反|不符合?|符合|跟|和|与|同)$/u;
/** The name of another text goes on after that of the law: 民法典总则编解释, 行政复议法实施条例. */
const GOES_ON = /^(?:实施(?:条例|细则|办法|规定)|[^第对怎如何吗,。?]{0,10}解释)/u;
/** 法 begins another word here, which the dictionary lacks: 申请法援, 司法局法审. */
const BEGINS_WORD = /^(?:[援庭医警]|审(?![理判查批核]))/u;
/** What follows the name where its own wording is asked for. */
const ASKED_ABOUT =
  /^(?:里|中|第|对|关于|是?怎么|怎样|如何|有(?:哪|什么|啥|没有)|规定|的(?:内容|原文|规定|第)|全文|原文|内容|具体|讲|说|要求|什么时候|何时|几时|哪年)/u;

/**
 * Puts title marks around the name of a law that a normalised question gives without them and asks about
 * (治安管理处罚法拘留最长几天 → 《治安管理处罚法》拘留最长几天). A question without such a name is returned as it is.
 */
export function markTitles(question: string, segmenter: Segmenter): string {
  if (question.includes("《")) return question;
  const led = LED_IN.exec(question)?.[0].length ?? 0;
  const words = segmenter.cutKnown(question);
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    end += words[i]?.length ?? 0;
    const start = end - nameEndingAt(words, i, segmenter);
    const name = question.slice(start, end);
    const rest = question.slice(end);
    if (!isName(name, words[i] ?? "", rest) || RESTS_ON.test(question.slice(0, start))) continue;
    if ((start > led && !ASKED_ABOUT.test(rest)) || goesOn(rest)) continue;
    return `${question.slice(0, start)}《${name}》${rest}`;
  }
  return question;
}

/** 普法 and 法援 are words of their own, 科普法 is the short name of a law. */
function isName(name: string, lastWord: string, rest: string): boolean {
  if (name.length < 3 || !TYPE_NOUN.test(name) || (lastWord === "普法" && name.length > 3)) return false;
  return !(name.endsWith("法") && BEGINS_WORD.test(rest));
}

/** Whether a name that `rest` follows is only the beginning of a longer one. */
export function goesOn(rest: string): boolean {
  return GOES_ON.test(rest);
}

/** Length of the run of words, the one at `last` included, that can be a name. */
function nameEndingAt(words: readonly string[], last: number, segmenter: Segmenter): number {
  let length = 0;
  for (let i = last; i >= 0; i--) {
    const word = words[i] ?? "";
    if (!/^\p{Script=Han}+$/u.test(word) || NOT_IN_NAME.test(word) || !IN_NAME.test(segmenter.partOfSpeech(word)))
      break;
    length += word.length;
  }
  return length;
}
