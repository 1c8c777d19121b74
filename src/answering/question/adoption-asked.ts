/** What a question asks of the 题注 of a text. */
export type NotedFact =
  | "issuer"
  | "adopter"
  | "approver"
  | "number"
  | "issued"
  | "adopted"
  | "approved"
  | "amended"
  | "last_amended"
  | "first_amended"
  | "in_force"
  | "history";

export interface AdoptionAsked {
  /** The words that name the text; null where the question goes on about one that was spoken of. */
  readonly name: string | null;
  readonly facts: readonly NotedFact[];
  /** 最早, 当初: of several acts of a kind the first. */
  readonly isFirst: boolean;
  /** The act as it is asked for: 公布, 出台. */
  readonly verb: string;
}

/** A kind of text that is law when it has a name: nobody asks who is to publish it. */
const LAW = "条例|法典?|解释|宪法|纲要|准则|号令";
const TEXT = `${LAW}|规定|办法|细则|规则|章程|守则|关于.{2,60}的(?:决定|决议|批复)|号|[这那该本此](?:部|个|份|项|件)?(?:法规|法律|文件|意见|通知|规章|东西|文)|它`;
const NAME = `(?:.{0,60}?(?:${TEXT})(?:\\([^()]{1,12}\\))?》?)`;
const WHEN =
  "(?:哪年哪月(?:哪[日天])?|哪一?[年天日]|什么时[候间]|何时|几时|啥时候?|几几年|几月几[号日]|几号|多会儿|哪个?年[份头]|[啥什]么?日子|多少年)";
const WHO = "(?:谁家?|(?:哪|什么|啥)一?[个家级]?(?:单位|部门|机关|机构|政府|部委|部|组织|人)?|哪里|哪儿)";
const ISSUED = "(?:公布|发布|颁布|颁发|印发|下发|制发|发文|出台|发出来|发下来|出来|制定|制订|起草发布|发|出|立|定)";
const AMENDED = "(?:修订|修正|修改|改动|改|修|动)";
const DAY = "(?:日期|时间|年份|日)";
const IS_WHICH = "(?:是)?(?:多少|什么|啥|几|几号|谁|哪[^,。]{0,6}|何时|什么时候)?";
/** 经国务院: by whom, said beside when. */
const BY = "(?:[由经][^,。谁哪什]{1,12})?";
const SOFAR =
  "(?:一共|总共|共|都|前后|先后|到现在|到目前|到今天|至今|迄今|目前|历史上|后来|以后|之后|又|(?:公布|发布|出台|施行|制定|颁布|通过)(?:以来|以后|之后|后)|这些年|这么多年|被|还)*";

/** Each with what stands right behind the name of the text, or right before it. */
const FORMS: readonly (readonly [NotedFact, string])[] = [
  [
    "number",
    `(?:以|用|由)?(?:国务院|主席|部|部门|政府|公安部|人大|总理)?(?:令|公告)?(?:的)?第?(?:几|多少)号(?:国务院令|主席令|令|公告|文件?)?(?:${ISSUED})?|` +
      `(?:发?文号|发文字号|令号|公告号|字号|编号)${IS_WHICH}|哪[一个]?号(?:国务院|主席)?令|(?:国务院|主席)令(?:第)?(?:几|多少)号`,
  ],
  [
    "issuer",
    `[由经]?${WHO}(?:在|、|和)?(?:${WHEN})?(?:来|给|牵头)?${ISSUED}的|以${WHO}的?名义(?:${ISSUED})|` +
      `(?:发布|公布|颁布|发文|制定|印发|立法|出台|制发)(?:机关|单位|部门|主体|机构)${IS_WHICH}`,
  ],
  [
    "adopter",
    `[由经在]?(?:谁|哪[^,。谁]{0,16}?|第几[^,。]{0,16}?|什么会议?)上?(?:审议|表决)?通过(?:的|$)|通过(?:机关|会议)${IS_WHICH}`,
  ],
  [
    "approver",
    `[由经]?(?:报)?(?:谁|哪[^,。谁]{0,16}?|第几[^,。]{0,16}?)(?:批准|审批|批)的|批准(?:机关|单位)${IS_WHICH}`,
  ],
  ["adopted", `${WHEN}${BY}(?:审议|表决)?通过|通过(?:是|在)+${WHEN}|通过(?:的)?${DAY}${IS_WHICH}`],
  ["approved", `${WHEN}${BY}批准|批准(?:是|在)+${WHEN}|批准(?:的)?${DAY}${IS_WHICH}`],
  [
    "issued",
    `${WHEN}${BY}${ISSUED}|${ISSUED}(?:是|在)+${WHEN}|(?:公布|发布|颁布|出台|制定|印发|成文)(?:的)?${DAY}${IS_WHICH}`,
  ],
  [
    "first_amended",
    `(?:第一次|首次|头一?次)(?:被)?${AMENDED}(?:是|在)*${WHEN}|${WHEN}(?:第一次|首次|头一?次)${AMENDED}`,
  ],
  [
    "last_amended",
    `(?:最近|最后|最新|上)的?一?[次回]?的?(?:${AMENDED})(?:${DAY})?(?:是|在)*(?:${WHEN}|哪一?次)?|` +
      `(?:最近|最后|最新)的?(?:一[次回])?(?:是|在)*${WHEN}${AMENDED}过?|${WHEN}(?:最近|最后)一?次?${AMENDED}`,
  ],
  [
    "amended",
    `${SOFAR}${AMENDED}[过了]*(?:几|多少)[次回遍]|${SOFAR}(?:有过?|经[历过]过?|做过)?(?:几|多少)[次回]${AMENDED}|` +
      `${SOFAR}(?:有没有|有无|是否|是不是)(?:被|做过|有过)?(?:${AMENDED})过?|${SOFAR}${AMENDED}[过了](?:没有?|吗|么|不)?|${SOFAR}[修改]没[修改]过?|` +
      `${SOFAR}${WHEN}${BY}${AMENDED}过?|哪[几些]?[次回年]${AMENDED}过?|${AMENDED}(?:的)?${DAY}${IS_WHICH}|[由经被]?(?:谁|哪[^,。谁]{0,12}?)${AMENDED}的`,
  ],
  ["in_force", `(?:从|自)?${WHEN}(?:起|开始)*(?:施行|生效|实施|执行)|(?:施行|生效|实施)(?:的)?${DAY}${IS_WHICH}`],
  [
    "history",
    `(?:题注|立法沿革|制定沿革|历史沿革|沿革|(?:历次)?修[订正改](?:历史|情况|沿革|记录))(?:是|有|都|写|怎么|的|什么|啥|哪些)*`,
  ],
];

