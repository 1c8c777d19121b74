import type { PolicyLibrary } from "../corpus/library.js";
import { parseNumeral } from "../corpus/numerals.js";
import type { Provision } from "../corpus/provision.js";
import { normalise } from "../language/normalise.js";
import { comparable } from "./comparable.js";
import { coverTerm } from "./match.js";
import { type QuestionKind, termsAskedAbout } from "./question-kind.js";
import { isShortFor } from "./resolve.js";
import { LIST_NOUN } from "./standing.js";
import { LEVEL, nameCell, namesOfCell, ORGANS, rowsOf, spellHalves, unmetValue } from "./table-answer.js";
import { formOf } from "./table-form.js";
import type { Understanding } from "./understand.js";

/** What a question asks of the table of a list (目录, 清单). */
export interface AskedOfTable {
  readonly table: Provision;
  /** The rows asked for by their place or a word of their names; all where the question asks for all. */
  readonly rows: readonly Provision[];
  /** A row asked for by a number that the table does not reach. */
  readonly missingRow: number | null;
}

const ROW =
  /(?:第|排第?)([一二三四五六七八九十]+|\d+)(?:的)?(?:[项行件位]|个(?!季度|月)|$|是|叫|的|写|讲|说|那)|(?:排|序号(?:是|为)?)([一二三四五六七八九十]+|\d+)/u;
const LAST = /最后(?:一|那)?(?:一)?[项行个件]|倒数第一/u;
const CALLED =
  /(?:叫|名为|名称带|带有?|含有?)"([^"]{2,12})"|(?:名字|名称)(?:里)?(?:叫做?|是|为|带有?|含有?)([^"的]{2,12})的/u;
/** 那两份规划, 哪个细则: rows of one kind by the last word of their names. */
const OF_KIND =
  /(?:[那这几哪]|[一二两三四五六七八九十\d])(?:[一二两三四五六七八九十\d几]?)(?:份|个|项|件)(实施方案|方案|规划|计划|实施细则|细则|办法|意见|规定|纲要)/u;
const ALL =
  /(?:(?:一共|总共|共)?(?:列|有|收|安排|包括)了?|一共|总共)(?:几|多少)[项个件]|(?:哪|那)(?:几|些)[项个件](?!法定|程序)|(?:全|都)(?:部)?(?:列|念|说|写)(?:一下|出来|了)|列了?(?:哪|什么|啥)|(?:有|是)(?:哪些|啥|什么)(?:事项|项目|决策|内容)?$/u;

/** Asks for the rows that share a value: 几项归区民政局, 一季度要决策的是哪些, 农业农村局的项目几时上会. */
const SHARING =
  /(?:几|多少|哪些|哪一?|那一?)[项个件]|哪些(?:事项|决策|项目)|(?:的|都)(?:是|有)(?:哪些|什么|啥)|的(?:项目|事项|决策)|[办牵]的?(?:头的?)?(?:是|叫)?(?:什么|啥)(?:事|$)/u;
/** Things that rows are, without a list being named. */
const A_MATTER = /事项|决策|项目|件事/u;
const SHORTEST_VALUE = 3;

/** Null where no list is named, or something else is asked of it than its rows. */
export function askedOfTable(
  library: PolicyLibrary,
  question: Pick<Understanding, "text" | "terms" | "kind">,
): AskedOfTable | null {
  const text = question.text.replace(/[?!。]+$/u, "");
  const asked = { ...question, text };
  const noun = /附表/u.test(text) ? "" : LIST_NOUN.exec(text)?.[0];
  const table =
    noun === undefined && !SHARING.test(text) && !A_MATTER.test(text) ? null : onlyTable(library, noun ?? "");
  if (!table) return null;
  const rows = rowsOf(library, table);
  const isOnly = (words: readonly string[]): boolean => asksNothingElse(library, table, asked, [noun ?? "", ...words]);
  if (noun !== undefined && isCalled(library, table, noun)) {
    const ordinal = LAST.test(text) ? rows.length : ordinalIn(text);
    if (ordinal !== null) {
      const row = rows[ordinal - 1];
      return { table, rows: row ? [row] : [], missingRow: row ? null : ordinal };
    }
  }
  const named = rowsNamedBy(rows, text);
  if (named.rows.length > 0 && (noun !== undefined || A_MATTER.test(text)) && isOnly(named.words))
    return { table, rows: named.rows, missingRow: null };
  const shortened = SHARING.test(text) ? rowOfShortened(rows, question.terms) : null;
  if (shortened && isOnly([shortened.word])) return { table, rows: [shortened.row], missingRow: null };
  const values = SHARING.test(text) ? valuesNamed(rows, text) : [];
  // Which rows have the value is settled when they are written.
  if (values.length > 0 && isOnly(values)) return { table, rows, missingRow: null };
  const isOfAll =
    noun === undefined
      ? (SHARING.test(text) && asksByColumn(rows, question.terms)) || asksOfForm(rows, text)
      : ALL.test(text) || question.kind === "count";
  return isOfAll && isOnly([]) ? { table, rows, missingRow: null } : null;
}

