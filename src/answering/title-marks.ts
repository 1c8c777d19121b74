import type { Segmenter } from "../language/segmenter.js";

/** Words that end the name of a law; 办法 and 规定 alone are everyday words. */
const TYPE_NOUN = /(?:条例|[^方办宪司立执违合非依守普位]法|(?:管理|实施|暂行)办法|实施细则|暂行规定)$/u;

/** What may stand in the name of a law: nouns, verbs and adjectives that make up its subject. */
const IN_NAME = /^(?:n|v|a|j|l|i|b|d$|x$)/u;
const NOT_IN_NAME =
  /^(?:按照?|根据|依据|依照?|照|结合|落实|执行|遵守|违反|适用|参照|符合|是|有|要|在|叫|问|查|看|讲|说|想|请|国务院|国家|上位|地方|有关|相关|其他|别的|哪部|哪个|什么|现行|最新|新|旧|老|严格.*|认真.*|全面.*)$/u;
/** After these words the law is what a rule rests on, not what is asked about. */
const RESTS_ON = /(?:按照?|根据|依据|依照?|照|结合|落实|执行|遵守|违反|不符合?|符合|跟|和|与|同)$/u;
/** What follows the name where its own wording is asked for. */
const ASKED_ABOUT =
  /^(?:里|中|第|对|关于|是?怎么|怎样|如何|有(?:哪|什么|啥|没有)|规定|的(?:内容|原文|规定|第)|全文|原文|内容|具体|讲|说|要求|什么时候|何时|几时|哪年)/u;

/**
 * Puts title marks around the name of a law that a normalised question gives without them and asks about
 * (治安管理处罚法拘留最长几天 → 《治安管理处罚法》拘留最长几天). A question without such a name is returned as it is.
 */
export function markTitles(question: string, segmenter: Segmenter): string {
  if (question.includes("《")) return question;
  const words = segmenter.cutKnown(question);
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    end += words[i]?.length ?? 0;
    const start = end - nameEndingAt(words, i, segmenter);
    const name = question.slice(start, end);
    if (name.length < 3 || !TYPE_NOUN.test(name) || RESTS_ON.test(question.slice(0, start))) continue;
    const rest = question.slice(end);
    if (start > 0 && !ASKED_ABOUT.test(rest)) continue;
    return `${question.slice(0, start)}《${name}》${rest}`;
  }
  return question;
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
