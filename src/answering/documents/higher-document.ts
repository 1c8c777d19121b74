import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead } from "../../corpus/provision.js";
import type { QuestionKind } from "../question/question-kind.js";
import { namedDocuments, nameIn } from "../question/scope.js";
import type { Understanding } from "../question/understand.js";
import { SETTLED } from "../ranking/confidence.js";
import { decline } from "../writing/decline.js";
import { Draft } from "../writing/draft.js";
import type { Outcome } from "../writing/outcome.js";
import { wording } from "../writing/wording.zh.js";

/** 国务院那个条例, 北京市自己那份纲要 */
const HIGHER =
  /([一-鿿]{0,4}(?:国务院|中央|全国人大|国家|[省市](?:政府|委|里)?|上级))(?:自己(?:的|那|出|发|定)?|的?那)[^,。]{0,24}(?:规定|方案|目录|意见|办法|条例|通知|细则|纲要|法)/u;
/** 国务院那部条例是用哪一条授权的: what stands in that text itself. */
const WITHIN = new RegExp(
  `${HIGHER.source.replace("{0,24}", "{0,24}?")}(?=[^,。]{0,12}(?:哪一?[条款章]|第几[条款章]))`,
  "u",
);

/** Whether a place in a text of a higher body is asked for, and no text of that name is here but those of lower bodies. */
export function asksWithinHigher(library: PolicyLibrary, text: string): boolean {
  const called = WITHIN.exec(text)?.[0];
  if (called === undefined) return false;
  return library.documents.every(
    ({ issuer, title }) => LOWER.test(`${issuer ?? ""} ${title}`) || (nameIn(called, title)?.length ?? 0) < SHORTEST,
  );
}

/** Of the whole land, and so of no province. */
const OF_THE_LAND = /国务院|中央|全国人大|国家/u;
const LOCAL = /[省市区县旗州]/u;
const LOWER = /[区县旗]/u;
/** What a place that only mentions a document may tell of it. */
const MENTIONED: readonly QuestionKind[] = ["document_number", "document_title"];
const SHORTEST = 4;

/**
 * Answers for a text of a higher body (国务院那份) where the documents here are of a lower one: its number, where one of them mentions it
 * with the number. Its other facts are told nowhere here. Null where the question means no such text.
 */
export function answerHigher(
  library: PolicyLibrary,
  fact: QuestionKind,
  named: readonly DocumentHead[],
  { text, terms }: Understanding,
): Outcome | null {
  const organ = HIGHER.exec(text)?.[1];
  if (organ === undefined || !named.every((one) => LOWER.test(`${one.issuer ?? ""} ${one.title}`))) return null;
  const isMentioned = MENTIONED.includes(fact);
  // What the words name without being sure of it, and what nothing here is called, the search knows better.
  if (named.length === 0 && (isMentioned || namedDocuments(library, text, terms).length > 0)) return null;
  const draft = isMentioned ? writeMention(library, named, organ, text) : null;
  return draft ? { draft, confidence: SETTLED } : { decline: decline(library, "not_in_corpus", []), confidence: 0 };
}

const TITLED = /《([^《》]+)》(?:\s*（([^（）]{1,12}〔\d{4}〕\s*\d+\s*号)）)?/gu;

function writeMention(
  library: PolicyLibrary,
  named: readonly DocumentHead[],
  organ: string,
  text: string,
): Draft | null {
  const isOfOrgan = (title: string) =>
    OF_THE_LAND.test(organ) ? !LOCAL.test(title) : LOCAL.test(title) && !LOWER.test(title);
  for (const provision of named.flatMap(({ documentId }) => library.provisionsOf(documentId))) {
    if (provision.children.length > 0 || /^(?:art|sec)_/u.test(provision.eId)) continue;
    for (const match of provision.text.matchAll(TITLED)) {
      const [whole, title = "", number] = match;
      if (!number || !isOfOrgan(title) || (nameIn(text, title)?.length ?? 0) < SHORTEST) continue;
      const draft = new Draft(library);
      const mark = draft.cite({ provision, start: match.index, end: match.index + whole.length });
      draft.add(wording.number(title, number) + mark);
      return draft;
    }
  }
  return null;
}
