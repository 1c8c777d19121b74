import type { QuestionKind } from "./question-kind.js";
import { lacksItsWord } from "./told-by-word.js";

/** What a passage must show to answer a kind of question at all. Patterns describe drafting, not subjects. */
const ORGAN =
  /(?:局|委员会|委|办公室|政府|单位|部门|机构|机关|负责人|区长|县长|市长|领导|专家|组织|协会|商会|团体|科协|法院|检察院|院|公司|代表|委员|当事人|申请人|行为人|人员|公民|法人|双方|一方|用人单位|企业|学校|银行|主管|人民|股东|监护人|配偶|子女|父母|承租人|出租人|所有人|权利人|经营者|消费者|业主|街乡|志愿者)/u;
const NUMBER = "[0-9０-９一二三四五六七八九十百千万两零〇]+";
/** A number that is no part of a date: neither the year nor the day of 2022年9月13日. */
const LENGTH = "(?<![月0-9０-９])(?:[0-9０-９]{1,3}|[一二三四五六七八九十百千万两零〇]+)";
const EVIDENCE: Partial<Record<QuestionKind, RegExp>> = {
  person:
    /姓名|联系人[:：]|(?:担任|兼任|任)(?:组长|主任|主席|团长)|同志|由[^。，,]{2,20}(?:担任|兼任|聘任|任命|推选|选举|产生)|聘任/u,
  contact: /电话|手机|传真|邮箱|@|https?:|\d{3,4}-\d{7,8}|\d{7,11}|地址[:：]/u,
  frequency: new RegExp(
    `每(?:半年|日|天|季度?|个?月|周|${NUMBER} ?年|年)|年度|定期|${NUMBER} ?年(?:一|${NUMBER})次|一次`,
    "u",
  ),
  form: /格式|样式|示范文本|范本|模板|表格|样表|下载/u,
  state: /已经?(?:于|经|完成|通过|开展|建成|印发)|现已|目前/u,
  difference: /区别|不同|分别|差异|各自/u,
  company: /公司|集团|研究院|事务所/u,
  money: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:元|万元|亿元|美元|倍)|免费|不收取|不收费|不得收取|无偿`, "u"),
  percent: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:%|％)|百分之|分之`, "u"),
  deadline: new RegExp(
    `${NUMBER} ?(?:个)?(?:工作日|日|天|小时|分钟|个月|月|年|周|星期|时)|及时|立即|定期|长期|季度|期限|提前`,
    "u",
  ),
  date: new RegExp(`${NUMBER} ?(?:年|月|日|季度)|印发之日|公布之日|发布之日|之日起|前|后|时`, "u"),
  count: new RegExp(`${NUMBER}|[（(][一二三四五六七八九十]+[)）]|——|、`, "u"),
  who: ORGAN,
  scope: /所称|是指|包括|适用(?!于[^。]{0,10}的)|范围|除外/u,
  definition: /所称|是指|指的是|简称|作为|包括|即/u,
  basis: /(?:根据|依据|依照|按照|为贯彻|落实)[^。]{0,60}/u,
  purpose: /^为了?|为[^。]{2,40}[，,]|目的|意义/u,
  liability: /责任|处分|处罚|责令|通报|追究|取消|撤销|罚款|赔偿/u,
  channel: /网站|媒体|报刊|广播|电视|途径|方式|平台|窗口|渠道|会议|公告|场所|现场/u,
  condition: /的[，,；;。]|情形|情况|条件|符合|应当|可以/u,
  yesno: /应当|必须|可以|不得|不予|适用|参照|禁止|须|应|鼓励|支持|负责|经[^。]{1,20}同意/u,
};

