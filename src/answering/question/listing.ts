import type { Term } from "../words/terms.js";

/** What a document is called whose table is its matter. */
export const LIST_NOUN = /(?:目录|清单|名单|名录|一览表|台账|计划表)/u;

/** 列进2022年目录的那几件, 进了清单的事项: what is asked is asked of these, and not of how they get there. */
const LISTED = new RegExp(
  `(?<![没未不][列收排纳写编]?)[列收排纳写编]?[入进上](?:了|到)?[^,。谁哪几什啥怎]{0,12}?${LIST_NOUN.source}[里上中内]?的(?:[这那]?[几些一二三四五六七八九十\\d]*[件个项桩]|大?事|事项|决策|项目)`,
  "u",
);
const GETS_THERE = /^[列收排纳写编]?[入进上](?:了|到)?$/u;

/** The terms of a question without the words for getting on a list, where it asks something else of what stands there. */
export function withoutListing(text: string, terms: Term[]): Term[] {
  return LISTED.test(text) ? terms.filter((term) => !GETS_THERE.test(term.text)) : terms;
}
