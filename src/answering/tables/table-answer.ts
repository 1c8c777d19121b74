import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision, TableCell } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { remember } from "../../language/remember.js";
import { rowsOf } from "../places/place-tree.js";
import { type QuestionKind, questionKind } from "../question/question-kind.js";
import { coverTerm } from "../words/match.js";
import { formOf } from "../words/table-form.js";
import type { Term } from "../words/terms.js";
import type { Draft } from "../writing/draft.js";
import { wording } from "../writing/wording.zh.js";

/**
 * Answers one row: the cells that are asked for with the name of its row, or the row's facts with their columns.
 * The row is quoted whole, so that each cell is proved with its neighbours.
 */
export function writeRow(draft: Draft, row: Provision, question: Asked & { readonly kind: QuestionKind }): void {
  const cells = row.cells ?? [];
  const name = nameCell(cells);
  const others = cells.filter((cell) => cell !== name && !isOrdinal(cell));
  const asked = askedCells(others, question);
  const facts = (asked.length > 0 ? asked : others).map((cell) => `${cell.column}：${cell.text}`);
  const mark = draft.cite({ provision: row, start: 0, end: row.text.length });
  draft.add(`${name ? `“${name.text}”` : ""}${facts.length > 0 ? `，${facts.join("；")}。` : "。"}${mark}`);
}

const SEVERAL = /分别|各(?:是|自|归|由|有|什么)|[和与跟、]|以及/u;

/** The rows that a question names beside each other (基层治理方案和违建细则分别是谁家的), each by a word that no other row has; none for one. */
export function rowsNamed(library: PolicyLibrary, table: Provision, { text, terms }: Asked): readonly Provision[] {
  if (!SEVERAL.test(text)) return [];
  const rows = rowsOf(library, table);
  const texts = rows.map((row) => normalise(row.text));
  const telling = terms
    .filter(({ role, text: word }) => role === "topic" && word.length > 1)
    .map((term) => texts.map((row) => coverTerm(term, row) >= NAMES_ROW))
    .filter((covered) => covered.filter(Boolean).length === 1);
  const named = rows.filter((_, at) => telling.some((covered) => covered[at]));
  return named.length > 1 ? named : [];
}

const NAMES_ROW = 0.7;

