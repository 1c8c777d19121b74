import type { AnswererDeps } from "../deps.js";
import type { Understanding } from "../question/understand.js";
import { SETTLED } from "../ranking/confidence.js";
import { Draft } from "../writing/draft.js";
import type { Outcome } from "../writing/outcome.js";
import { wording } from "../writing/wording.zh.js";

/** 国发〔2021〕9号是个什么文件 */
const ASKS_NAME =
  /是(?:一|哪)?(?:个|份|部)?(?:什么|啥|哪个|哪份)(?:文件|文|通知|东西)?[?。]?$|全[名称]|标题|题目|名称|叫(?:什么|啥)|什么名/u;
const DEPTH = 10;

/** Tells the title of a document that is not here, by the place that mentions it with its number; null for other questions. */
export async function answerMentioned(
  { library, retriever }: AnswererDeps,
  { missingDocument, references, places, text }: Understanding,
): Promise<Outcome | null> {
  const { number } = references.mention;
  if (number === null || missingDocument !== number || places.length > 0 || !ASKS_NAME.test(text)) return null;
  const titled = new RegExp(`《([^《》]*(?:〈[^〉]*〉[^《》]*)?)》\\s*[（(]\\s*${spaced(number)}\\s*[）)]`, "u");
  for (const { provisionId } of await retriever.search(number, { k: DEPTH })) {
    const provision = library.provision(provisionId);
    const match = provision?.children.length === 0 ? titled.exec(provision.text) : null;
    if (!provision || !match) continue;
    const draft = new Draft(library);
    const passage = { provision, start: match.index, end: match.index + match[0].length };
    draft.add(wording.title(match[1] ?? "", number) + draft.cite(passage));
    return { draft, confidence: SETTLED };
  }
  return null;
}

/** As it is printed: with any brackets, white space aside. */
function spaced(number: string): string {
  return [...number].map((one) => (/[〔〕]/u.test(one) ? "[〔〕\\[\\]（）()【】]" : one)).join("\\s*");
}
