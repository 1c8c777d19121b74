import { parseNumeral } from "../../corpus/numerals.js";
import type { Provision } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import { isShortFor } from "../places/resolve.js";
import type { Understanding } from "../question/understand.js";
import { coverTerm } from "../words/match.js";
import { formOf } from "../words/table-form.js";
import { levelAsked, nameCell, namesOfCell, STRETCH, spellHalves, unmetValue } from "./table-answer.js";
import type { MeantList } from "./table-list.js";

/** A question and the list that it is put to. */
export interface ListQuestion extends MeantList, Pick<Understanding, "terms" | "kind"> {
  readonly text: string;
}

/** Rows that a question asks for. */
export interface RowsAsked {
  /** All of them where the values named are left to whoever writes them. */
  readonly rows: readonly Provision[];
  /** What is asked for and the list has not. */
  readonly missing?: Missing;
  /** The words of the question that ask for these rows. */
  readonly said: readonly string[];
}

export interface Missing {
  readonly what: "row" | "column" | "value";
  /** Empty for one that has no name. */
  readonly name: string;
}

const N = "(?:[一二三四五六七八九十]+|\\d+)";
const AND = "(?:[和与跟及、](?:第|序号)?";
const ROW = new RegExp(
  `(倒数)?(?:第|排第?)(${N}${AND}${N})*)的?(?:[项行件位]|个(?!季度|月)|$|是|叫|的|写|讲|说|那|呢)|(?:排|序号(?:是|为)?)(${N}${AND}${N})*)(?!个?[季月年])`,
  "gu",
);
/** 最后一行, 前两项 */
const END =
  /(?:(最后|末尾?)(?:的|那|面)?([一两二三四五六七八九\d])?|前(?!一)([两二三四五六七八九\d]))[项行个件]|(排最后|最末)|(?<!倒数)(?:头一?|打头的?(?:头?一)?)[项行件]/gu;

/** Rows by their place: 第二项, 序号2和序号5, 倒数第一行, 前两项. */
export function rowsByPlace({ rows, text }: Pick<ListQuestion, "rows" | "text">): RowsAsked | null {
  const counted = [...text.matchAll(ROW)].flatMap(([, fromEnd, ...groups]) => {
    const numerals = (groups.find((group) => group !== undefined) ?? "").match(new RegExp(N, "gu")) ?? [];
    const numbers = numerals.map((numeral) => parseNumeral(numeral) ?? 0);
    return fromEnd ? numbers.map((number) => rows.length + 1 - number) : numbers;
  });
  const ends = [...text.matchAll(END)].flatMap(([, last, fromLast, fromFirst, isLast]) => {
    const many = Math.min(parseNumeral(fromLast ?? fromFirst ?? "一") ?? 1, rows.length);
    const first = last || isLast ? rows.length - many + 1 : 1;
    return Array.from({ length: many }, (_, at) => first + at);
  });
  const places = [...new Set([...counted, ...ends])];
  if (places.length === 0) return null;
  const beyond = places.find((place) => rows[place - 1] === undefined);
  if (beyond !== undefined) {
    const name = beyond > 0 ? `第${beyond}行` : `倒数第${rows.length + 1 - beyond}行`;
    return { rows: [], missing: { what: "row", name }, said: [] };
  }
  return { rows: places.flatMap((place) => rows[place - 1] ?? []), said: [] };
}

const NEXT_TO = /(?<way>(?<!最)[上下前后])[面边头]?的?那?一[行项个件条](?!目)/u;

/** The row before or after one that is named or counted: 户外广告上面一行, 第二项的下一项. */
export function rowNextTo({ rows, text, terms }: ListQuestion): RowsAsked | null {
  const way = NEXT_TO.exec(text)?.groups?.way;
  const named = way === undefined ? null : (rowsByPlace({ rows, text }) ?? rowByName({ rows, terms }));
  const [row, second] = named?.rows ?? [];
  if (!named || !row || second) return null;
  const at = rows.indexOf(row) + (way === "上" || way === "前" ? -1 : 1);
  const beside = rows[at];
  return beside
    ? { rows: [beside], said: [...named.said, "上面 下面 前面 后面 上边 下边"] }
    : { rows: [], missing: { what: "row", name: `第${at + 1}行` }, said: [] };
}

const CALLED =
  /(?:叫|名为|名称带|带有?|含有?)"([^"]{2,12})"|(?:名字|名称)(?:里)?(?:叫做?|是|为|带有?|含有?)([^"的]{2,12})的/u;
/** Kinds of text by the last word of their names. */
const KIND = /实施方案|方案|规划|计划|实施细则|细则|办法|意见|规定|纲要|预案/gu;
/** 那两份规划, 哪个细则, 叫规划, 属于建设规划: a kind is asked for, and no text called by more than its kind. */
const OF_KIND =
  /(?:(?<![^,。里中上内头])[那这]|[几哪]|[一二两三四五六七八九十\d])[一二两三四五六七八九十\d几]?(?:份|个|项|件)$|(?:叫做?|一份|落在|落脚在?|收尾|结尾|末尾|以|带|是|属于([^,。]{0,12}))$/u;
/** 规划有几个,细则有几个 */
const COUNTED = /^各?有?(?:几|多少)[个份项件]/u;
/** Kinds that are not meant stand in a clause of their own. */
const EXCLUDED = /不算|除外|不要|不包括|不含|不计|^除/u;