const FILL =
  "(?:是|的|在|到底|究竟|最早|最初|最开始|一开始|当初|当时|当年|首次|第一次|现行|原来|具体|这个|那个|都|[ :])*";
const END = "(?:的|了|呢|啊|呀|来着|来的|吗|么|吧|[ ?])*";
const LED =
  /^(?:请问|麻烦|帮我?忙?(?:查|看|问)|想?(?:问|查|知道|了解|核实|确认)|我|一下|下|查|看|领导|要|急|那|嗯|话说|在线等|谢谢|[ :])+/u;
const ASKED = FORMS.map(([fact, form]) => {
  const behind = new RegExp(`^(?<name>${NAME})?${FILL}(?:${form})${END}$`, "u");
  const before = new RegExp(`^${FILL}(?:${form})的?(?<name>${NAME})${END}$`, "u");
  return { fact, patterns: [behind, before] };
});
const ONLY_NAME = new RegExp(`^${NAME}$`, "u");
const FIRST = /最早|最初|最开始|一开始|当初|当年|首次|第一次|原来/u;
/** 谁公布 without 的 asks for a duty, but of a law. */
const OF_LAW = new RegExp(`^(.{2,60}(?:${LAW})》?(?:[由是])?${WHO}${ISSUED})$`, "u");
/** 按照条例的规定由谁公布, 条例草案: what a text says, and what is none yet. */
const NO_NAME =
  /怎|什么|哪|谁|多少|按照?|依照|依据|根据|草案|征求意见稿|送审稿|(?:法|条例|办法|规定|细则)》?(?:[的中里](?:规定|决定|办法|通知|决议)$|(?:规定|要求|明确|中|里|上).)|应[当该]|需要|必须|第.{1,4}条/u;

/** What a normalised question asks of the 题注 of a text, and nothing else; null for other questions. */
export function adoptionAsked(text: string): AdoptionAsked | null {
  const facts: NotedFact[] = [];
  let name: string | null = null;
  for (const clause of text.split(/[,;?。!]+/u).map((one) => one.replace(LED, "").trim())) {
    if (clause === "") continue;
    const read = readClause(clause);
    if (!read || (read.name !== null && NO_NAME.test(read.name))) return null;
    if (read.fact !== null) facts.push(read.fact);
    name ??= read.name;
  }
  // Since when a text is in force, it says itself: asked alone, that is answered as of any text.
  if (facts.every((fact) => fact === "in_force")) return null;
  const verb = /公布|发布|颁布|颁发|印发|下发/u.exec(text.replace(name ?? "", ""))?.[0] ?? "";
  return { name, facts: [...new Set(facts)], isFirst: FIRST.test(text), verb };
}

function readClause(written: string): { readonly fact: NotedFact | null; readonly name: string | null } | null {
  const clause = OF_LAW.test(written) ? `${written}的` : written;
  for (const { fact, patterns } of ASKED) {
    for (const pattern of patterns) {
      const match = pattern.exec(clause);
      if (match) return { fact, name: match.groups?.name ?? null };
    }
  }
  return ONLY_NAME.test(clause) ? { fact: null, name: clause } : null;
}
