import type { PolicyLibrary } from "../../corpus/library.js";
import { normalise } from "../../language/normalise.js";
import { amendmentOf } from "../places/amendment.js";
import { rowsOf, tableOf } from "../places/place-tree.js";
import { asksWhoIsListed, lacksWhatIsAsked } from "../question/evidence.js";
import type { QuestionKind } from "../question/question-kind.js";
import { lacksNames } from "../question/told-by-word.js";
import type { Understanding } from "../question/understand.js";
import { layersOf } from "../ranking/features.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { isLocal } from "../ranking/standing.js";
import { coverTerm } from "../words/match.js";
import { formOf } from "../words/table-form.js";
import type { Term } from "../words/terms.js";
import { onlyNamesClass, onlyNamesSum } from "./summed-up.js";

/** Below this a passage does not speak of a word at all. */
const SPEAKS = 0.5;

/** Whether the place that fits a question best plainly does not tell what is asked, however near the rest of it comes. */
export function lacksAnswer(
  library: PolicyLibrary,
  best: ScoredCandidate,
  { text, kind, terms }: Pick<Understanding, "text" | "kind" | "terms">,
): boolean {
  const table = tableOf(library, best.provision);
  const layers = layersOf(library, best).map((layer) => layer.text);
  // An item may leave its amount to the lead-in (有下列行为之一的，处…罚款).
  const passage = layers.slice(0, 2).join(" ");
  if (lacksWhatIsAsked(text, kind, passage)) return true;
  const isList = best.shape === "whole" || best.provision.level === "row";
  if (!isList && (asksWhoIsListed(text) || lacksNames(text, passage))) return true;
  if (!isList && (onlyNamesSum(text, passage) || onlyNamesClass(text, passage))) return true;
  // Words of the turn before say what about, not what is asked.
  const own = terms.filter((term) => text.includes(term.text));
  // Who does it and when are columns, whatever the act is called.
  const besides = kind === "who" || kind === "date" ? own.filter(({ isVerb }) => !isVerb) : own;
  return (
    lacksColumn(library, best, besides, text) ||
    lacksDay(best, kind, text) ||
    lacksInWording(library, best, kind, text) ||
    // Another row's organ is denied by this one.
    (isLocal(library, best) && lacksActor(table ? [...layers, normalise(table.text)] : layers, own, kind, text))
  );
}

/** From this weight on a word of rules is a matter of its own. */
const HEAVY = 2.5;
/** From this on a word is one of rules (`Term.drafted`). */
const DRAFTED = 0.6;

/** The wording of what a row only names. */
const WORDING =
  /具体(?:有|写|规定|内容)|(?:里头?|里面|正文)[^,。]{0,4}(?:写|规定)了?(?:什么|啥|哪)|条款|正文|全文|文号|上位法|适用(?:于|范围|对象|的)|怎么(?:限|规定|要求|算|罚|补)的?[?。]*$|(?:依据|根据)的?(?:是|了)?(?:哪|什么|啥)/u;

/** A row tells what its columns are headed, and nothing else of its matter: 高标准农田的钱从哪级财政出. */
function lacksColumn(
  library: PolicyLibrary,
  { provision }: ScoredCandidate,
  terms: readonly Term[],
  question: string,
): boolean {
  const table = tableOf(library, provision);
  if (!table) return false;
  if (provision.level === "row" && WORDING.test(question)) return true;
  const columns = (rowsOf(library, table)[0]?.cells ?? []).map(({ column }) => column);
  const { title = "", noticeTitle } = library.document(provision.documentId) ?? {};
  const told = normalise([table.text, title, noticeTitle, ...columns].join(" "));
  return terms.some(
    (term) =>
      term.role === "topic" &&
      term.weight >= HEAVY &&
      term.drafted >= DRAFTED &&
      !OF_TIME.test(term.text) &&
      // 四季度 of a table that has 三季度 only is denied by it.
      formOf(term.text) === null &&
      coverTerm(term, told) < SPEAKS,
  );
}

/** Words for when a matter is due, however the column is headed. */
const OF_TIME = /^(?:安排|年限|期限|时限|时间|日期|计划|预计|截止|期间|年度)$/u;

const DAY_ASKED = /(?:几|哪一?)月|几号|哪一?[天日号]/u;

/** A row that tells a quarter tells no day. */
function lacksDay({ provision }: ScoredCandidate, kind: QuestionKind, question: string): boolean {
  return (
    provision.level === "row" &&
    kind === "date" &&
    DAY_ASKED.test(question) &&
    !/\d[月日]/u.test(normalise(provision.text))
  );
}

const OFFICE = /局|委员会|办公室|政府|部门|法院|检察院|科协/u;

/** 是什么意思, 怎么下定义, not 图的是什么. */
const MEANING_ASKED = /意思|定义|含义|(?:是|都)?指|什么叫|何谓|啥叫|怎么理解|解释/u;
const DEFINES = /是指|所称|包括|指的是/u;

/** Wording that was put in place of other wording answers 哪个部门, 在哪 and 是什么意思 only where it names or defines one. */
function lacksInWording(
  library: PolicyLibrary,
  { provision }: ScoredCandidate,
  kind: QuestionKind,
  question: string,
): boolean {
  const amendment = amendmentOf(library, provision);
  if (!amendment) return false;
  if (kind === "definition") return MEANING_ASKED.test(question) && !DEFINES.test(amendment.newText);
  // 在哪几方面 asks for no place.
  if (kind === "channel") return !/哪几|哪些/u.test(question);
  return kind === "who" && !OFFICE.test(amendment.newText);
}

/** Names of organs as people write them; 区政府 and 部门 are everywhere. */
export const ORGAN_NAME = /(?:[^终结布大格当](?:局|委)|工会|网信办|编办|信访办|金融办|妇联|残联|工商联|中心)$/u;
/** Names as short as 省局 and 厅局 are of no one organ. */
const PARTY_ORGAN = /^[纪监]委$/u;
/** Questions that a rule decides without naming who asks. */
const DECIDED_WITHOUT: readonly QuestionKind[] = ["yesno", "scope", "document_addressees"];

/** A local text says what its organs do: of one that it never names it tells nothing (区卫健委负责什么). */
export function lacksActor(
  layers: readonly string[],
  terms: readonly Term[],
  kind: QuestionKind,
  question: string,
): boolean {
  if (DECIDED_WITHOUT.includes(kind) || /还是|我们/u.test(question)) return false;
  return terms.some((term) => {
    const isName = ORGAN_NAME.test(term.text) && (term.text.length > 2 || PARTY_ORGAN.test(term.text));
    if (!isName || term.weight < HEAVY) return false;
    // 房管局 is the 房地产管理部门.
    const short = { ...term, text: term.text.slice(0, term.text.length > 2 ? -1 : undefined) };
    return layers.every((text) => coverTerm(term, text) < 0.3 && coverTerm(short, text) < SPEAKS);
  });
}
