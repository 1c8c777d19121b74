import { normalise } from "../../language/normalise.js";
import { ORGAN_NAME } from "../choosing/lacks.js";
import { coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import { type ListQuestion, type RowsAsked, rowByName } from "./table-rows.js";

const SPEAKS = 0.5;
/** Bodies that the names of organs do not end in. */
const BODY = /(?:街道|办事处|街乡|乡镇|公司|集团|医院|学校)$/u;
/** 区发展改革委承办, whose words are cut apart. */
const ORGAN_ACTS =
  /(?:^|[,里上中内有由让归是年])[市区县]?((?:(?![里上中内有由让归是年])\p{Script=Han}){2,8}?(?:局|委))(?=承办|牵头|负责|有|的|没|报|列|进)/u;

/** All rows, where one is asked of an organ that none of them has: 有没有区教委承办的. */
export function organWithoutRow({ rows, text, terms, isCalled }: ListQuestion): RowsAsked | null {
  if (!isCalled) return null;
  const term = terms.find((one) => text.includes(one.text) && isOrgan(one));
  const name = term?.text ?? ORGAN_ACTS.exec(text)?.[1];
  const told = normalise(rows.map((row) => row.text).join(" "));
  if (name === undefined || [name, ...(term?.alternatives ?? [])].some((one) => told.includes(one))) return null;
  const isShort = term !== undefined && coverTerm(term, told) >= SPEAKS;
  return isShort ? null : { rows, missing: { what: "value", name }, said: [name] };
}

export const isOrgan = ({ text }: Term): boolean => text.length > 1 && (ORGAN_NAME.test(text) || BODY.test(text));

const LIST = "(?:目录|清单|名单|名录|一览表|台账|计划表|附表|单子|表)";
/** 轨道交通也在2022年目录上,没错吧; what may, must or how it gets there is a rule's matter. */
const IS_IN = new RegExp(
  `^(?<matter>[^,。]{2,24}?)(?:也|都|是不是|有没有|是否|到底|究竟|不|没)*(?:有没有|有)?(?:事项|项目)?(?:被)?(?:(?:在|列在|排在)(?=.*[里上中内])|(?:列|收|排)?[进入上](?:了|(?=[^,。]*(?:\\d{4}年|那[个份张]|[里上中内]$))))[^,。不]{0,16}${LIST}[里上中内]?[头面]?(?:了|的)?,?(?:吗|没有?|没错吧?|对吗|对吧|对不对|是吧|是不是|吧|有没有|么)?$`,
  "u",
);
const HAS = new RegExp(
  `${LIST}[里上中内]?[头面]?(?:是不是|到底)?(?:有没有|有无|列没列|有)(?<matter>[^,。]{2,20}?)(?:(?:这|那|的)?(?:一)?[项件个条](?:事项?|项目|决策)?|的(?:事|活)|的?(?:事项|项目|决策))(?:吗|没有|么)?$`,
  "u",
);
const OF_RULES = /能|可|要不要|应|须|该|直接|就|会|一定|肯定|自动|怎|谁|哪|什么|啥|几|多少|如何|何时/u;

/** The row of a matter that is said to stand in the list, or all of them where none is of it. */
export function rowOfMatter(question: ListQuestion, isOfList: (term: Term) => boolean): RowsAsked | null {
  const { rows, text, terms } = question;
  const { matter } = (IS_IN.exec(text) ?? HAS.exec(text))?.groups ?? {};
  if (matter === undefined || OF_RULES.test(matter)) return null;
  const telling = terms.filter((term) => matter.includes(term.text) && term.role === "topic" && !isOfList(term));
  if (!telling.some(({ weight }) => weight >= HEAVY)) return null;
  const named = rowByName({ rows, terms: telling });
  if (named) return named;
  const told = normalise(rows.map((row) => row.text).join(" "));
  const isAbsent = telling.filter(({ weight }) => weight >= HEAVY).every((term) => coverTerm(term, told) < SPEAKS);
  const name = matter.replace(/^.*(?:说|问|记得|以为),?|\d{4}年的?|^(?:咱们?|我们)?区?的/gu, "");
  return isAbsent ? { rows, missing: { what: "value", name }, said: [matter] } : null;
}

/** From this weight on a word is a matter of its own. */
const HEAVY = 2.5;

/** 有没有一家办两件的, 哪个部门一口气扛两项 */
export const HOLDS_SEVERAL =
  /(?:哪|有?没?有?一)(?:个|家)(?:部门|单位|局)?[^,。]{0,8}(?:承?办|扛|牵头?|负责|揽|背|领|摊上?|挑|管)着?了?(?:[两俩二三多]|好几|不止一)(?:项|件|个|份|桩|摊)?/u;

/** All rows, where one is asked whether an organ has several of them, or whether a column says the same throughout. */
export function rowsCompared({ rows, text }: ListQuestion): RowsAsked | null {
  const [said] = HOLDS_SEVERAL.exec(text) ?? [];
  return said === undefined ? null : { rows, said: [said] };
}

const COLUMN =
  /(?:"(?<quoted>[^"]{2,10})"|(?<plain>[^,。?、"里中上的把]{2,8}?))的?(?:(?:这|那)一?|一)(?:栏|列)|(?<short>[^,。?、"里中上的把这那一哪几各每]{2,8})栏/u;
const OF_EACH =
  /(?:每|各|[一二两三四五六七八九十\d])一?[项件](?:事项?|决策)?(?:都|各自)?的(?<each>[^,。?是写填有分由最]{2,8})|(?:分别|各自?)(?:[是由归])?哪(?:[位个]|一位)(?<leader>副?[省区市县局处科]长|(?:分管)?领导|主任|人|同志)/u;
const NO_COLUMN = /哪|几|各|每|另|什么|啥/u;

/** All rows, where a column of them is asked for; what is asked for and is no column is missing. */
export function rowsOfColumn(question: ListQuestion): RowsAsked | null {
  const { rows, text, terms, isCalled } = question;
  const match = COLUMN.exec(text) ?? OF_EACH.exec(text);
  const { quoted, plain, short, each, leader } = match?.groups ?? {};
  const column = quoted ?? plain ?? short ?? each ?? leader;
  if (!match || column === undefined || NO_COLUMN.test(column)) return null;
  const heads = (rows[0]?.cells ?? []).map((cell) => normalise(cell.column));
  const within = terms.filter((term) => column.includes(term.text) && term.text !== "部门" && term.text !== "单位");
  const isHead = heads.some((head) => head.includes(column) || column.includes(head));
  const isSame = (term: Term) => heads.some((head) => coverTerm(term, head) >= SPEAKS);
  if (!isHead && !(within.length > 0 && within.every(isSame)))
    return isCalled ? { rows: [], missing: { what: "column", name: column }, said: [] } : null;
  return rowByName(question) === null ? { rows, said: [match[0], column] } : null;
}

/** 公众意见最多的是哪一项: a list without numbers has no row that has most of anything. */
const SUPERLATIVE =
  /(?:里|中|这[一二两三四五六七八九十\d]+[项件个])[^。]*(?:最[^,。后末]{1,5}(?:是|的)*哪|哪[^,。]{0,6}最(?![后末]))/u;

export function asksForMost({ rows, text, isCalled }: ListQuestion): RowsAsked | null {
  const isCounted = rows[0]?.cells?.slice(1).some((cell) => /^[\d.,%]+$/u.test(normalise(cell.text))) ?? false;
  return isCalled && !isCounted && SUPERLATIVE.test(text)
    ? { rows: [], missing: { what: "column", name: "" }, said: [] }
    : null;
}