const UNIT_CLASSES: readonly (readonly [asked: RegExp, shown: string])[] = [
  [/(?<!哪)(?:几|多少)(?:个)?(?:工作日|天|日)/u, `${LENGTH} ?(?:个)?(?:工作日|日|天)`],
  [/(?<!哪)(?:几|多少)个月/u, `${LENGTH} ?个月`],
  [/几个?月/u, `${NUMBER} ?个?月`],
  // 哪几年, 那几年 and 九几年 are of the calendar.
  [/(?<![哪那七八九])(?:几|多少)(?:个)?年(?!度)/u, `${LENGTH} ?年`],
  [/几年(?!度)/u, `${NUMBER} ?年`],
  [/(?:几|多少)(?:个)?(?:小时|钟头)/u, `${NUMBER} ?(?:个)?小时`],
  [/(?:几|多少)分钟/u, `${NUMBER} ?分钟`],
  [/(?<!哪)几点(?:钟|[上下]班|[前后开关到]|之[前后间]|以[前后]|$)/u, `${NUMBER} ?[时点]|:`],
  [/多大(?:岁数|年纪|年龄)|(?:几|多少)岁/u, `${NUMBER} ?(?:周)?岁`],
  [/多[高宽粗远]|多大$/u, `${NUMBER} ?(?:米|厘米|毫米|公分|千米|公里|平方米|公顷|亩|级)`],
  [/千分之几/u, `千分之|‰|${NUMBER} ?(?:%|％)`],
  [/几折/u, `${NUMBER} ?(?:%|％|折|分之)|优惠|减半`],
  [/(?:罚|赔|奖|补|收|借|贷|捐)[^,。]{0,6}?(?:几|多少)倍/u, `${NUMBER} ?倍`],
  // How long a state lasts is told by a length; 及时 tells only how soon an act follows.
  [
    /(?:保存|保管|保留|留存|存放|存|留|有效|持续)(?:期限?|时间)?(?:是|为|要|得|应|该|应当)?(?:多久|多长(?:时间)?)/u,
    `${LENGTH} ?(?:个)?(?:工作日|日|天|周|月|年)|长期|永久`,
  ],
  [/哪一?年/u, `${NUMBER} ?年`],
  [/哪一?天|几号/u, `${NUMBER} ?(?:个工作)?[日号]`],
  [/几成/u, `${NUMBER} ?(?:%|％|成|分之)`],
  [/(?:几|多少)个(?:百分)?点/u, `${NUMBER} ?(?:%|％|个?百分点|分之)`],
];
/** 几位专家, 几个等级, 多少亩, 投资多少: the measure word and the thing counted; 哪几项 asks for a list and counts nothing. */
const COUNTED =
  /(?<!哪)(?!(?<=第)几[条款项目章节点部])(?:几|多少)(?!家(?:怎|谁|如何|各|分别|都))(位|名|个|家|项|种|类|级|次|条|份|人|批|大|部分|方面|道|样|档|步|关|摊)?(?:的)?((?!的|才|以|就|吗|呢|算|要|是|有|了|能|可|才)[一-鿿]{0,3})/u;

/** 好几个, 当兵那几年, 想多占几天: so many and no question of how many. */
const INDEFINITE = /(?:好|那|这|(?<!上)头|近|(?<![最至])多[占住待拿])几(?:个)?\p{Script=Han}|差几[天日月年]/gu;

/** Nouns that a list of anything is counted by. */
const GENERIC =
  /^(?:结果|方面|内容|部分|事项|情况|情形|方式|办法|要求|步骤|环节|原则|任务|措施|目标|条件|材料|单位|部门|大类|类型|种类|工作)/u;

/**
 * What a question with 几 or 多少 must find: a number with the unit that is asked for. Null where nothing is counted.
 */