/** The list whose columns are asked for (附表设了哪些栏目); null for another question. */
export function columnsAsked(library: PolicyLibrary, text: string): Provision | null {
  const noun = A_TABLE.test(text) ? "" : LIST_NOUN.exec(text)?.[0];
  const table = noun !== undefined && COLUMNS.test(text) ? onlyTable(library, noun) : null;
  return table && isCalled(library, table, noun ?? "") ? table : null;
}

/** 附表, 表里; 代表 and 发表 are none. */
const A_TABLE = /附表|表头|(?:^|[这那张个份])表[里中上格]?/u;
const COLUMNS = /(?:哪|几|多少|什么|啥)(?:些|几|个)?(?:栏目?|列(?![入为进出明举]))|表头/u;

/** Rows that a question calls by a word of their names (叫"规划"的), or by the kind of text that they are, with that word. */
function rowsNamedBy(
  rows: readonly Provision[],
  text: string,
): { rows: readonly Provision[]; words: readonly string[] } {
  const [, quoted, plain] = CALLED.exec(text) ?? [];
  const called = quoted ?? plain;
  const nameOf = (row: Provision): string => normalise(nameCell(row.cells ?? [])?.text ?? "");
  if (called) return { rows: rows.filter((row) => nameOf(row).includes(called)), words: [called] };
  const kind = OF_KIND.exec(text)?.[1];
  const isOfKind = (row: Provision): boolean =>
    kind !== undefined &&
    nameOf(row)
      .replace(/\s*\([^()]*\)$/u, "")
      .endsWith(kind);
  return { rows: rows.filter(isOfKind), words: kind ? [kind] : [] };
}

/** Values that the question names and some row has, the level of an organ (市级), and a value of a column's form that no row has. */
function valuesNamed(rows: readonly Provision[], text: string): readonly string[] {
  const level = LEVEL.exec(text)?.[0];
  const unmet = unmetValue(rows, text);
  return [...sharedValues(rows, spellHalves(text)), ...(level ? [level] : []), ...(unmet === null ? [] : [unmet])];
}

/** The only row with an organ that a word of the question shortens: 规自分局 for 市规划自然资源委朝阳分局. */
function rowOfShortened(
  rows: readonly Provision[],
  terms: Understanding["terms"],
): { row: Provision; word: string } | null {
  for (const { text: word } of terms) {
    const named = rows.filter((row) => valuesOf(row).some((value) => value !== word && isShortFor(word, value)));
    const isValue = rows.some((row) => valuesOf(row).some((value) => value.includes(word)));
    const [row] = named;
    if (row && named.length === 1 && !isValue) return { row, word };
  }
  return null;
}

/** 几件事是不是都在一个季度 asks for the form of a column's values. */
function asksOfForm(rows: readonly Provision[], text: string): boolean {
  const forms = new Set(rows.flatMap(valuesOf).flatMap((value) => formOf(value) ?? []));
  return /都|全|同一/u.test(text) && [...forms].some((form) => text.includes(form));
}

/**
 * The row of a list whose name holds a title that no document of the corpus bears (《…实施细则》 of a 目录), where the columns are asked for
 * and nothing of the text itself; null for any other.
 */
export function rowCalled(
  library: PolicyLibrary,
  title: string,
  { text, terms, kind }: Pick<Understanding, "text" | "terms" | "kind">,
): Provision | null {
  const table = onlyTable(library, "");
  const wanted = normalise(title).replace(/[《》\s]/gu, "");
  const named = table
    ? rowsOf(library, table).filter((row) => normalise(nameCell(row.cells ?? [])?.text ?? "").includes(wanted))
    : [];
  const [row] = named;
  const asksColumn = row?.cells?.some(({ column }) => terms.some((term) => coverTerm(term, normalise(column)) >= 0.5));
  if (!table || !row || named.length > 1 || !(asksColumn || OF_ROW.test(text))) return null;
  return asksNothingElse(library, table, { text, terms, kind }, [title]) ? row : null;
}

