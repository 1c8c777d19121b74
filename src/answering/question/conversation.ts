import { normalise } from "../../language/normalise.js";
import type { ChatTurn } from "../answer.js";
import { NUMERAL } from "../places/document-mention.js";
import { type PlaceStep, shifted, under } from "../places/place.js";
import { type ParsedReferences, parseReferences } from "../places/reference.js";

/** What earlier turns leave for the question to lean on. */
export interface Conversation {
  /** The latest earlier question that stands on its own, normalised; empty where there is none. */
  readonly topic: string;
  readonly references: ParsedReferences | null;
  /** The place named last, by the user or in an answer. */
  readonly place: readonly PlaceStep[] | null;
  /** What the answers said. */
  readonly told: string;
}

/** Only the last turns matter; a longer history is not read. */
const TURNS_READ = 6;

const LEANS =
  /^(?:那|那么|它|他|她|这|这个|那个|其|该|还|再|又|呢|然后|接着|具体|如果|要是|情况紧急|上一|下一|前一|后一|第二|第三|第四|第五)|呢[?？。!]?$|(?:它|这个|那个|这些|那些|上面|上述|刚才|前面)/u;

const SHORT = /^.{0,10}$/u;

export function readConversation(history: readonly ChatTurn[] | undefined): Conversation {
  const turns = (history ?? []).slice(-TURNS_READ).map((turn) => ({ ...turn, content: normalise(turn.content) }));
  const asked = turns.filter((turn) => turn.role === "user").map((turn) => turn.content);
  const topic = asked.findLast((content) => !leans(content) || namesPlaceOfText(content)) ?? asked.at(-1) ?? "";
  let references: ParsedReferences | null = null;
  let place: readonly PlaceStep[] | null = null;
  for (const { role, content } of turns) {
    const found = parseReferences(content);
    if (role === "user" && (found.mention.number || found.mention.shortNumber || found.mention.names.length > 0)) {
      references = found;
    }
    // 下一条 moves on from the place before it.
    const beside: readonly PlaceStep[] | null =
      role === "user" && place && found.relative ? shifted(place, found.relative.by, found.relative.unit) : null;
    const named = found.places.at(-1);
    place = named && place && role === "user" && leans(content) ? under(place, named) : (named ?? beside ?? place);
  }
  const answers = turns.filter(({ role }) => role === "assistant").map(({ content }) => content);
  return { topic, references, place, told: answers.join(" ") };
}

/** Whether a question needs the turn before: it opens with 那, ends with 呢, points with 它, or is a few characters long. */
export function leans(question: string): boolean {
  return LEANS.test(question) || SHORT.test(question);
}

/** 政府采购法第十八条 is short and says what it is about. */
function namesPlaceOfText(question: string): boolean {
  if (LEANS.test(question) || STARTS_WITH_NUMBER.test(question)) return false;
  const { places, rest } = parseReferences(question);
  return places.length > 0 && rest.length > 2;
}

const STARTS_WITH_NUMBER = new RegExp(`^(?:第|[(（]|${NUMERAL})`, "u");

/** Words of which a question means one or another. */
const COUNTERPARTS = [
  "个人 公民 单位 企业 公司 法人 机构",
  "平时 工作日 周末 休息日 双休日 节假日 法定节假日",
  "白天 晚上 夜间",
  "国家级 省级 市级 区级 县级 乡级",
  "特别重大 重大 较大 一般",
  "金奖 银奖 铜奖 优秀奖 一等奖 二等奖 三等奖",
  "上半年 下半年",
  "首次 再次",
].map((set) => new Set(set.split(" ")));

/** Whether one word stands where the other stood: both of one set, or alike in their head (新三板, 四板). */
export function isCounterpart(word: string, other: string): boolean {
  if (word === other || word.includes(other) || other.includes(word)) return false;
  if (COUNTERPARTS.some((set) => set.has(word) && set.has(other))) return true;
  return (
    /[一二三四五六七八九十级]/u.test(word + other) &&
    word.length > 1 &&
    other.length > 1 &&
    word.at(-1) === other.at(-1)
  );
}
