import type { QuestionKind } from "./question-kind.js";

/** What a passage must show to answer a kind of question at all. Patterns describe drafting, not subjects. */
const ORGAN =
  /(?:局|委员会|委|办公室|政府|单位|部门|机构|机关|负责人|区长|县长|市长|领导|专家|组织|协会|商会|团体|科协|法院|检察院|院|公司|代表|委员|当事人|申请人|行为人|人员|公民|法人|双方|一方|用人单位|企业|学校|银行|主管|人民|股东|监护人|配偶|子女|父母|承租人|出租人|所有人|权利人|经营者|消费者|业主|街乡|志愿者)/u;
const NUMBER = "[0-9０-９一二三四五六七八九十百千万两零〇]+";
const EVIDENCE: Partial<Record<QuestionKind, RegExp>> = {
  contact: /电话|手机|传真|邮箱|@|https?:|\d{3,4}-\d{7,8}|\d{7,11}|地址[:：]/u,
  money: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:元|万元|亿元|美元|倍)|经费|资金|补贴|免费|不收取|费用|罚款|资助`, "u"),
  percent: new RegExp(`${NUMBER}(?:\\.\\d+)? ?(?:%|％)|百分之|分之`, "u"),
  deadline: new RegExp(
    `${NUMBER} ?(?:个)?(?:工作日|日|天|小时|个月|月|年|周|星期)|及时|立即|定期|长期|季度|期限|提前`,
    "u",
  ),
  date: new RegExp(`${NUMBER} ?(?:年|月|日|季度)|印发之日|公布之日|发布之日|之日起|前|后|时`, "u"),
  count: new RegExp(`${NUMBER}|[（(][一二三四五六七八九十]+[)）]|——|、`, "u"),
  who: ORGAN,
};

/** 1 when the passage shows what the kind asks for, 0 when it does not, null when the kind asks for nothing special. */
export function showsEvidence(kind: QuestionKind, passage: string): 0 | 1 | null {
  const pattern = EVIDENCE[kind];
  return pattern ? (pattern.test(passage) ? 1 : 0) : null;
}

/** Kinds that a whole list answers best. */
export function wantsList(kind: QuestionKind): boolean {
  return ["materials", "list", "condition", "count", "procedure", "channel"].includes(kind);
}
