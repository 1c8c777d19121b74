import { parseNumeral } from "../../corpus/numerals.js";

const NUMBER = "(?:[0-9]+|[一二两三四五六七八九十]+)";
const MEASURE = "(?:个|项|条|大|类|种|样|点|件|处|方面)";
const WHICH = `(?:哪(?:些|几|${NUMBER})?|几)`;
const PERSONS = "(?:人群|群体|人|对象)";

/** Right before the name of what is listed: 哪些, 哪四条, 五项. */
const ASKED_BEFORE = new RegExp(`${WHICH}${MEASURE}{0,2}$`, "u");
const COUNTED_BEFORE = new RegExp(`(?:${NUMBER}|几)${MEASURE}{1,2}$`, "u");
/** The same with nothing more to come but the end: 有哪四条原则. */
const DONE = /^的?(?:是|呢|啊|吗|么|来着|名称|名字)?[?？]?$/u;
/** What is asked for has no other name: 重点工程有哪些承建单位 asks for no 工程. */
const ENDS = /^(?:不同|区别|差别|更|比较)?[多少呢啊呀吗么吧来着的 ]*(?:[,;?。:]|$)/u;
/** What may stand between a name and what is asked of it: 这块, 那几项里头, 一共. */
const BETWEEN =
  "的?(?:名称|名字|名)?(?:里头?|里面|中|部分)?[,]?(?:一共|总共|拢共|底下|下面|都|各自|分别|各|主要|具体|到底|究竟)*";
/** What makes a part of a heading the name of a place: 青少年那块, 老人和工人这两块, 农民方面. */
const PART =
  "(?:(?:[和与及跟、][^,和与及跟、]{1,12})?[)]?[这那](?:一|[两二三四]|几)?(?:块|部分|方面|摊)儿?|[)](?=一共|总共|列|讲|写|安排)|部分|方面|那个)";
const TELLS =
  "(?:有|是|叫|为|包括|包含|含|分[了为成]?|[列讲说写定提][了的]?|规定了?|涉及|靠|安排了?|要[做干抓]的?(?:是|有)?)(?:一共|总共)?";
const ASKS = `(?:${TELLS}(?:${WHICH}|些?什么|啥|多少(?=${MEASURE}))|[几哪]${MEASURE}|展开[讲说]{1,2})`;
/** What may follow the question word without narrowing what is asked: 哪几个小行动, 几件事. */
const GENERIC = `(?:${NUMBER}|几)?${MEASURE}{0,2}的?(?:具体|主要|小)?(?:行动|措施|工程|内容|工作|要点|板块|部分|小项|字|句话?|原则|任务|事情?|活儿?|步骤|东西|目标|名字?|名称)?(?:[,;]?(?:都|分别|各自?)*(?:叫|是|讲|说)(?:什么|啥|哪些)名?字?)?`;
const AFTER = new RegExp(`^(?:里|中|部分)?${BETWEEN}${ASKS}${GENERIC}`, "u");
const AFTER_PART = new RegExp(`^${PART}${BETWEEN}${ASKS}${GENERIC}`, "u");

const AIMS = "(?:都|分别|各自?|主要|重点|是)*(?:针对|面向|冲着|对着|盯|抓|覆盖|服务|照顾)[着到]?的?(?:都?是)?";
const WHOM = `(?:${WHICH}${MEASURE}?(?:拨|类)?(?:重点)?${PERSONS}|什么人|谁)(?:去|来)?的?`;
/** 提升行动分别针对哪几拨人: for whom the listed are. */
const AFTER_FOR_WHOM = new RegExp(`^${BETWEEN}${AIMS}${WHOM}`, "u");
/** 重点抓哪五类人群, without the name of what is listed. */
const FOR_WHICH_CLASSES = new RegExp(
  `(?:${AIMS}${WHICH}|哪${NUMBER})大?(?:类|种|拨)(?:重点)?${PERSONS}|${NUMBER}[类种拨大](?:重点)?(?:人群?|群体)(?:都|分别|各自?)*(?:是|指|有|包括)的?(?:哪|谁|什么|啥)[^,;?。]{0,6}`,
  "u",
);

const STATED = new RegExp(`(?:^|[^第])(${NUMBER})(?:拨|${MEASURE})(?!字|词)`, "gu");
const QUOTES = /["“”]/gu;
/** The name before the last of several: 老人和产业工人这两块. */
const NAMED_WITH = /[^,]{1,12}[和与及跟、]$/u;
const QUALIFIED = /(?:工作|基本|主要|总体|重点|重大|具体)$/u;

/** Whether every number of things that a question states is this one. */
export function statesNumber(question: string, count: number): boolean {
  return [...question.matchAll(STATED)]
    .map(([, stated = ""]) => parseNumeral(stated))
    .every((stated) => stated === 1 || stated === count);
}

/** How a name is asked for: as the name of a list, as a part of it, or for whom the listed are. */
export type NameUse = "name" | "part" | "whom";

/** The words of a question beside a name and what is asked of it; null where the name is not asked for. */
export function besideName(question: string, name: string, use: NameUse): string | null {
  if (!question.includes(name)) return null;
  const asked = question.replace(QUOTES, "");
  const pattern = use === "name" ? AFTER : use === "part" ? AFTER_PART : AFTER_FOR_WHOM;
  for (let at = asked.indexOf(name); at >= 0; at = asked.indexOf(name, at + 1)) {
    const [before, after] = [asked.slice(0, at).replace(QUALIFIED, ""), asked.slice(at + name.length)];
    const match = pattern.exec(after);
    const rest = after.slice(match?.[0].length);
    const words = before.replace(COUNTED_BEFORE, "").replace(use === "part" ? NAMED_WITH : /$/u, "");
    if (match && ENDS.test(rest)) return `${words} ${rest}`;
    if (use === "name" && DONE.test(after) && ASKED_BEFORE.test(before)) return before.replace(ASKED_BEFORE, "");
  }
  return null;
}

/** The words of a question beside 面向哪五类人群; null where no classes of people are asked for. */
export function besideClasses(question: string): string | null {
  const asked = question.replace(QUOTES, "");
  const match = FOR_WHICH_CLASSES.exec(asked);
  return match && `${asked.slice(0, match.index)} ${asked.slice(match.index + match[0].length)}`;
}

/** Whether anything at all is asked that a name could answer. */
export const asksForNames = (question: string): boolean => /哪|几|分别|什么|啥|多少|谁|展开/u.test(question);