/** Whose a row is and for when: what the columns of a list tell. */
const OF_ROW = /谁|哪[^,。]{0,4}(?:局|委|部门|单位|家|季度|月|年)|什么时候|啥时候|何时|几季度|牵头|承办|负责/u;

/** From this weight on a word is more than every second rule has. */
const TELLING = 1;

/** Whether a telling word of the question stands in the head of a column. */
function asksByColumn(rows: readonly Provision[], terms: Pick<Understanding, "terms">["terms"]): boolean {
  const columns = rows[0]?.cells?.map(({ column }) => normalise(column)) ?? [];
  return terms.some(
    (term) => term.role === "topic" && term.weight >= TELLING && columns.some((column) => column.includes(term.text)),
  );
}

function sharedValues(rows: readonly Provision[], text: string): string[] {
  return rows.flatMap(valuesOf).filter((value) => text.includes(value));
}

/** Values of a row other than its name, normalised. */
function valuesOf(row: Provision): string[] {
  const cells = row.cells ?? [];
  const name = nameCell(cells)?.text;
  return cells
    .filter((cell) => cell.text !== name)
    .flatMap(namesOfCell)
    .filter((value) => value.length >= SHORTEST_VALUE);
}

function ordinalIn(text: string): number | null {
  const match = ROW.exec(text);
  return match ? parseNumeral(match[1] ?? match[2] ?? "") : null;
}

/** The only table of the only official document that is a list by its title: of the kind that `noun` names where there is one, else of any (清单 for a 目录). */
function onlyTable(library: PolicyLibrary, noun: string): Provision | null {
  const lists = library.documents.filter(
    ({ duplicateOf, title }) => duplicateOf === null && LIST_NOUN.test(comparable(title)),
  );
  const called = lists.filter(({ title }) => comparable(title).includes(noun));
  const tables = (called.length > 0 ? called : lists).flatMap(
    ({ documentId }) => library.provision(`${documentId}#table_1`) ?? [],
  );
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

/** Whether the list is called by that word itself: 黑名单第二名 is no row of a 目录, whatever else is only one. */
function isCalled(library: PolicyLibrary, { documentId }: Provision, noun: string): boolean {
  return comparable(library.document(documentId)?.title ?? "").includes(noun);
}

/** Words that speak of a list, of entering it and of deciding what stands on it. */
const OF_A_LIST =
  "事项 项目 内容 里头 里面 全部 今年 总共 一共 拢共 列 列入 列进 收 收录 排 排进 排在 归 定 要定 定下来 敲定 拍板 上会 审议 讨论 研究 决定 报 报送 提交 牵头 承办 主办 责任 负责 附表 预计 计划 打算 准备 安排 放 一并 " +
  "各自 各是 时间 季度 摊上 轮到 手上 手里 名下 名字 名称 具体 单位 部门 同一个 在内 两份 就要 设在 派驻 下属 直属 区属 市属 区级 市级 县级 区里 市里 县里 而是 不是";

/** Kinds that rows and their number may answer, whatever words ask for them; what asks for a telephone is a subject. */
const TOLD_BY_ROWS: readonly QuestionKind[] = ["who", "date", "deadline", "count", "list", "open", "yesno"];

/** Every word with a subject is one of the list itself: its title, the heads of its columns, the organs in it. */
function asksNothingElse(
  library: PolicyLibrary,
  table: Provision,
  { text, terms, kind }: Pick<Understanding, "text" | "terms" | "kind">,
  values: readonly string[] = [],
): boolean {
  const rows = rowsOf(library, table);
  const columns = rows[0]?.cells?.map((cell) => cell.column) ?? [];
  const organs = rows.flatMap(({ cells = [] }) =>
    cells.filter(({ column }) => ORGANS.test(column)).map((cell) => cell.text),
  );
  const title = library.document(table.documentId)?.title;
  const own = normalise([title, ...columns, ...organs, ...values, OF_A_LIST].join(" "));
  return (TOLD_BY_ROWS.includes(kind) ? termsAskedAbout(text, terms) : terms).every(
    (term) => term.role === "asked" || term.role === "quantity" || term.weight < 1 || coverTerm(term, own) >= 0.5,
  );
}
