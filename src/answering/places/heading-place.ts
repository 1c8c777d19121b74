import type { Provision } from "../../corpus/provision.js";
import { comparable } from "../words/comparable.js";
import { NUMERAL } from "./document-mention.js";

/** A step that may stand behind a heading: 工作原则第三段, 组织保障的最后一段. */
const STEP = `第\\s*${NUMERAL}\\s*个?(?:小?[段款点项条节个]|[大小板]?块)|[(（]${NUMERAL}[)）]|\\d{1,2}(?=$|[说讲写是?])|(?:最后|末|倒数|首|打头|开头)[^,。?]{0,4}[段款点项条]`;
const HAS_STEP = new RegExp(STEP, "u");
const BELOW = new RegExp(
  `^[》"]?(?:[那这][一1]?)?(?:部分|一?[块节段])?(?:里面|里头|里|当中|中|下面|下边|下)?的?[、,]?\\s*(?=${STEP})`,
  "u",
);
/** The number of the part, before its heading: 二（二）工作原则, 第五部分的机制保障. */
const NUMBERED = new RegExp(
  `(?:第?${NUMERAL}(?:大?部分|章|节|块|点|项)|(?:${NUMERAL})?[、,.]?[(（]${NUMERAL}[)）]项?|${NUMERAL}、)+[里中]?的?\\s*["《]?$`,
  "u",
);
const SHORTEST = 3;
/** Parts that are numbered one within the other; the chapters of a law are not told by these numbers. */
const SPELLABLE = /^sec_\d+(?:__subsec_\d+(?:__clause_\d+)?)?$/u;

/** Whether a question may name a place by the heading that it stands under. */
export function mayNameHeading(text: string): boolean {
  return HAS_STEP.test(text);
}

/**
 * The question with the number of the part in place of its heading, where a place within it is told by that (工作原则第三段 →
 * 第2部分(2)第三段); null where no heading of this text stands so.
 */
export function spellHeading(text: string, provisions: readonly Provision[]): string | null {
  const headed = provisions
    .filter(({ eId, heading }) => heading !== null && SPELLABLE.test(eId))
    .map((provision) => ({ provision, name: comparable(provision.heading ?? "") }))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { provision, name } of headed) {
    const at = name.length < SHORTEST ? -1 : text.indexOf(name);
    const below = at < 0 ? null : BELOW.exec(text.slice(at + name.length));
    if (!below) continue;
    return (
      text.slice(0, at).replace(NUMBERED, "") + spellNumbers(provision) + text.slice(at + name.length + below[0].length)
    );
  }
  return null;
}

/** sec_2__subsec_2 → 第2部分(2) */
function spellNumbers({ eId }: Provision): string {
  const [part = "", ...lower] = (eId.match(/(?<=_)\d+/gu) ?? []).map(String);
  return `第${part}部分${lower.map((n, i) => (i === 0 ? `(${n})` : `第${n}点`)).join("")}`;
}
