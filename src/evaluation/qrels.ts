import type { PolicyLibrary } from "../corpus/library.js";
import { DatasetInvalidError, type DatasetQuestion } from "./dataset.js";
import { createGoldResolver, type GoldPlace, isCovered } from "./gold.js";

/** One judgment. Whatever is not judged counts as not relevant. */
export interface Judgment {
  readonly provisionId: string;
  /** Above 0 is relevant; the number is the gain of nDCG. */
  readonly relevance: number;
  /**
   * TREC's "iteration" column, read as the need the provision serves (ndeval calls it a subtopic). Provisions of one
   * need, 1 and up, stand for each other: the first one found meets the need. 0: the provision is a need of its own,
   * which is what trec_eval, blind to this column, takes for granted.
   */
  readonly need: number;
}

/** Query id → its judgments. */
export type Qrels = ReadonlyMap<string, readonly Judgment[]>;

/**
 * Judgments of the questions with an answer. A gold place makes itself and every provision below it relevant, grade 1.
 * With match "all" each gold place is a need of its own (1, 2 …), with "any" they share need 1. A place that the library lacks
 * is judged under the name the question set gives it, so that it counts as missed instead of vanishing.
 */
export function deriveQrels(questions: readonly DatasetQuestion[], library: PolicyLibrary): Qrels {
  const resolve = createGoldResolver(library);
  const qrels = new Map<string, readonly Judgment[]>();
  for (const question of questions) {
    if (!question.answerable || question.citations.length === 0) continue;
    const judgments = new Map<string, Judgment>();
    // A gold place inside another gold place is judged first, so that it serves its own need.
    const narrowFirst = [...question.citations.entries()].sort(([, a], [, b]) => b.eId.length - a.eId.length);
    for (const [index, citation] of narrowFirst) {
      const need = question.match === "all" ? index + 1 : 1;
      const found = coveredProvisions(library, resolve(citation));
      for (const provisionId of found.length > 0 ? found : [missingId(citation.document, citation.eId)]) {
        if (!judgments.has(provisionId)) judgments.set(provisionId, { provisionId, relevance: 1, need });
      }
    }
    qrels.set(question.id, [...judgments.values()]);
  }
  return qrels;
}

function coveredProvisions(library: PolicyLibrary, gold: GoldPlace): string[] {
  return gold.documentIds.flatMap((documentId) =>
    library
      .provisionsOf(documentId)
      // A 题注 is not searched; no run could find it.
      .filter(({ eId, adoption }) => !adoption && isCovered(library, documentId, eId, gold))
      .map((provision) => provision.id),
  );
}

/** TREC ids hold no white space. */
function missingId(document: string, eId: string): string {
  return `${document}#${eId}`.replace(/\s/g, "_");
}

/** `qid need provisionId relevance`, one judgment a line. */
export function formatQrels(qrels: Qrels): string {
  return [...qrels]
    .flatMap(([id, judgments]) => judgments.map((j) => `${id} ${j.need} ${j.provisionId} ${j.relevance}\n`))
    .join("");
}

/** Reads TREC judgments; a second column that is no number (`Q0`) is 0. Throws DatasetInvalidError at the first bad line. */
export function parseQrels(source: string, file: string): Qrels {
  const qrels = new Map<string, Judgment[]>();
  for (const [index, line] of source.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [id, iteration, provisionId, relevance, ...rest] = line.trim().split(/\s+/);
    const grade = Number(relevance);
    if (!id || !iteration || !provisionId || relevance === undefined || rest.length > 0 || !Number.isInteger(grade)) {
      const problem = "不是一条判定；应为 `qid iteration provisionId relevance`，末列为整数";
      throw new DatasetInvalidError(file, index + 1, problem);
    }
    const need = /^\d+$/.test(iteration) ? Number(iteration) : 0;
    const judgments = qrels.get(id) ?? [];
    judgments.push({ provisionId, relevance: grade, need });
    qrels.set(id, judgments);
  }
  return qrels;
}

/** Relevance by rank, and the relevance of all that is relevant: what metrics.ts works on. */
export interface JudgedRanking {
  readonly gains: readonly number[];
  readonly ideal: readonly number[];
}

/** Judges a ranking provision by provision, as trec_eval does. */
export function judgeByProvision(ranking: readonly string[], judgments: readonly Judgment[]): JudgedRanking {
  return judgeByNeed(
    ranking,
    judgments.map((judgment) => ({ ...judgment, need: 0 })),
  );
}

/** Judges a ranking need by need: a second provision of a need already met earns nothing, and keeps its rank. */
export function judgeByNeed(ranking: readonly string[], judgments: readonly Judgment[]): JudgedRanking {
  const judged = new Map(judgments.map((judgment) => [judgment.provisionId, judgment]));
  const best = new Map<string, number>();
  for (const judgment of judged.values()) {
    if (judgment.relevance <= 0) continue;
    best.set(needKey(judgment), Math.max(best.get(needKey(judgment)) ?? 0, judgment.relevance));
  }
  const met = new Set<string>();
  const gains = ranking.map((provisionId) => {
    const judgment = judged.get(provisionId);
    if (judgment === undefined || judgment.relevance <= 0 || met.has(needKey(judgment))) return 0;
    met.add(needKey(judgment));
    return judgment.relevance;
  });
  return { gains, ideal: [...best.values()] };
}

function needKey(judgment: Judgment): string {
  return judgment.need === 0 ? `=${judgment.provisionId}` : String(judgment.need);
}
