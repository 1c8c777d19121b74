import { NUMERAL } from "./document-mention.js";

const MARK = "(?:、|,|和|与|跟|以及|及|至|到|-|~)";
const ITEM = `[(（]?${NUMERAL}[)）]?`;

/** 第五、六条, 第五至七条, 一、三、五项 and （一）至（三）项 name the unit once, for all of them. */
const SHARED_UNIT = new RegExp(
  `第?${ITEM}(?:\\s*${MARK}\\s*第?${ITEM})+\\s*(?:[两几]个?|[二三四五六]个)?(条|款|项|目|章|节(?!假|日)|部分|段|点|行(?![动政业为]))`,
  "gu",
);
/** Units that count other things too, so that bare numbers before them name places only behind 第: 1、3点, 2到4行. */
const WANTS_ORDINAL = /^[章节段点行]$/u;

/** 第五第七条 */
const SIDE_BY_SIDE = new RegExp(`(?<=第${NUMERAL})(?=第${NUMERAL}(条|款|项|目))`, "gu");

/** §6, §§5-7, art. 6 */
const SECTION_SIGN = /(?:§+|(?<![a-z])arts?\.)\s*(\d+)(?:\s*[-~至到]\s*(\d+))?(?!\s*条)/gu;
/** 第6条2) */
const HALF_BRACKETED = new RegExp(`(?<=[条款项])\\s*(${NUMERAL})[)）]`, "gu");
/** 31号文4.3.4, 方案四-3-4: behind the name of a text, numbers that points join are one place. */
const JOINED =
  /(?<=[文号案定见法则例》])\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(?:\.(\d{1,2})(?:\.(\d{1,2}))?|-(\d{1,2})-(\d{1,2}))(?=$|[\s?？。,，是说讲写的])/gu;

/** Writes the places of a normalised question in full: 第五、六条 → 第五条、第六条, §6 → 第6条. */
export function spellPlaces(question: string): string {
  if (!/[0-9一二三四五六七八九十]/u.test(question)) return question;
  return question
    .replace(SECTION_SIGN, (_, from: string, to?: string) => (to ? `第${from}条至第${to}条` : `第${from}条`))
    .replace(HALF_BRACKETED, "($1)")
    .replace(JOINED, (_, first: string, second?: string, third?: string, below?: string, last?: string) => {
      return `${first}(${second ?? below})${third ?? last ?? ""}`;
    })
    .replace(SIDE_BY_SIDE, "$1")
    .replace(SHARED_UNIT, spellUnit);
}

function spellUnit(list: string, unit: string): string {
  const isOrdinal = list.startsWith("第");
  if (!isOrdinal && WANTS_ORDINAL.test(unit)) return list;
  const items = list.slice(0, -unit.length).replace(/(?:[两几]个?|[二三四五六]个)$/u, "");
  const ordinal = (item: string) => (isOrdinal || /[(（]/u.test(item) || unit === "部分" ? "第" : "");
  return items.replace(new RegExp(`第?(${ITEM})`, "gu"), (item, n: string) => `${ordinal(item)}${n}${unit}`);
}
