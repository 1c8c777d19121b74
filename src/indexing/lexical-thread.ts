import { parentPort, workerData } from "node:worker_threads";
import { type RowFilter, toRanges, toRowFilter } from "./row-filter.js";
import { RowScorer, type ScorableRows, type ScoringTask } from "./row-scorer.js";

/** The program of `ScoringThread`: says when it is ready, then answers task after task. */
const rows = workerData as ScorableRows;
const scorer = new RowScorer(rows);
let last: { readonly bounds: Uint32Array; readonly filter: RowFilter } | undefined;

/** Nearly all questions leave out the same rows, of which a filter keeps as many marks as there are rows. */
function filterOf(bounds: Uint32Array): RowFilter {
  const isSame = bounds.length === last?.bounds.length && bounds.every((bound, at) => bound === last?.bounds[at]);
  if (!last || !isSame) last = { bounds, filter: toRowFilter(rows.size, toRanges(bounds)) };
  return last.filter;
}

parentPort?.on("message", ({ bounds, ...task }: ScoringTask) => {
  parentPort?.postMessage(scorer.search(task, bounds && filterOf(bounds)));
});
parentPort?.postMessage("ready");
