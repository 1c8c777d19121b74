import type { PolicyLibrary } from "../corpus/library.js";
import { parseNumeral } from "../corpus/numerals.js";
import type { Provision } from "../corpus/provision.js";
import { normalise } from "../language/normalise.js";
import { coverTerm } from "./match.js";
import { LIST_NOUN } from "./standing.js";
import { nameCell, namesOfCell, rowsOf, unmetValue } from "./table-answer.js";
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
const ALL =
  /(?:(?:一共|总共|共)?(?:列|有|收|安排|包括)了?|一共|总共)(?:几|多少)[项个件]|(?:哪|那)(?:几|些)[项个件](?!法定|程序)|(?:全|都)(?:部)?(?:列|念|说|写)(?:一下|出来|了)|列了?(?:哪|什么|啥)|有(?:哪些|啥|什么)(?:事项|项目|决策|内容)?$/u;

/** Asks for the rows that share a value: 几项归区民政局, 一季度要决策的是哪些. */
const SHARING =
  /(?:几|多少|哪些|哪一?)[项个件]|哪些(?:事项|决策|项目)|(?:的|都)(?:是|有)哪些|[办牵]的?(?:头的?)?(?:是|叫)?(?:什么|啥)(?:事|$)/u;
const SHORTEST_VALUE = 3;

/** Null where no list is named, or something else is asked of it than its rows. */
export function askedOfTable(
  library: PolicyLibrary,
  { text, terms }: Pick<Understanding, "text" | "terms">,
): AskedOfTable | null {
  const noun = /附表/u.test(text) ? "" : LIST_NOUN.exec(text)?.[0];
  if (noun === undefined && !SHARING.test(text)) return null;
  const table = onlyTable(library, noun ?? "");
  if (!table) return null;
  const rows = rowsOf(library, table);
  // A list that is not named is meant where rows are asked for by a value of its own (三季度有哪些事项要定) or by a column (哪些事项由部门承办).
  if (noun === undefined) {
    const unmet = unmetValue(rows, text);
    const shared = [...sharedValues(rows, text), ...(unmet === null ? [] : [unmet])];
    return (shared.length > 0 || asksByColumn(rows, terms)) && asksNothingElse(library, table, terms, shared)
      ? { table, rows, missingRow: null }
      : null;
  }
  const ordinal = LAST.test(text) ? rows.length : ordinalIn(text);
  if (ordinal !== null) {
    const row = rows[ordinal - 1];
    return { table, rows: row ? [row] : [], missingRow: row ? null : ordinal };
  }
  const [, quoted, plain] = CALLED.exec(text) ?? [];
  const called = quoted ?? plain;
  const fitting = called ? rows.filter((row) => nameCell(row.cells ?? [])?.text.includes(called)) : [];
  if (fitting.length > 0) return { table, rows: fitting, missingRow: null };
  const values = SHARING.test(text) ? sharedValues(rows, text) : [];
  // Which rows have the value is settled when they are written.
  if (values.length > 0 && asksNothingElse(library, table, terms, values)) return { table, rows, missingRow: null };
  return ALL.test(text) && asksNothingElse(library, table, terms) ? { table, rows, missingRow: null } : null;
}

/**
 * The row of a list whose name holds a title that no document of the corpus bears (《…实施细则》 of a 目录), where the columns are asked for
 * and nothing of the text itself; null for any other.
 */
export function rowCalled(
  library: PolicyLibrary,
  title: string,
  { text, terms }: Pick<Understanding, "text" | "terms">,
): Provision | null {
  const table = onlyTable(library, "");
  const wanted = normalise(title).replace(/[《》\s]/gu, "");
  const named = table
    ? rowsOf(library, table).filter((row) => normalise(nameCell(row.cells ?? [])?.text ?? "").includes(wanted))
    : [];
  const [row] = named;
  const asksColumn = row?.cells?.some(({ column }) => terms.some((term) => coverTerm(term, normalise(column)) >= 0.5));
  if (!table || !row || named.length > 1 || !(asksColumn || OF_ROW.test(text))) return null;
  return asksNothingElse(library, table, terms, [title]) ? row : null;
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

/** The only table of the only official document that is a list by its title, of the kind that `noun` names or of any where that is empty. */
function onlyTable(library: PolicyLibrary, noun: string): Provision | null {
  const isList = (title: string): boolean => LIST_NOUN.test(title) && title.includes(noun);
  const tables = library.documents
    .filter((document) => document.duplicateOf === null && isList(normalise(document.title)))
    .flatMap(({ documentId }) => library.provision(`${documentId}#table_1`) ?? []);
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

/** Words that speak of a list as such; single characters, since the segmenter may cut them from their neighbours. */
const OF_A_LIST = "事项目内容里头面全部今年总共列收排归定牵头承办主办责任负责附表预计计划安排放一并各自时间季度";

/** Every word with a subject is one of the list itself: its title or the heads of its columns. */
function asksNothingElse(
  library: PolicyLibrary,
  table: Provision,
  terms: Pick<Understanding, "terms">["terms"],
  values: readonly string[] = [],
): boolean {
  const columns = rowsOf(library, table)[0]?.cells?.map((cell) => cell.column) ?? [];
  const own = normalise([library.document(table.documentId)?.title, ...columns, ...values, OF_A_LIST].join(" "));
  return terms.every(
    (term) => term.role === "asked" || term.role === "quantity" || term.weight < 1 || coverTerm(term, own) >= 0.5,
  );
}
