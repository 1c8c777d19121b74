import type { Question } from "../answering/answer.js";
import type { PolicyLibrary } from "../corpus/library.js";
import { missingFacts } from "./checks.js";
import type { Dataset, DatasetQuestion } from "./dataset.js";
import { formatFigure } from "./figures.js";
import { createGoldResolver, type GoldPlace, isCovered, isSameTopPlace } from "./gold.js";
import { share } from "./metrics.js";
import { alignColumns } from "./table.js";

/** What a contender gives for a question; null is a refusal. */
export interface Reply {
  /** Where facts are looked for. */
  readonly text: string;
  readonly documentId: string;
  /** The place it names first; null for a contender that names no place. */
  readonly eId: string | null;
}

/** A way to answer questions, put beside others on the same questions. */
export interface Contender {
  readonly name: string;
  reply(question: Question): Promise<Reply | null>;
}

/** Shares of the answerable questions, but for `refused`; null where the contender names no places. */
export interface ContenderFigures {
  readonly name: string;
  readonly document: number | null;
  readonly article: number | null;
  readonly exact: number | null;
  readonly facts: number | null;
  /** Of the questions without an answer, those refused. */
  readonly refused: number | null;
}

/** Asks each contender every question. Only the first place counts, whatever `match` says: most contenders name but one. */
export async function compareContenders(
  dataset: Dataset,
  library: PolicyLibrary,
  contenders: readonly Contender[],
): Promise<ContenderFigures[]> {
  const figures: ContenderFigures[] = [];
  for (const contender of contenders) {
    const replies: (Reply | null)[] = [];
    for (const { question, history } of dataset.questions) replies.push(await contender.reply({ question, history }));
    figures.push({ name: contender.name, ...measure(dataset.questions, replies, library) });
  }
  return figures;
}

function measure(
  questions: readonly DatasetQuestion[],
  replies: readonly (Reply | null)[],
  library: PolicyLibrary,
): Omit<ContenderFigures, "name"> {
  const resolve = createGoldResolver(library);
  const asked = questions.map((question, index) => ({ question, reply: replies[index] ?? null }));
  const placed = asked.filter(({ question }) => question.answerable && question.citations.length > 0);
  const factual = asked.filter(({ question }) => question.answerable && question.mustContain.length > 0);
  const namesPlaces = replies.every((reply) => reply === null || reply.eId !== null);
  const firstPlace = (covers: (reply: Reply, gold: GoldPlace) => boolean) =>
    share(
      placed.map(({ question, reply }) => question.citations.some((c) => reply !== null && covers(reply, resolve(c)))),
    );
  return {
    document: firstPlace((reply, gold) => gold.documentIds.includes(reply.documentId)),
    article: namesPlaces ? firstPlace((r, gold) => isSameTopPlace(r.documentId, r.eId ?? "", gold)) : null,
    exact: namesPlaces ? firstPlace((r, gold) => isCovered(library, r.documentId, r.eId ?? "", gold)) : null,
    facts: share(
      factual.map(({ question, reply }) => missingFacts(question.mustContain, reply?.text ?? "").length === 0),
    ),
    refused: share(asked.filter(({ question }) => !question.answerable).map(({ reply }) => reply === null)),
  };
}

/** The figures side by side, for a terminal. */
export function formatContenders(figures: readonly ContenderFigures[]): string {
  return alignColumns([
    ["方案", "文件正确", "条正确", "首条依据准确", "事实完整", "应拒而拒"],
    ...figures.map(({ name, ...shares }) => [
      name,
      ...[shares.document, shares.article, shares.exact, shares.facts, shares.refused].map((value) =>
        formatFigure(value, "percent"),
      ),
    ]),
  ]);
}
