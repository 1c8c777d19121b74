/**
 * Words that make a sentence a question. Rules hardly use them, so that by rarity they would count for more than what is
 * asked about.
 */
const QUESTION_WORDS =
  /什么样?的?|为什么|为何|为啥|啥|哪些|哪一?[个家种类项位]|哪里|哪儿|哪|如何|怎么样?|怎样|怎|多少|多久|是否|有何|何时|何地|何种|谁|几[个项种条类次天日年月]|是指|的|[吗呢](?!\p{L})/gu;

/** A question without the words that only ask; the whole of it where nothing else would be left. */
export function withoutQuestionWords(question: string): string {
  const rest = question.replace(QUESTION_WORDS, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}
