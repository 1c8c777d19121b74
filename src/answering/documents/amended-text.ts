import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import { normalise } from "../../language/normalise.js";
import type { QuestionKind } from "../question/question-kind.js";
import { nameIn } from "../question/scope.js";
import { coverBy, coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";

/** A text that is here only as far as another one changes it. */
export interface AmendedText {
  readonly amending: DocumentHead;
  readonly title: string;
  /** It is told from the change by words (被修订的, 老的, 当初) or its year. */
  readonly isSure: boolean;
}

/** 被8号文改动的那份老文件, 8号文动的那份文件 */
const CHANGED_BY =
  /被[^,。]{0,16}(?:改|修|动)[^,。]{0,4}的|(?:号文|号|通知)(?:所|要)?(?:改动?|动|修订|修改)(?:过|了)?的(?:那|这|原|老|旧)/u;
const SHORTEST = 4;
const SHORTEST_OLD = 2;
/** Words that tell the old text from its change; taken out before the change itself is looked for. */
const OLD =
  /被[^,。]{0,16}?(?:修订|修改|改动?|动)(?:过|了)?的|(?:修订|修改|改)(?:之|以)?前的?|当[初时年]|最初|最早|[老旧](?=的|那|意见|规定|办法|方案|文|版|件|通知)|原(?:来|先)?(?=的|那|意见|规定|办法|方案|文|版|件|通知)/gu;
const CHANGE = /修|改|动|变|调整|新|通知|替换/u;

/** The text that another one changes, where a question is about it and not about the change; null for other questions. */
export function amendedTextMeant(
  library: PolicyLibrary,
  text: string,
  named: readonly DocumentHead[],
): AmendedText | null {
  const amending = library.documents.filter((one) => one.duplicateOf === null && one.amendments.length > 0);
  if (amending.length === 0) return null;
  if (CHANGED_BY.test(text)) {
    const changed = named.find((one) => amending.includes(one)) ?? (amending.length === 1 ? amending[0] : undefined);
    if (changed) return { amending: changed, title: changed.amendments[0]?.targetTitle ?? "", isSure: true };
  }
  const rest = text.replace(OLD, "");
  if (CHANGE.test(rest)) return null;
  for (const document of amending) {
    const target = document.amendments.find(({ targetTitle }) => targetTitle !== null);
    const name = nameIn(rest, target?.targetTitle ?? "");
    // 原意见 is enough where one text alone is changed.
    const shortest = rest !== text && amending.length === 1 ? SHORTEST_OLD : SHORTEST;
    if (!name || name.length < shortest) continue;
    const year = /20\d\d/u.exec(target?.targetNumber ?? "")?.[0];
    const isSure = rest !== text || (year !== undefined && text.includes(`${year}年`));
    return { amending: document, title: target?.targetTitle ?? "", isSure };
  }
  return null;
}

/** What is told of a text that is only amended here. */
const TOLD: readonly QuestionKind[] = ["amendment", "document_number", "document_title"];
/** What the text that amends it has of its own: whoever leaves the change out may mean that. */
const EITHER: readonly QuestionKind[] = ["document_issuer", "document_in_force", "document_addressees"];

/** Whether a fact of an amended text is told nowhere. */
export function isUntold(fact: QuestionKind, { isSure }: AmendedText): boolean {
  return !TOLD.includes(fact) && (isSure || !EITHER.includes(fact));
}

const CHANGED_WORDING =
  /(?:修订|修改|改动?)(?:了|过)?(?:之|以)?[后前]|新(?:的)?(?:说法|表述|写法|规定|条款|标准|内容|提法|口径)|(?:修订|修改|改动|调整)的?(?:内容|部分|说法|表述)/u;
const SINCE_WHEN =
  /(?:什么时候|几时|哪一?天|啥时候|何时|多会儿|几号)[^,。]{0,6}(?:算|起|管用|作数|用|施行|生效|执行)|(?:施行|生效|起算)(?:日期?|时间)|(?:溯及|追溯)/u;

/** Whether a question asks since when changed wording counts: 按改前的还是改后的办，新的几时起算. */
export function asksSinceWhenChanged(text: string): boolean {
  return CHANGED_WORDING.test(text) && SINCE_WHEN.test(text);
}

const ELIDED = /…|\.{3}/u;
/** 省略号后面那半截改成了什么, 省略掉的部分写了什么: what a change itself leaves out. */
const ASKS_ELIDED =
  /省略号?[^,。]{0,4}(?:,|后|之后|里|处|代表|替|代|省|指|是)[^。]*(?:什么|啥|哪|几|怎)|省略(?:掉|了)?的[^。]*(?:什么|啥|哪|几|怎)/u;

/** Whether a question asks what stands where a change has only an ellipsis. */
export function asksElided(library: PolicyLibrary, text: string): boolean {
  if (!ASKS_ELIDED.test(text)) return false;
  return library.documents.some(({ amendments }) => amendments.some(({ newText }) => ELIDED.test(newText)));
}

const DIFFERENCE =
  /(?:前后|新旧)[^,。]{0,6}(?:差|区别|不同|不一样|变化)|改前[^,。]{0,4}改后[^,。]{0,6}(?:差|区别|不同|不一样)/u;

/** Whether a question asks how old and new wording differ: 修订前后差在哪两个字. */
export function asksDifference(text: string): boolean {
  return DIFFERENCE.test(text);
}

const HEAVY = 2;
const SPEAKS = 0.7;

/** The document whose changes speak of the words of a question; undefined where none does. */
export function amendingOf(library: PolicyLibrary, terms: readonly Term[]): DocumentHead | undefined {
  const topic = terms.filter(({ role }) => role === "topic");
  const fits = library.documents
    .filter(({ duplicateOf, amendments }) => duplicateOf === null && amendments.length > 0)
    .map((document) => {
      const changed = document.amendments.map((one) => `${one.targetSubject ?? ""}${one.oldText}${one.newText}`);
      const text = normalise([document.title, ...changed].join(" "));
      const isOn = topic.some((term) => term.weight >= HEAVY && coverTerm(term, text) >= SPEAKS);
      return { document, fit: isOn ? coverBy(topic, text) : 0 };
    });
  return fits.sort((a, b) => b.fit - a.fit).find(({ fit }) => fit > 0)?.document;
}
