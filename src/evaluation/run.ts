import { PolicyChatError } from "../errors.js";
import { DatasetInvalidError } from "./dataset.js";

export interface RankedProvision {
  readonly provisionId: string;
  /** Rises with goodness. */
  readonly score: number;
}

/** Query id → its ranking, best first. */
export type Run = ReadonlyMap<string, readonly RankedProvision[]>;

/** A ranking that no tool could read as it was meant: a score that rises with the rank, or a provision ranked twice. */
export class RunInvalidError extends PolicyChatError {
  constructor(problem: string) {
    super("internal", problem);
  }
}

/**
 * `qid Q0 provisionId rank score tag`, rank from 1. trec_eval ignores the rank column, orders by score in single
 * precision and breaks ties by id; a score that ties with the one before is therefore written one step lower.
 * Throws RunInvalidError.
 */
export function formatRun(run: Run, tag: string): string {
  let lines = "";
  for (const [id, ranking] of run) {
    const seen = new Set<string>();
    let previous = { score: Number.POSITIVE_INFINITY, written: Number.POSITIVE_INFINITY };
    for (const [index, { provisionId, score }] of ranking.entries()) {
      const place = `${id} 的第 ${index + 1} 名 ${provisionId}`;
      if (!(score <= previous.score))
        throw new RunInvalidError(`${place}：得分 ${score} 高于前一名的 ${previous.score}`);
      if (seen.has(provisionId)) throw new RunInvalidError(`${place}：重复出现`);
      seen.add(provisionId);
      const written = Math.min(Math.fround(score), nextBelow(previous.written));
      lines += `${id} Q0 ${provisionId} ${index + 1} ${written} ${tag}\n`;
      previous = { score, written };
    }
  }
  return lines;
}

/** The next smaller single-precision number. */
function nextBelow(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return value;
  const float = new Float32Array([value]);
  const bits = new Int32Array(float.buffer);
  if (value === 0) float[0] = -1.401298464324817e-45;
  else bits[0] = (bits[0] ?? 0) + (value > 0 ? -1 : 1);
  return float[0] ?? value;
}

/** Reads a TREC run, ordered by rank. Throws DatasetInvalidError at the first bad line. */
export function parseRun(source: string, file: string): Run {
  const rows = new Map<string, (RankedProvision & { readonly rank: number })[]>();
  for (const [index, line] of source.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [id, , provisionId, rank, score, tag, ...rest] = line.trim().split(/\s+/);
    const numbers = [Number(rank), Number(score)];
    if (!id || !provisionId || !tag || rest.length > 0 || !numbers.every(Number.isFinite)) {
      const problem = "不是一行 run；应为 `qid Q0 provisionId rank score tag`";
      throw new DatasetInvalidError(file, index + 1, problem);
    }
    const ranking = rows.get(id) ?? [];
    ranking.push({ provisionId, rank: Number(rank), score: Number(score) });
    rows.set(id, ranking);
  }
  return new Map(
    [...rows].map(([id, ranking]) => [
      id,
      ranking.toSorted((a, b) => a.rank - b.rank).map(({ provisionId, score }) => ({ provisionId, score })),
    ]),
  );
}