export function quantityPattern(question: string): RegExp | null {
  const counting = question.replace(INDEFINITE, "");
  for (const [asked, shown] of UNIT_CLASSES) {
    if (asked.test(counting)) return new RegExp(shown, "u");
  }
  const counted = COUNTED.exec(counting);
  if (!counted) return null;
  const [, classifier = "", noun = ""] = counted;
  if (classifier === "" && noun === "") return new RegExp(`${NUMBER} ?(?![条项款目）)])`, "u");
  // 几道, 几样, 几个方面, 几种方式: such lists are told, not counted.
  if (/^[道样档步关摊]$/u.test(classifier)) return null;
  if (/[项种类条部面大个]/u.test(classifier) && (noun === "" || GENERIC.test(noun))) return null;
  if (classifier === "" && GENERIC.test(noun)) return null;
  if (/[项种类条部面大个]/u.test(classifier)) return new RegExp(`${NUMBER} ?.{0,2}${noun.slice(0, 2)}`, "u");
  const unit = classifier === "" ? noun.slice(0, 1) : classifier;
  const named = noun.length >= 2 ? `|${NUMBER} ?.{0,2}${noun.slice(0, 2)}` : "";
  return new RegExp(`${NUMBER} ?(?:${PERSONS.test(unit) ? "名|位|人|分之" : unit})${named}`, "u");
}

const PERSONS = /[名位人]/u;

/** 1 when the passage shows what the kind asks for, 0 when it does not, null when the kind asks for nothing special. */
export function showsEvidence(kind: QuestionKind, passage: string): 0 | 1 | null {
  const pattern = EVIDENCE[kind];
  return pattern ? (pattern.test(passage) ? 1 : 0) : null;
}

/** A name, an address, a rate: a passage has one or has not, and one that has not is no answer however near it is. */
const TOLD_BY_FORM: readonly QuestionKind[] = ["person", "contact", "percent", "form", "company", "frequency"];

const AMOUNT_ASKED = /^(?!.*(?:谁|怎么|如何|哪)).*(?:多少|几[块元万千百倍])/u;
const AMOUNT = new RegExp(
  `${NUMBER}(?:\\.\\d+)? ?(?:元|万|亿|美元|倍|%|％|分之)|免费|不收取|不收费|不得收取|无偿|标准`,
  "u",
);

const NAMES_ON_LIST =
  /名单(?:上|里|中)?(?:都|现在|目前|一共)?(?:有|是)(?:哪(?:些|几)|谁|什么|几|多少)(?:家|个)?(?:的?(?:机构|单位|公司|企业|人|名字)|$)|哪(?:些|几家|几个|家)(?:机构|单位|公司|企业|人)?(?:上|进|在|被?列入)(?:了|到)?[^,。]{0,4}名单/u;

/** Whether a normalised question asks who stands on a list of names: a rule about the list does not tell. */
export function asksWhoIsListed(question: string): boolean {
  return NAMES_ON_LIST.test(question);
}

/** Whether a normalised question asks for something that the passage plainly does not hold. */
export function lacksWhatIsAsked(question: string, kind: QuestionKind, passage: string): boolean {
  if (lacksItsWord(question, passage)) return true;
  if (kind === "money") return AMOUNT_ASKED.test(question) && !AMOUNT.test(passage);
  if (kind === "deadline") return !(quantityPattern(question)?.test(passage) ?? true);
  return TOLD_BY_FORM.includes(kind) && showsEvidence(kind, passage) === 0;
}

const ACTS =
  /(?:^|[,;:)])[^,;:]{0,16}?(?:局|委|办公室|政府|单位|部门|机构|机关|负责人|领导|区长|街乡|街道|办事处|科协|组织|法院|检察院|主任)(?:\([^)]{1,20}\))?[^,;:]{0,4}?(?:负责|应|可以|须|必须|组织|牵头|承担|会同|编制|领导|决定|统筹|建立)/u;

/** Where the words about an organ that acts begin (区司法局负责…); null where the sentence has none. */
export function showsAgent(sentence: string): number | null {
  return ACTS.exec(sentence)?.index ?? null;
}

/** Kinds that a whole list answers best. */
export function wantsList(kind: QuestionKind): boolean {
  return ["materials", "list", "condition", "count", "procedure", "channel"].includes(kind);
}
