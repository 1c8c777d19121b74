import type { Answer } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";

/** Proves the quotations of an answer. Returns the first problem in one line of Chinese, null when all hold. */
export function checkVerbatim(answer: Answer, library: PolicyLibrary): string | null {
  if (answer.citations.length === 0) return "作答而没有引用";
  for (const { index, provisionId, quote, quoteStart, quoteEnd } of answer.citations) {
    const provision = library.provision(provisionId);
    if (provision === undefined) return `引用[${index}]指向不存在的条款 ${provisionId}`;
    if (quote === "" || quote !== provision.text.slice(quoteStart, quoteEnd)) {
      return `引用[${index}]的引文与 ${provisionId} 原文不符`;
    }
  }
  const known = new Set(answer.citations.map((citation) => citation.index));
  const dangling = markersIn(answer.answer).find((marker) => !known.has(marker));
  return dangling === undefined ? null : `答案中的[${dangling}]没有对应的引用`;
}

/** Years in document numbers are printed in brackets as well ([2022]9号), so a marker has three digits at most. */
function markersIn(markdown: string): number[] {
  return [...markdown.matchAll(/\[(\d{1,3})\]/g)].map((match) => Number(match[1]));
}
