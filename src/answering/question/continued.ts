import { parseNumeral } from "../../corpus/numerals.js";
import { normalise } from "../../language/normalise.js";
import type { ChatTurn } from "../answer.js";
import { NUMERAL } from "../places/document-mention.js";

const UNIT = "项|行|点|段|件|位|名|种|类|部分|个";
/** 第三个呢, 那最后一项, 再下一个是什么: a turn that says which one and nothing else. */
const WHICH = new RegExp(
  `^(?:那么?|再|说|讲|看|然后|接着|还有|,)*(?:第(${NUMERAL})|(最后|末尾|末了)[那这]?[一1]?|([下后])面?[那这]?[一1]?|([上前])面?[那这]?[一1]?)(?:(${UNIT})([一-鿿]{0,6}?))?(?:又|的)?(?:呢|(?:是|讲|说|写)?的?(?:是)?(?:什么|啥|谁|哪个)|怎么(?:说|写|规定)(?:的)?)?[?。!]?$`,
  "u",
);
const ORDINAL = new RegExp(`第(${NUMERAL})(${UNIT})(?!季度|月)`, "gu");
/** Only the last turns matter. */
const TURNS_READ = 6;

/**
 * The question written out where it only counts on in what an earlier turn asked of one (目录第一个谁承办, then 第三个呢 → 目录第3个谁承办);
 * null for any other.
 */
export function continueCounting(question: string, history: readonly ChatTurn[] | undefined): string | null {
  if (!history || history.length === 0 || !WHICH.test(normalise(question).trim())) return null;
  const asked = history
    .slice(-TURNS_READ)
    .filter(({ role }) => role === "user")
    .map(({ content }) => normalise(content).trim());
  const from = asked.findLastIndex((turn) => !WHICH.test(turn));
  const base = asked[from];
  const counted = base && [...base.matchAll(ORDINAL)].at(-1);
  if (!counted) return null;
  const [whole, first = "", unit = ""] = counted;
  let n = parseNumeral(first);
  const after = base.slice(counted.index + whole.length);
  for (const turn of [...asked.slice(from + 1), normalise(question).trim()]) n = countOn(n, unit, after, turn);
  if (n === null) return null;
  const written = n > 0 ? `第${n}${unit}` : `最后一${unit}`;
  return base.slice(0, counted.index) + written + after;
}

/** -1 is the last; null where the turn counts other things than the one before, or comes before the first. */
function countOn(n: number | null, counted: string, after: string, turn: string): number | null {
  const [, ordinal, last, next, previous, unit = "个", noun = ""] = WHICH.exec(turn) ?? [];
  if (n === null || !after.startsWith(noun) || (unit !== "个" && unit !== counted && counted !== "个")) return null;
  if (ordinal) return parseNumeral(ordinal);
  if (last) return -1;
  if (n < 0) return null;
  const moved = next ? n + 1 : previous ? n - 1 : 0;
  return moved > 0 ? moved : null;
}
