import type { PolicyLibrary } from "../../corpus/library.js";
import { showsAgent } from "../question/evidence.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable, comparableSentences } from "../words/comparable.js";
import { coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import { putFirst } from "./put-first.js";

/** 谁来拍板, 最后谁说了算, 由谁决定: who decides, whatever is decided. */
const ASKS_WHO_DECIDES =
  /(?:谁|哪个(?:领导|人)|哪位)(?:来|有权|能|可以|最后|最终)*(?:拍板|拍的板|说了算|做主|作主|定夺|(?:作出|做出|作|做|下)?决定|一锤定音)|(?:拍板|说了算|做主|作主)(?:的人|的)?(?:是|归)(?:谁|哪位)/u;
/** An organ's words that decide: 可以作出通过、再次讨论等决定, 审定. */
const DECIDES = /(?:作出|做出)[^;。]{0,40}(?:决定|决策)|(?:审定|(?<!讨论)决定)(?![的前后等]|中止|停止)/u;
/** The same with the organ behind a preposition: 报区政府审定, 由主席团决定. */
const DECIDED_BY = /(?:报(?:请|经)?|由|经)[^,;。]{2,16}(?:审定|决定|批准|审批|同意)/u;
/** 情况紧急的,… and 在后续工作中,确需调整的,…: who decides then, decides on that occasion only, which its last words name. */
const OCCASION = /^(?:[^,;:]{2,12}[中前后时],)?[^,;:]{2,40}的,/u;
const NAMED_BY = /.{1,4}(?=的,$)/u;
/** How far behind the best such a place may be: places that share more words of the matter stand before it, unless its title names the matter. */
const BEHIND = 8;
/** Cover from which a title speaks of a word. */
const NAMES = 0.7;
const ADVERB = /^(?:最后|最终|到底|究竟|一般|通常)$/u;

/** Puts the place where an organ decides before places that only speak of decisions, for a question that asks who decides. */
export function deciderFirst(
  library: PolicyLibrary,
  scored: readonly ScoredCandidate[],
  { text, terms }: { readonly text: string; readonly terms: readonly Term[] },
): readonly ScoredCandidate[] {
  const [best] = scored;
  const asking = ASKS_WHO_DECIDES.exec(text)?.[0];
  if (!best || asking === undefined || tellsWhoDecides(best, terms)) return scored;
  const matter = terms.filter((one) => one.role === "topic" && !asking.includes(one.text) && !ADVERB.test(one.text));
  // What a whole text is about (重大行政决策谁拍板) is named at all its places, so that sharing its words is no reason to stand before.
  const isAbout = ({ provision }: ScoredCandidate): boolean => {
    const title = comparable(library.document(provision.documentId)?.title ?? "");
    return matter.length > 0 && matter.every((term) => coverTerm(term, title) >= NAMES);
  };
  const leads = best.score - BEHIND;
  return putFirst(
    scored,
    Number.POSITIVE_INFINITY,
    (one) => one.shape === "own" && tellsWhoDecides(one, terms) && (one.score >= leads || isAbout(one)),
  );
}

function tellsWhoDecides({ text }: ScoredCandidate, terms: readonly Term[]): boolean {
  return comparableSentences(text)
    .flatMap((sentence) => sentence.split(";"))
    .some((part) => {
      const agent = showsAgent(part);
      const occasion = NAMED_BY.exec(OCCASION.exec(part)?.[0] ?? "")?.[0];
      const isForeign = occasion !== undefined && !terms.some((term) => coverTerm(term, occasion) >= SPEAKS);
      return !isForeign && (DECIDED_BY.test(part) || (agent !== null && DECIDES.test(part.slice(agent))));
    });
}

/** Cover from which an occasion speaks of a word of the question. */
const SPEAKS = 0.7;
