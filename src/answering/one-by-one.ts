/** 逐条列出, 一条一条说清楚 at the end of a question; 要不要逐项列出 asks whether. */
const ONE_BY_ONE =
  /(?<![要得当该不需须以能用])[,，]?\s*(?:请|麻烦|你)?(?:给我)?(?:逐(?:条|项|一|个|款|点)|分(?:条|项(?!目)|点)|一([条项款点个样])一?\1)(?:地|的|来)?(?:(?:列|说|讲|写|念|数|摆|给|报|过|答|介绍|告诉)[^,。?？]{0,5})?$/u;
/** 一条也别落, 一项不漏 */
const LEAVING_NONE =
  /[,，]?\s*一[条项点个样](?:也|都)?(?:别|不|没)(?:能|要|可|许)?(?:落|漏|少|丢)(?:下|掉)?(?:地?[列说讲]?(?:出来)?)?$/u;
const ASKS = /哪|什么|啥|谁|几|多少|怎|咋|如何|吗/u;
const SHORTEST = 4;

/** A normalised question without the wish to be told all of a list, which is asked for where nothing else asks: 审查的内容逐项列出 → 审查的内容有哪些. */
export function withoutOneByOne(question: string): string {
  const end = question.replace(/[?？。!]+$/u, "");
  const rest = end
    .replace(ONE_BY_ONE, "")
    .replace(LEAVING_NONE, "")
    .replace(/[,，?？]+$/u, "");
  if (rest === end.replace(/[,，?？]+$/u, "") || rest.length < SHORTEST) return question;
  return ASKS.test(rest) ? rest : `${rest}有哪些`;
}
