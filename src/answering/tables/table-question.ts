import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { type QuestionKind, termsAskedAbout } from "../question/question-kind.js";
import type { Understanding } from "../question/understand.js";
import { coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import { nameCell, ORGANS, unmetValue } from "./table-answer.js";
import { listMeant, listNoun } from "./table-list.js";
import {
  asksForMost,
  HOLDS_SEVERAL,
  isOrgan,
  organWithoutRow,
  rowOfMatter,
  rowsCompared,
  rowsOfColumn,
} from "./table-premise.js";
import {
  asksOfForm,
  type ListQuestion,
  type Missing,
  type RowsAsked,
  rowByName,
  rowNextTo,
  rowsByForm,
  rowsByKind,
  rowsByPlace,
  rowsByValue,
} from "./table-rows.js";

/** What a question asks of the table of a list (目录, 清单). */
export interface AskedOfTable {
  readonly table: Provision;
  /** The rows asked for; all of them where the question asks for all, or for values that are settled when they are written. */
  readonly rows: readonly Provision[];
  /** What is asked for and the table has not; null for nothing. */
  readonly missing: Missing | null;
}

const ALL =
  /(?:(?:一共|总共|共)?(?:列|有|收|安排|包括)了?|一共|总共)(?:几|多少)[项个件]|哪(?:几|些)[项个件](?!法定|程序)|那(?:几|些)[项个件](?:大?事|事项|决策)?(?:都|分别|各自?)?[是叫]|(?:各自?|分别)[是由归]*(?:谁|哪)|把[^,。]{0,14}(?:事项|决策|项目|事)(?:都|全)*(?:列|念|报|说|写|抄)|(?:全|都|逐[项个件条]|一[项个件条]一?[项个件条])(?:部)?地?(?:列|念|说|写|抄|报|讲|数)(?:一下|出来|了|给|$)|列了?(?:哪|什么|啥)|(?:有|是)(?:哪些|啥|什么)(?:事项|项目|决策|内容)?$|连同|一一|(?:都)?叫(?:啥|什么)名?|哪几家/u;

/** Places of the notice that a list comes with are none of its rows. */
const OF_NOTICE = /第[一二三四五六七八九十\d]+条|通知/u;
/** Asks for the rows that share a value: 几项归区民政局, 一季度要决策的是哪些, 农业农村局的项目几时上会. */
const SHARING =
  /(?:几|多少|哪些|哪一?|那一?)[项个件]|哪些(?:事项|决策|项目)|(?:的|都)(?:是|有)(?:哪些|什么|啥)|的(?:项目|事项|决策)|[办牵]的?(?:头的?)?(?:是|叫)?(?:什么|啥)(?:事|$)|承办的都是|有没有/u;
/** Things that rows are, without a list being named. */
const A_MATTER = /事项|决策|项目|件事|大事|承办|牵头/u;
/** What a matter of a list may be said to be, rightly or not. */
const A_PREMISE = /季度|半年|年[初中底末]|对吗|对不对|[没记搞弄]错|是不是|还是|[这那一][栏列]/u;
/** What is asked by the place of a row alone, after a turn that named the list. */
const PLACE_ONLY = /第[一二三四五六七八九十\d]+[个项件行]/u;
const POLITE = /[,。]?(?:(?:请|麻烦|烦请)(?:告知|明示|列明|帮忙[^,。]*)|给我[^,。]{1,3})[?!。]*$|[呀啊呢哦]?[?!。]*$/gu;
/** Who says so, what for and who is to count, what seems and what one remembers, are no part of what is asked. */
const REMARK =
  /好像|似乎|貌似|^(?:[请帮替]|麻烦|劳驾|[给为](?:我|新?领导|同事|大家|会上))[^,。谁哪几什啥多]{0,8},(?=.{6})|,(?:后面|后头|再|并|顺便|请)?(?:都|也|要)*(?:带上|附上|跟上|注明|标明|写明|标上|写上|注上)|^[^,。]{0,8}?(?:说(?!明|法|清)|讲(?!究|座)|问(?!题|责)|记得|坚持|以为|查),?(?=.{6})|[,。](?:我|咱)[^,。]*|[,。](?:谁|没|有没有)?[^,。]{0,3}(?:[记说搞弄]错|说得?对)[^,。]*/gu;

/** Null where no list is meant, or something else is asked of it than its rows. */
export function askedOfTable(
  library: PolicyLibrary,
  { text: typed, terms, kind }: Pick<Understanding, "text" | "terms" | "kind">,
): AskedOfTable | null {
  const text = typed.replace(POLITE, "").replace(REMARK, "");
  const carried = PLACE_ONLY.test(text) ? terms.map((term) => term.text).join(" ") : "";
  const noun = listNoun(text) ?? listNoun(carried);
  if (noun === null && ![SHARING, A_MATTER, A_PREMISE, HOLDS_SEVERAL, OF_ROW].some((way) => way.test(text)))
    return null;
  const list = listMeant(library, text, noun);
  if (!list) return null;
  const question: ListQuestion = { ...list, text, terms: terms.filter((term) => isLeft(term, text, typed)), kind };
  const asked = rowsAsked(library, question, OF_ROW.test(text) || A_PREMISE.test(typed));
  return asked && { table: list.table, rows: asked.rows, missing: asked.missing ?? null };
}

/** A word of what was left of the question, or of the turn before. */
function isLeft(term: Term, text: string, typed: string): boolean {
  return text.includes(term.text) || !typed.includes(term.text);
}

/** The first way to ask that the question fits, and that leaves nothing of it that is no matter of a list. */
function rowsAsked(library: PolicyLibrary, question: ListQuestion, isOfRow: boolean): RowsAsked | null {
  const { rows, text, kind, isNamed, isCalled } = question;
  const isOfList = (term: Term): boolean => coverTerm(term, wordsOf(library, question, [])) >= 0.5;
  const isOnly = (asked: RowsAsked | null): RowsAsked | null =>
    asked && tellsNothingElse(question, wordsOf(library, question, asked.said)) ? asked : null;
  const beside = isNamed ? isOnly(rowNextTo(question)) : null;
  if (beside) return beside;
  const place = isCalled ? rowsByPlace(question) : null;
  if (place)
    return (UNTOLD_KINDS.has(kind) || UNTOLD_OF_PLACE.test(text)) && !place.missing
      ? { ...place, missing: { what: "column", name: "" } }
      : place;
  const column = rowsOfColumn(question);
  if (column?.missing) return column;
  const most = asksForMost(question);
  if (most) return most;
  const isOfRows = isNamed || SHARING.test(text);
  const isOfAll = isNamed
    ? ALL.test(text) || (kind === "count" && !/几条/u.test(text)) || asksOfForm(question)
    : (SHARING.test(text) && asksByColumn(rows, question.terms)) || asksOfForm(question);
  const values = rowsByValue(question);
  return (
    (isOfRows || A_MATTER.test(text) ? (isOnly(rowsByKind(question)) ?? isOnly(rowsByForm(question))) : null) ??
    (isNamed || (SHARING.test(text) && (A_MATTER.test(text) || !unmetValue(rows, text))) ? isOnly(values) : null) ??
    isOnly(organWithoutRow(question)) ??
    isOnly(rowOfMatter(question, isOfList)) ??
    isOnly(rowsCompared(question)) ??
    isOnly(column) ??
    (isOfRows || values || isOfRow ? isOnly(rowSaid(question, values)) : null) ??
    (isOfAll && !OF_NOTICE.test(text) ? isOnly({ rows, said: text.match(ALL) ?? [] }) : null)
  );
}

/** A row by its name, whatever is said of it: 农田规划要到四季度才定,对不对; 农田那个规划管到哪一年. */
function rowSaid(question: ListQuestion, values: RowsAsked | null): RowsAsked | null {
  const named = BEYOND_ROW.test(question.text) ? null : rowByName(question);
  const hasYears = YEARS.test(normalise(named?.rows[0]?.text ?? ""));
  const years = hasYears ? [OF_YEARS, ...(question.text.match(FIVE_YEARS) ?? [])] : [];
  const asking = question.text.match(OF_ROW)?.[0] ?? "";
  const organs = question.terms.filter(isOrgan).map((term) => term.text);
  return named && { ...named, said: [...named.said, ...(values?.said ?? []), asking, ...organs, ...years] };
}

/** A row names organs and nobody in them, a quarter and no day, a text and not its wording. */
const BEYOND_ROW =
  /[科处]室|窗口|哪位|经办|多少|[哪几]个?月|几号|哪一?[天日]|通过[的了]|写了?(?:什么|啥|哪)|内容|具体(?:有|规定)/u;
const UNTOLD_OF_PLACE = /[科处]室|窗口|哪位|经办|(?<!共|有)多少(?![项个件])|多[大高长宽]/u;
const FIVE_YEARS = /十[一二三四五六七八]五/gu;
const YEARS = new RegExp(`\\d{4}|${FIVE_YEARS.source}`, "u");
const OF_YEARS = "管到哪 一年 为止 截止 年限 起止 覆盖 管 五年 哪年到哪年 年份";

/** The list whose columns are asked for (附表设了哪些栏目); null for another question. */
export function columnsAsked(library: PolicyLibrary, text: string): Provision | null {
  const noun = COLUMNS.test(text) ? listNoun(text) : null;
  const list = noun === null ? null : listMeant(library, text, noun);
  return list?.isCalled ? list.table : null;
}

const COLUMNS = /(?:哪|几|多少|什么|啥)(?:些|几|个)?(?:栏目?|列(?![入为进出明举]))|表头/u;

/**
 * The row of a list whose name holds a title that no document of the corpus bears (《…实施细则》 of a 目录), where the columns are asked for
 * and nothing of the text itself; null for any other.
 */
export function rowCalled(
  library: PolicyLibrary,
  title: string,
  { text, terms, kind }: Pick<Understanding, "text" | "terms" | "kind">,
): Provision | null {
  const list = listMeant(library, text, null);
  const wanted = normalise(title).replace(/[《》\s]/gu, "");
  const named = list?.rows.filter((row) => normalise(nameCell(row.cells ?? [])?.text ?? "").includes(wanted)) ?? [];
  const [row] = named;
  const asksColumn = row?.cells?.some(({ column }) => terms.some((term) => coverTerm(term, normalise(column)) >= 0.5));
  if (!list || !row || named.length > 1 || !(asksColumn || OF_ROW.test(text))) return null;
  const question: ListQuestion = { ...list, text, terms, kind };
  return tellsNothingElse(question, wordsOf(library, question, [title])) ? row : null;
}

/** Whose a row is and for when: what the columns of a list tell. */
const OF_ROW =
  /(?:[分交派划摊落甩](?:给|到|在)了?)?(?:谁|哪[^,。]{0,4}?(?:局|委|部门|单位|家|季度|月|年))(?:在?[办管抓弄干做])?|什么时候|啥时候|何时|几季度|牵头|承办|负责/u;

/** From this weight on a word is more than every second rule has, and */
const TELLING = 1;
/** below this one it is of one character or of a part of speech that carries no subject, and says little beside a list that is named. */
const SUBJECTLESS = 1.27;

/** Whether a telling word of the question stands in the head of a column. */
function asksByColumn(rows: readonly Provision[], terms: readonly Term[]): boolean {
  const columns = rows[0]?.cells?.map(({ column }) => normalise(column)) ?? [];
  return terms.some(
    (term) => term.role === "topic" && term.weight >= TELLING && columns.some((column) => column.includes(term.text)),
  );
}

/** Words that speak of a list, of entering it and of deciding what stands on it. */
const OF_A_LIST =
  "归 定 要定 排 放 列 一份 两份 就要 而是 各自 相同 五件 两件 拖 压 挂 一并 项目 列入 列进 进来 收录 排进 定下来 敲定 拍板 上会 审议 讨论 研究 报 报送 提交 牵头 承办 主办 负责 附表 单子 预计 计划 准备 安排 摊上 手上 手里 名下 名字 名称 全名 名叫 叫啥名 " +
  "同一个 设在 派驻 派出机构 分局 下属 直属 区属 市属 市级 县级 市里 县里 字头 牌子 不算 末尾 收尾 结尾 落脚 打头 字样 大事儿 连同 一一对应 一块儿 挑头的 头上 落到 不一样 上头 全都 " +
  "放在 牵头单位 表里";

/** Kinds that rows and their number may answer, whatever words ask for them; what asks for a telephone is a subject. */
const TOLD_BY_ROWS: readonly QuestionKind[] = ["who", "date", "deadline", "count", "list", "open", "yesno"];

/** Kinds of question that no column of a list of matters answers. */
const UNTOLD_KINDS: ReadonlySet<QuestionKind> = new Set([
  "person",
  "contact",
  "money",
  "percent",
  "materials",
  "procedure",
  "basis",
  "frequency",
  "form",
]);
/** What a list tells of none of its rows. */
const UNTOLD = /^(?:材料|资料|条件|情形|程序|流程|步骤|手续|环节|途径|渠道|职责|后果|依据|目的|范围|标准|原则|措施)$/u;

/** The words of a list itself: its title, the heads of its columns, the organs in it, and what the question has said of its rows. */
function wordsOf(library: PolicyLibrary, { table, rows, noun }: ListQuestion, said: readonly string[]): string {
  const columns = rows[0]?.cells?.map((cell) => cell.column) ?? [];
  const organs = rows.flatMap(({ cells = [] }) =>
    cells.filter(({ column }) => ORGANS.test(column)).map((cell) => cell.text),
  );
  const { title, noticeTitle, issuer } = library.document(table.documentId) ?? {};
  return normalise([title, noticeTitle, issuer, noun, ...columns, ...organs, ...said, OF_A_LIST].join(" "));
}

/** 谁审批 is one word, and asks for who does more than stand in a list. */
const ACT_ASKED = /^(?:由?谁|哪家|哪个(?:部门|单位)?)[来去在]?(\p{Script=Han}{2,})$/u;

/** Whether every word with a subject is one of those. */
function tellsNothingElse({ text, terms, kind, isNamed }: ListQuestion, own: string): boolean {
  const light = isNamed ? SUBJECTLESS : TELLING;
  if (terms.some(({ text: word }) => !own.includes(ACT_ASKED.exec(word)?.[1] ?? ""))) return false;
  return (TOLD_BY_ROWS.includes(kind) ? termsAskedAbout(text, terms) : terms).every(
    (term) =>
      !UNTOLD.test(term.text) &&
      (term.role === "asked" || term.role === "quantity" || term.weight < light || coverTerm(term, own) >= 0.5),
  );
}
