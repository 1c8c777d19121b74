import type { PolicyLibrary } from "../corpus/library.js";
import type { Hit } from "../retrieval/hit.js";
import { topPlace } from "./gold.js";
import { mean, recallAt, reciprocalRankAt } from "./metrics.js";
import { createStatuteGold, isHeldOut, type StatuteQuestion } from "./statutes.js";

/** Shares from 0 to 1, means over the questions whose articles the library holds. */
export interface StatuteRecall {
  readonly questions: number;
  /** A row found counts for its article; an article counts once, at its best rank. */
  readonly recall10: number;
  readonly recall100: number;
  readonly reciprocalRank10: number;
  /** The same of the first rows as they stand, where rows of one article take up places of others. */
  readonly rowRecall10: number;
  readonly rowRecall100: number;
}

/** Rows asked for, so that at least a hundred articles are among them. */
const DEPTH = 400;

/** Asks the held-out questions and measures at which rank the articles come that answer them. */
export async function measureStatuteRecall(
  questions: readonly StatuteQuestion[],
  library: PolicyLibrary,
  search: (question: string, k: number) => Promise<readonly Hit[]>,
): Promise<StatuteRecall> {
  const goldOf = createStatuteGold(library);
  const outcomes: { distinct: number[]; rows: number[]; wanted: number }[] = [];
  for (const question of questions.filter(({ id }) => isHeldOut(id))) {
    const gold = new Set(await library.read(() => goldOf(question)));
    if (gold.size === 0) continue;
    const articles = (await search(question.question, DEPTH)).map(({ provisionId }) => articleOf(provisionId));
    const firsts = [...new Set(articles)];
    const found = [...gold].map((article) => articles.indexOf(article)).filter((rank) => rank >= 0);
    outcomes.push({
      distinct: firsts.map((article) => Number(gold.has(article))),
      rows: articles.map((_, rank) => Number(found.includes(rank))),
      wanted: gold.size,
    });
  }
  const meanOf = (value: (outcome: (typeof outcomes)[number]) => number): number => mean(outcomes.map(value)) ?? 0;
  return {
    questions: outcomes.length,
    recall10: meanOf(({ distinct, wanted }) => recallAt(distinct, wanted, 10)),
    recall100: meanOf(({ distinct, wanted }) => recallAt(distinct, wanted, 100)),
    reciprocalRank10: meanOf(({ distinct }) => reciprocalRankAt(distinct, 10)),
    rowRecall10: meanOf(({ rows, wanted }) => recallAt(rows, wanted, 10)),
    rowRecall100: meanOf(({ rows, wanted }) => recallAt(rows, wanted, 100)),
  };
}

function articleOf(provisionId: string): string {
  const mark = provisionId.lastIndexOf("#");
  return `${provisionId.slice(0, mark)}#${topPlace(provisionId.slice(mark + 1))}`;
}
