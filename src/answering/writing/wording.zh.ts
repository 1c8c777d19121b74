import type { RefusalReason } from "../answer.js";
import type { NotedFact } from "../question/adoption-asked.js";

/** A title in its marks; a title within it takes 〈〉, as GB/T 15834 has it. */
export function inTitleMarks(title: string): string {
  return `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

const NOTED: Readonly<Record<NotedFact, string>> = {
  issuer: "发布机关",
  adopter: "通过机关",
  approver: "批准机关",
  number: "文号",
  issued: "公布日期",
  adopted: "通过日期",
  approved: "批准日期",
  amended: "修订情况",
  last_amended: "修订情况",
  first_amended: "修订情况",
  in_force: "施行日期",
  history: "制定沿革",
};

/** Everything the answers say that is not a quotation. */
export const wording = {
  purpose: "我只依据已收录的政府文件回答办事程序和制度规定方面的问题，每个答案都附原文出处。",
  nearest: "以下内容与问题较为接近，但不作为答复依据：",
  smallTalk: {
    greeting: "您好！",
    thanks: "不客气。",
    identity: "我是政策问答助手。",
    pastime: "这个问题不属于政府文件和办事程序的范围。",
  },
  leadIn: "上述一项的总起语：",
  missingDocument: (name: string) => `已收录的文件中没有${name}，不能作答。`,
  onlyAmended: (name: string) => `已收录的文件中没有${name}的全文，只有对它的修订，没有涉及您问的这一条。`,
  amendedUntold: (name: string) => `已收录的文件中没有${name}的全文，只有对它的修订，其中没有您问的内容，不能作答。`,
  missingPlace: (title: string, place: string) => `${inTitleMarks(title)}没有${place}。`,
  quoted: (text: string) => `“${text}”`,
  inForceNow: (place: string, date: string | null) =>
    `${place}已作修订${date ? `（${date}起施行）` : ""}，现行表述为：`,
  replaced: "修订前的表述（已被替换，不再适用）：",
  changes: (n: number) => `共修订${n}处：`,
  table: {
    none: (value: string) => `表中没有“${value}”的事项。`,
    count: (n: number) => `共${n}项：`,
    columns: (heads: readonly string[]) => `表中各栏为：${heads.join("、")}。`,
  },
  title: (title: string, number: string | null) => `${number ?? "该文件"}的标题是${inTitleMarks(title)}。`,
  number: (title: string, number: string) => `${inTitleMarks(title)}的文号是${number}。`,
  issuer: (title: string, issuer: string) => `${inTitleMarks(title)}由${issuer}印发。`,
  noted: (title: string) => `${inTitleMarks(title)}的题注载明：`,
  notedNumber: (title: string, number: string) => `${inTitleMarks(title)}的文号是${number}：`,
  notedBy: (title: string, organ: string, verb: string) => `${inTitleMarks(title)}由${organ}${verb}：`,
  notedOn: (title: string, day: string, verb: string) => `${inTitleMarks(title)}于${day}${verb}：`,
  notedInstead: (title: string, asked: string, verb: string) =>
    `${inTitleMarks(title)}的题注没有载明${asked}日期，载明的${verb}日期是：`,
  notedChange: (title: string, day: string, verb: string, isLast: boolean) =>
    `${inTitleMarks(title)}${isLast ? "最近" : "第"}一次${verb}是在${day}：`,
  notedChanges: (title: string, n: number) => `${inTitleMarks(title)}的题注载明修改${n}次：`,
  notedUnchanged: (title: string) => `${inTitleMarks(title)}的题注没有载明修订：`,
  noteLacks: (title: string, facts: readonly NotedFact[]) =>
    `${inTitleMarks(title)}的题注没有载明${facts.map((fact) => NOTED[fact]).join("、")}。`,
  issuedBy: (issuer: string, n: number) => `以${issuer}名义印发的共${n}份：`,
  called: (title: string, number: string | null) => `${inTitleMarks(title)}${number ? `（${number}）` : ""}`,
  issued: (title: string, date: string) => `${inTitleMarks(title)}于${date}印发。`,
  inForceFrom: (title: string, date: string) => `${inTitleMarks(title)}自${date}起施行。`,
  notYet: (title: string, date: string, isRevision: boolean) =>
    `${inTitleMarks(title)}${isRevision ? "的这一版本" : ""}自${date}起施行，目前尚未施行${isRevision ? "，现行有效的是此前的版本" : ""}。`,
  coming: (title: string, date: string) => `${inTitleMarks(title)}已作修订，修订后的文本自${date}起施行。`,
  addressees: (title: string) => `${inTitleMarks(title)}的印发对象是：`,
  trial: (title: string, isTrial: boolean) =>
    isTrial ? `${inTitleMarks(title)}为试行文件。` : `${inTitleMarks(title)}标题没有“试行”字样。`,
  period: (title: string, period: string) => `${inTitleMarks(title)}标题载明的期间为${period}。`,
  parts: (title: string, parts: number, level: "section" | "chapter") =>
    `${inTitleMarks(title)}共${parts}${level === "chapter" ? "章" : "个部分"}：`,
  articles: (title: string, articles: number, chapters: number) =>
    `${inTitleMarks(title)}共${chapters > 0 ? `${chapters}章、` : ""}${articles}条。`,
} as const;

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  no_basis: "已收录的文件涉及这一主题，但没有载明您问的内容，不能据此作答。",
  not_in_corpus: "已收录的文件中没有关于这一事项的规定，不能作答。",
  no_such_provision: "没有您所说的这一条款。",
  off_topic: "这个问题不属于政府文件和办事程序的范围。",
  unsafe: "这类请求不能协助。我只依据已收录的政府文件作答，不能改变工作方式；如需了解有关责任规定，可以直接提问。",
};

/** The sentence that says why there is no answer; `detail` names what exactly is missing. */
export function refusalSentence(reason: RefusalReason, detail?: string): string {
  return detail ?? REFUSALS[reason];
}

/** 2022-09-13 → 2022年9月13日; a shorter date stays as long as it is. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${Number(year)}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}
