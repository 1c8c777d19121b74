import { formatFigure, QUALITY_FIGURES } from "./figures.js";
import type { Miss } from "./misses.js";
import type { Comparison } from "./published.js";
import type { EvaluationMetrics, RankingFigures } from "./summary.js";
import { alignColumns } from "./table.js";

/** The figures as an aligned table, with the change since publication where there is a comparison. */
export function formatMetrics(metrics: EvaluationMetrics, comparison: Comparison | null): string {
  const changes = new Map(comparison?.changes.map((change) => [change.key, change]));
  const rows = QUALITY_FIGURES.map(({ key, label, unit }) => {
    const change = changes.get(key);
    const value = formatFigure(metrics[key], unit);
    return comparison === null
      ? [label, value]
      : [label, value, formatFigure(change?.before ?? null, unit), MARK[change?.verdict ?? "same"]];
  });
  const { p50, p95, p99 } = metrics.latencyMs;
  const head = comparison === null ? ["指标", "本次"] : ["指标", "本次", `已公布（${comparison.publishedOn}）`, ""];
  return [
    `共 ${metrics.questions} 题：有答案 ${metrics.answerable} 题，语料无答案 ${metrics.questions - metrics.answerable} 题`,
    alignColumns([head, ...rows]),
    `时延 p50 ${formatMs(p50)}，p95 ${formatMs(p95)}，p99 ${formatMs(p99)}`,
    `按 trec_eval 逐条计：${formatTrec(metrics.trec)}`,
  ].join("\n");
}

const MARK = { better: "改进", same: "", worse: "变差" } as const;

/** One line a kind of question. */
export function formatByType(metrics: EvaluationMetrics): string {
  return alignColumns([
    ["类型", "题数", "全对", "依据准确", "事实完整", "拒答召回", "误拒"],
    ...metrics.byType.map((figures) => [
      figures.type,
      String(figures.questions),
      formatFigure(figures.right, "percent"),
      formatFigure(figures.citationExact, "percent"),
      formatFigure(figures.answerContains, "percent"),
      formatFigure(figures.refusalRecall, "percent"),
      formatFigure(figures.falseRefusalRate, "percent"),
    ]),
  ]);
}

/** Two lines a miss: the question, and why it missed. */
export function formatMisses(misses: readonly Miss[]): string {
  return misses.map((m) => `${m.id} [${m.type}] ${m.question}\n    ${m.reasons.join("；")}`).join("\n");
}

function formatTrec(figures: RankingFigures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${formatFigure(value, "decimal")}`)
    .join("，");
}

function formatMs(value: number | null): string {
  return value === null ? "—" : `${value.toFixed(1)} 毫秒`;
}

/** What changed since publication: the figures that fell, and the questions that went wrong or were put right. */
export function formatChanges({ publishedOn, questionsChanged, fell, newMisses, fixed }: Comparison): string {
  return [
    fell.length === 0
      ? `与 ${publishedOn} 公布的数字相比，没有指标变差。`
      : `与 ${publishedOn} 公布的数字相比，变差的指标：${fell.map((change) => change.label).join("、")}。`,
    ...(questionsChanged ? ["题目数量已有变化，数字不能直接比较；确认后请用 --publish 重新公布。"] : []),
    ...(newMisses.length > 0 ? [`新增未通过：${newMisses.join("、")}`] : []),
    ...(fixed.length > 0 ? [`已改正：${fixed.join("、")}`] : []),
  ].join("\n");
}