/** Rows that a question calls by a word of their names (叫"规划"的), or by the kinds of text that they are (哪几个是规划,哪个是细则). */
export function rowsByKind({ rows, text }: ListQuestion): RowsAsked | null {
  const clauses = text.split(/[,。?;]/u).filter((clause) => !EXCLUDED.test(clause));
  const left = clauses.join(",");
  const kinds = [...left.matchAll(KIND)].flatMap(({ 0: kind, index }) => {
    const before = OF_KIND.exec(left.slice(0, index).replaceAll('"', ""));
    const isCounted = COUNTED.test(left.slice(index + kind.length));
    return before || isCounted ? [{ kind, said: `${before?.[1] ?? ""}${kind}` }] : [];
  });
  const [, quoted, plain] = CALLED.exec(left) ?? [];
  const called = quoted ?? plain;
  const words = [...kinds.map(({ said }) => said), ...(called ? [called] : [])];
  const isMeant = (row: Provision): boolean => {
    const name = normalise(nameCell(row.cells ?? [])?.text ?? "");
    const bare = name.replace(/\s*\([^()]*\)$/u, "");
    return (called !== undefined && name.includes(called)) || kinds.some(({ kind }) => bare.endsWith(kind));
  };
  const meant = rows.filter(isMeant);
  return meant.length > 0 ? { rows: meant, said: [...words, ...(text.match(KIND) ?? [])] } : null;
}

/** What a name or a value may be asked for by its form: 括号里还挂着牌子, 名字里带年份. */
const FORMS: readonly (readonly [RegExp, RegExp, "name" | "values"])[] = [
  [/括号[里内中外]?(?:还|又|另)?(?:挂|写|有|带|注)?(?:着|了|明)?|括(?:着|在|了)/u, /[()]/u, "values"],
  [/(?:起止|起讫)(?:年份|年限|年头|年度|年月|时间)?|年份/u, /\d{4}/u, "name"],
];

/** Rows whose name or values have a form that the question speaks of. */
export function rowsByForm({ rows, text }: ListQuestion): RowsAsked | null {
  for (const [asked, form, where] of FORMS) {
    const [said] = asked.exec(text) ?? [];
    if (said === undefined) continue;
    const meant = rows.filter(({ cells = [] }) => {
      const name = nameCell(cells);
      return cells.some((cell) => (cell === name) === (where === "name") && form.test(normalise(cell.text)));
    });
    if (meant.length > 0) return { rows: meant, said: [said, "还挂着 一块 牌子 自带 起止"] };
  }
  return null;
}

/** Rows by the values of their columns: those that the question names, the level of an organ (市级), one that no row has (一季度). */
export function rowsByValue({ rows, text, terms }: ListQuestion): RowsAsked | null {
  const shortened = rowOfShortened(rows, terms);
  if (shortened) return { rows: [shortened.row], said: [shortened.word] };
  const level = levelAsked(text);
  const unmet = unmetValue(rows, text);
  const values = rows.flatMap(valuesOf).filter((value) => spellHalves(text).includes(value));
  const said = [
    ...values,
    ...(values.length > 0 ? (text.match(STRETCH) ?? []) : []),
    ...(level ? [level.said] : []),
    ...(unmet === null ? [] : [unmet, "年底 年末 年初 年中 月"]),
  ];
  const around = terms.filter(({ text: word }) => said.some((value) => word.includes(value)));
  return said.length > 0 ? { rows, said: [...said, ...around.map((term) => term.text)] } : null;
}

/** The only row with an organ that a word of the question shortens: 规自分局 for 市规划自然资源委朝阳分局. */
function rowOfShortened(
  rows: readonly Provision[],
  terms: ListQuestion["terms"],
): { row: Provision; word: string } | null {
  for (const { text: word } of terms) {
    const named = rows.filter((row) => valuesOf(row).some((value) => value !== word && isShortFor(word, value)));
    const isValue = rows.some((row) => valuesOf(row).some((value) => value.includes(word)));
    const [row] = named;
    if (row && named.length === 1 && !isValue) return { row, word };
  }
  return null;
}

/** From this weight on a word tells one matter from another. */
const TELLS = 2;
const COVERED = 0.7;

/** The one row whose name has words of the question that no other name has; null for none and several. */
export function rowByName({ rows, terms }: Pick<ListQuestion, "rows" | "terms">): RowsAsked | null {
  const names = rows.map(({ cells = [] }) => normalise(nameCell(cells)?.text ?? ""));
  const said = new Map<number, string[]>();
  for (const term of terms) {
    if (term.role !== "topic" || term.isName || term.weight < TELLS || term.text.length < 2) continue;
    const having = names.flatMap((name, at) => (coverTerm(term, name) >= COVERED ? [at] : []));
    const [at = -1] = having;
    const isOfOther = rows.some(
      (row, other) => other !== at && valuesOf(row).some((one) => coverTerm(term, one) >= COVERED),
    );
    if (having.length === 1 && !isOfOther) said.set(at, [...(said.get(at) ?? []), term.text]);
  }
  const [only] = said;
  const row = only && said.size === 1 ? rows[only[0]] : undefined;
  return row && only ? { rows: [row], said: [names[only[0]] ?? "", ...only[1]] } : null;
}

/** 几件事是不是都在一个季度 asks for the form of a column's values. */
export function asksOfForm({ rows, text }: Pick<ListQuestion, "rows" | "text">): boolean {
  const forms = new Set(rows.flatMap(valuesOf).flatMap((value) => formOf(value) ?? []));
  return /都|全|同一/u.test(text) && [...forms].some((form) => text.includes(form));
}

const SHORTEST_VALUE = 3;

/** Values of a row other than its name, normalised. */
function valuesOf(row: Provision): string[] {
  const cells = row.cells ?? [];
  const name = nameCell(cells)?.text;
  return cells
    .filter((cell) => cell.text !== name)
    .flatMap(namesOfCell)
    .filter((value) => value.length >= SHORTEST_VALUE);
}
