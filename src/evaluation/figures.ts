import type { EvaluationMetrics } from "./summary.js";

/** The quality figures by name: what tables print, what is published, and what must not fall. */
export const QUALITY_FIGURES = [
  { key: "right", label: "全部检查通过", better: "higher", unit: "percent" },
  { key: "citationExact", label: "首条依据准确（条款项）", better: "higher", unit: "percent" },
  { key: "citationArticle", label: "首条依据准确（条）", better: "higher", unit: "percent" },
  { key: "answerContains", label: "事实完整", better: "higher", unit: "percent" },
  { key: "answerExcludes", label: "无错误表述", better: "higher", unit: "percent" },
  { key: "refusalPrecision", label: "拒答准确率", better: "higher", unit: "percent" },
  { key: "refusalRecall", label: "拒答召回率", better: "higher", unit: "percent" },
  { key: "refusalReason", label: "拒答理由正确", better: "higher", unit: "percent" },
  { key: "falseRefusalRate", label: "误拒率", better: "lower", unit: "percent" },
  { key: "verbatimRate", label: "引文逐字一致", better: "higher", unit: "percent" },
  { key: "ece", label: "校准误差 ECE（10 档）", better: "lower", unit: "decimal" },
  { key: "recall@1", label: "recall@1", better: "higher", unit: "decimal" },
  { key: "recall@5", label: "recall@5", better: "higher", unit: "decimal" },
  { key: "recall@10", label: "recall@10", better: "higher", unit: "decimal" },
  { key: "recall@100", label: "recall@100", better: "higher", unit: "decimal" },
  { key: "MRR@10", label: "MRR@10", better: "higher", unit: "decimal" },
  { key: "nDCG@10", label: "nDCG@10", better: "higher", unit: "decimal" },
] as const satisfies readonly QualityFigure[];

export interface QualityFigure {
  readonly key: keyof EvaluationMetrics;
  readonly label: string;
  readonly better: "higher" | "lower";
  readonly unit: "percent" | "decimal";
}

export type QualityKey = (typeof QUALITY_FIGURES)[number]["key"];

/** `92.5%` or `0.0412`; an em dash where nothing was measured. */
export function formatFigure(value: number | null, unit: QualityFigure["unit"]): string {
  if (value === null) return "—";
  return unit === "percent" ? `${(value * 100).toFixed(1)}%` : value.toFixed(4);
}
