import { ASKS } from "./asks.js";

/** Words that a wish how to be answered is made of, whatever the question is about. */
const VERB = "(?:告诉|[列说讲数]全|(?:列|标|写|说)明|列举|交代|介绍|复述|梳理|[列报念数抄捋背摆说讲写答找点给要])";
const COUNTED =
  "(?:[一两俩仨二三四五六七八九十](?:个|家|样|件|项|条|块|头|边|处|类|步|方|者)?(?:数字?|年份?|答案|时间|名字|单位)?|俩|仨)";
const ONE_EACH =
  "(?:逐(?:[条项个类一款点样]|一)|分[条项点](?!目)|挨[个着]|依次|一([条项款点个样类])一?\\1)(?:地|的|来)?";
const NAMES =
  "(?:小标题|标题|名[字称]?|全名|全称|原[文话]|数字?|数|内容|条[款文]|全部|这些|那些|它们|(?:方案|文件|规定|文|目录)(?:里|中)|清单)";
const NOT =
  "(?:(?:一[条项样个点])?(?:也|都)?(?:别|不要|不许|不能|不必|不用|无需|没|不)(?:能|要|可|许|只|光|给我?)*(?:漏|落|少|丢|展开|解释|省略|跳|给一[个条]|说一[个条半])(?:下|掉|一[个条项])*)";
const OTHER =
  "(?:请|麻烦|劳驾|烦请|把|将|你|您|(?:帮|给|跟|替)(?:我|咱|忙)?|我|都|全|也|得|直接|分别|分头|分开|各自?|统统|索性|干脆|一口气|一次(?:性)?|一并|一起|一块儿?|一项|一次|按(?:先后)?(?:顺序|次序|先后)|完整|详细|简单|清楚|明白|对[照应]着?|就|地|的|即可|(?:就|才)[行好成]|可以|吧|哈|下|了|齐|完|出来?|一下|一遍|一个?|个|听听?|看看?)";
/** 要不要附, 用得着不 asks as well. */
const ASKS_AT_END = /[不没]$/u;

/** One after another, the longest first, without turning back: people may type four hundred of them. */
const WORDS = [ONE_EACH, NOT, VERB, COUNTED, NAMES, OTHER].map((word) => new RegExp(word, "uy"));
const TELLS = new RegExp(`${VERB}|漏|落|少|丢|展开`, "u");
const CLAUSE = /[,;?!。](?!给个)([^,;?!。]{3,24})$/u;

/** Whether a clause is of such words alone: 两个数都告诉我, 一条一条说, 一个也别落下, 把小标题念给我听听. 给个名字 asks for something. */
function isManner(clause: string): boolean {
  if (!TELLS.test(clause)) return false;
  let at = 0;
  while (at < clause.length) {
    const length = Math.max(...WORDS.map((word) => lengthAt(word, clause, at)));
    if (length === 0) return false;
    at += length;
  }
  return true;
}

function lengthAt(word: RegExp, text: string, at: number): number {
  word.lastIndex = at;
  return word.exec(text)?.[0].length ?? 0;
}

/** 排工期用, 写材料急用: what the answer is for. */
const USE = /[,;?!。](?!.*(?:哪|什么|啥|谁|几|怎|咋))(?:[写做排填编报开备][^,;?!。]{1,5}|着?急)(?:要|用)$/u;
/** What is told at the end of the clause that asks: 审查的内容逐项列出, 把四条原则的名字念给我听. Others ask whether: 要不要逐项列出. */
const TOLD_EACH = new RegExp(
  `(?<![要得当该不需须以能用])(?:请|麻烦|你)?(?:给我)?${ONE_EACH}(?:[列说讲写念数摆给报过答]|介绍|告诉)[^,。?]{0,5}$`,
  "u",
);
const TOLD =
  /(?<=^|[,;?!。])(?:请|麻烦|帮我|你)*(?:把|将)(?<what>[^,;?!。]{2,}?)的?(?:小?标题|名[字称]|全名)?(?:都|全|统统|按顺序|依次|一口气|给我)*(?:[列念报讲说数写找背]|告诉)(?:出来|一下|一遍|给我|全|听听?|看看?|齐|完)+$/u;
/** 五大工程我总背不全 */
const FORGOTTEN =
  /,?我?(?:也|又|就|总是?|老是?|一直|从来|死活)?(?:背|记|想|说|数)(?:不全|不住|不清楚?|不起来|不上来)了?$/u;
const SHORTEST = 4;
const PLACE = /第.{1,4}[条款项章节段页]/u;
const END = /[?。!,;]+$/u;

/**
 * A normalised question without the wish how to be answered. What is only to be told is asked for: 审查的内容逐项列出 → 审查的内容有哪些.
 */
export function withoutManner(question: string): string {
  const end = question.replace(END, "");
  let rest = end;
  for (;;) {
    const shorter = withoutLast(rest).replace(END, "");
    if (shorter === rest) break;
    rest = shorter;
  }
  if (rest === end || rest.length < SHORTEST) return question;
  rest = rest.replace(FORGOTTEN, "");
  return ASKS.test(rest) || ASKS_AT_END.test(rest) || PLACE.test(rest) ? rest : `${rest}有哪些`;
}

const withoutLast = (text: string): string =>
  text
    .replace(USE, "")
    .replace(CLAUSE, (whole, clause: string) => (isManner(clause) ? "" : whole))
    .replace(TOLD_EACH, "")
    .replace(TOLD, "$<what>");