interface Asked {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** Whether the question names a value of a column's form that no row of the table has: a premise that is false. */
export function hasUnmetValue(library: PolicyLibrary, table: Provision, question: string): boolean {
  return unmetValue(rowsOf(library, table), normalise(question)) !== null;
}

/** The heads of the columns. */
export function writeColumns(draft: Draft, library: PolicyLibrary, table: Provision): void {
  const columns = rowsOf(library, table)[0]?.cells?.map(({ column }) => column) ?? [];
  draft.add(wording.table.columns(columns) + draft.cite({ provision: table, start: 0, end: table.text.indexOf("\n") }));
}

/** The one row that fits the values named in a question; null for several, and where a value is named that none has. */
export function onlyRow(rows: readonly Provision[], question: string): Provision | null {
  const { kept, unmet } = filterRows(rows, question);
  return unmet === null && kept.length === 1 ? (kept[0] ?? null) : null;
}

/** Answers over all rows: those that fit a value named in the question, or all with their number. `absent` is what none of them has. */
export function writeRows(
  draft: Draft,
  rows: readonly Provision[],
  question: string,
  absent: string | null = null,
): void {
  const { kept, unmet } = filterRows(rows, question);
  const lacking = absent ?? unmet;
  if (lacking !== null) draft.add(wording.table.none(lacking));
  draft.add(
    `${wording.table.count(kept.length)}\n\n${kept
      .map((row) => `- ${rowLine(row)}${draft.cite({ provision: row, start: 0, end: row.text.length })}`)
      .join("\n")}`,
  );
}

function rowLine(row: Provision): string {
  const cells = (row.cells ?? []).filter((cell) => !isOrdinal(cell));
  const [name, ...rest] = cells;
  return `${name?.text ?? row.text}${rest.length > 0 ? `（${rest.map((c) => `${c.column}：${c.text}`).join("；")}）` : ""}`;
}

const LEVEL =
  /(不是|非|不属于)?[^,。市区县]{0,2}([市区县])"?(?:级|属|直|字头|里(?:自己)?的?(?=[^,。]{0,4}(?:部门|单位|机构|分局|派驻|派出|局)))/gu;

/** The level of organs that is asked for, and how: 区级部门 are those whose names begin with 区, and 都是区属局吗 is decided by those that are not. */
export function levelAsked(text: string): { level: string; isOther: boolean; said: string } | null {
  const levels = [...text.matchAll(LEVEL)];
  const meant = levels.filter(([, denial]) => denial === undefined).at(-1);
  const [said = "", , level = ""] = meant ?? levels[0] ?? [];
  if (level === "") return null;
  const before = text.slice(0, text.indexOf(said) + said.length);
  const isOfAll = levels.length === 1 && /(?:都|全部?)[^,。]{0,6}$/u.test(before) && /[吗么]$|是不是|是否/u.test(text);
  const isOther = meant === undefined || isOfAll;
  return { level, isOther, said };
}

/** Heads of columns that organs stand in. */
export const ORGANS = /部门|单位|机构/u;

const STRETCHES: Readonly<Record<string, string>> = {
  上半年: "一季度 二季度",
  下半年: "三季度 四季度",
  年初: "一季度",
  年中: "二季度 三季度",
  年底: "四季度",
  年末: "四季度",
};
/** Stretches of a year that quarters make up. */
export const STRETCH = /上半年|下半年|年初|年中|年底|年末|(?<![年\d])(?:1[0-2]|[1-9])月(?!\d)/gu;

/** 上半年, 年底 and 12月 spelt out by their quarters. */
export function spellHalves(text: string): string {
  return text.replace(STRETCH, (stretch) => `${stretch} ${quartersOf(stretch)}`);
}

function quartersOf(stretch: string): string {
  return STRETCHES[stretch] ?? `${["一", "二", "三", "四"][Math.ceil(Number.parseInt(stretch, 10) / 3) - 1]}季度`;
}

/**
 * Rows that fit every column of which the question names a value. A value of a column's form that no row has (一季度 where
 * all are 三季度) is reported as unmet, and that column keeps every row.
 */
function filterRows(
  rows: readonly Provision[],
  question: string,
): { kept: readonly Provision[]; unmet: string | null } {
  const asked = normalise(question);
  const text = spellHalves(asked);
  const isNamed = (cell: TableCell) =>
    !isOrdinal(cell) && cell.text.length > 1 && namesOfCell(cell).some((part) => text.includes(part));
  const columns = new Set(rows.flatMap((row) => (row.cells ?? []).filter(isNamed).map((cell) => cell.column)));
  const fits = (row: Provision) =>
    [...columns].every((column) => (row.cells ?? []).some((cell) => cell.column === column && isNamed(cell)));
  const asks = levelAsked(text);
  const isOfLevel = ({ cells = [] }: Provision) =>
    asks === null ||
    cells.some(({ column, text: organ }) => ORGANS.test(column) && organ.startsWith(asks.level) !== asks.isOther);
  const kept = rows.filter((row) => fits(row) && isOfLevel(row));
  return { kept: kept.length > 0 ? kept : rows, unmet: unmetValue(rows, asked) };
}

/** The value that a normalised text names in the form of a column (一季度 where all are 三季度), and no row has. */
export function unmetValue(rows: readonly Provision[], text: string): string | null {
  const values = rows.flatMap((row) => (row.cells ?? []).map((cell) => normalise(cell.text)));
  const [stretch] = text.match(STRETCH) ?? [];
  if (stretch !== undefined) {
    const isQuartered = values.some((value) => formOf(value) === "季度");
    return isQuartered &&
      !quartersOf(stretch)
        .split(" ")
        .some((quarter) => values.includes(quarter))
      ? stretch
      : null;
  }
  for (const form of new Set(values.flatMap((value) => formOf(value) ?? []))) {
    const match = new RegExp(`第?[一二三四五六七八九十\\d]+${form}`, "u").exec(text);
    if (match && !values.includes(match[0])) return match[0];
  }
  return null;
}

/** A cell as it may be named: whole, without its parenthesis, or the parenthesis alone; each without its level too (民政局 for 区民政局). */
export function namesOfCell({ text }: TableCell): readonly string[] {
  return namesOf(text);
}

const NAMES_KEPT = 20_000;

const namesOf = remember(NAMES_KEPT, (text): readonly string[] => {
  const whole = normalise(text).replace(/\s/gu, "");
  const parts = [whole, ...whole.split(/[()]/u)];
  return [...new Set(parts.flatMap((part) => [part, part.replace(/^[市区县](?=.{3})/u, "")]))].filter(
    (part) => part.length > 1,
  );
});

function isOrdinal(cell: TableCell): boolean {
  return /^\d+$/u.test(cell.text) && /序|号|编/u.test(cell.column);
}

const NAME_COLUMN = /名称|事项|项目|内容|标题|题目/u;

/** The cell that names the row: of the column that is headed so, otherwise the first that is no ordinal. */
export function nameCell(cells: readonly TableCell[]): TableCell | undefined {
  const named = cells.filter((cell) => !isOrdinal(cell));
  return named.find((cell) => NAME_COLUMN.test(cell.column)) ?? named[0];
}

const COLUMN_OF: Partial<Record<QuestionKind, RegExp>> = {
  who: /部门|单位|机构|责任|承办|牵头|负责/u,
  date: /时间|日期|季度|期限/u,
  deadline: /时间|日期|季度|期限/u,
};

/**
 * The columns asked for: by the kinds of the question and its clauses (谁牵头，几季度上会), by a value that is named beside another
 * (城管委弄还是规自分局弄), or else by a name that they have.
 */
function askedCells(
  others: readonly TableCell[],
  { kind, text, terms }: Asked & { readonly kind: QuestionKind },
): TableCell[] {
  const kinds = [kind, ...text.split(/[,;、?。]/u).map(questionKind), ...(AN_ORGAN.test(text) ? ["who" as const] : [])];
  const byKind = new Set(kinds.flatMap((one) => cellOf(others, one) ?? []));
  const named = others.filter((cell) => {
    const form = formOf(normalise(cell.text));
    const isHead = terms.some((term) => term.text.length > 1 && coverTerm(term, normalise(cell.column)) === 1);
    return isHead || (form !== null && text.includes(form));
  });
  if (byKind.size > 0) return others.filter((cell) => byKind.has(cell));
  return named;
}

/** Names of two organs to choose from. */
const AN_ORGAN = /(?:局|委|办|部)[^,。]{0,6}还是[^,。]{0,12}(?:局|委|办|部)/u;

/** The one cell whose column is of a kind; undefined for none or several. */
function cellOf(cells: readonly TableCell[], kind: QuestionKind): TableCell | undefined {
  const column = COLUMN_OF[kind];
  const fitting = column ? cells.filter((cell) => column.test(cell.column)) : [];
  return fitting.length === 1 ? fitting[0] : undefined;
}
