import { calibrationBins } from "./calibration.js";
import type { EvaluationResult } from "./evaluate.js";
import { formatFigure, QUALITY_FIGURES } from "./figures.js";
import { html, type SafeHtml } from "./markup.js";
import type { Miss } from "./misses.js";
import type { Comparison } from "./published.js";
import { reliabilityPlot } from "./reliability-plot.js";
import { REPORT_STYLE } from "./report-style.js";
import { calibrationPoints, type EvaluationMetrics, type TypeFigures } from "./summary.js";

export interface ReportInput {
  readonly datasetName: string;
  /** ISO date of the run. */
  readonly date: string;
  readonly result: EvaluationResult;
  readonly misses: readonly Miss[];
  readonly comparison: Comparison | null;
}

/** One self-contained HTML page: no script, no request, fit to print. */
export function formatReport({ datasetName, date, result, misses, comparison }: ReportInput): string {
  const { metrics } = result;
  const title = `问答评测报告：${datasetName}`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${REPORT_STYLE}
</head>
<body>
<main>
<h1>${title}</h1>
<p>${date}，共 ${metrics.questions} 题：有答案 ${metrics.answerable} 题，语料无答案 ${metrics.questions - metrics.answerable} 题；未通过 ${misses.length} 题。</p>
${figuresSection(metrics, comparison)}
${typesSection(metrics.byType)}
${calibrationSection(result)}
${comparison === null ? html`` : changesSection(comparison)}
${missesSection(misses)}
</main>
</body>
</html>
`.toString();
}

function figuresSection(metrics: EvaluationMetrics, comparison: Comparison | null): SafeHtml {
  const changes = new Map(comparison?.changes.map((change) => [change.key, change]));
  const rows = QUALITY_FIGURES.map(({ key, label, unit }) => {
    const change = changes.get(key);
    const published = comparison === null ? "—" : formatFigure(change?.before ?? null, unit);
    const verdict = change?.verdict ?? "same";
    return html`<tr><th scope="row">${label}</th><td>${formatFigure(metrics[key], unit)}</td><td>${published}</td><td class="${verdict}">${VERDICT[verdict]}</td></tr>`;
  });
  const { p50, p95, p99 } = metrics.latencyMs;
  const latency = [p50, p95, p99].map((value) => (value === null ? "—" : value.toFixed(1))).join(" / ");
  return html`<section aria-labelledby="figures"><h2 id="figures">总体指标</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="figures"><table>
<thead><tr><th scope="col">指标</th><th scope="col">本次</th><th scope="col">已公布</th><th scope="col">变化</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p>时延 p50 / p95 / p99：${latency} 毫秒（不参与比较）。</p></section>`;
}

const VERDICT = { better: "改进", same: "—", worse: "变差" } as const;

function typesSection(types: readonly TypeFigures[]): SafeHtml {
  const rows = types.map(
    (figures) =>
      html`<tr><th scope="row">${figures.type}</th><td>${figures.questions}</td>${[
        figures.right,
        figures.citationExact,
        figures.answerContains,
        figures.refusalRecall,
        figures.falseRefusalRate,
      ].map((value) => html`<td>${formatFigure(value, "percent")}</td>`)}</tr>`,
  );
  return html`<section aria-labelledby="types"><h2 id="types">按问题类型</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="types"><table>
<thead><tr><th scope="col">类型</th><th scope="col">题数</th><th scope="col">全部通过</th><th scope="col">首条依据准确</th><th scope="col">事实完整</th><th scope="col">拒答召回</th><th scope="col">误拒</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function calibrationSection({ metrics, results }: EvaluationResult): SafeHtml {
  const bins = calibrationBins(calibrationPoints(results));
  const rows = bins
    .filter((bin) => bin.count > 0)
    .map(
      (bin) =>
        html`<tr><th scope="row">${bin.lower.toFixed(1)}–${bin.upper.toFixed(1)}</th><td>${bin.count}</td><td>${bin.confidence.toFixed(3)}</td><td>${bin.accuracy.toFixed(3)}</td></tr>`,
    );
  return html`<section aria-labelledby="calibration"><h2 id="calibration">置信度校准</h2>
<p>校准误差 ECE（10 档）：${formatFigure(metrics.ece, "decimal")}。只计作答的问题；全部检查通过才算正确。</p>
<figure>${reliabilityPlot(bins)}</figure>
<table><thead><tr><th scope="col">置信度</th><th scope="col">题数</th><th scope="col">平均置信度</th><th scope="col">实际正确率</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function changesSection({ publishedOn, questionsChanged, newMisses, fixed }: Comparison): SafeHtml {
  return html`<section aria-labelledby="changes"><h2 id="changes">与上次公布（${publishedOn}）相比</h2>
${questionsChanged ? html`<p>题目数量已有变化，数字不能直接比较。</p>` : html``}
<p>新增未通过 ${newMisses.length} 题：${newMisses.join("、") || "无"}。</p>
<p>已改正 ${fixed.length} 题：${fixed.join("、") || "无"}。</p></section>`;
}

function missesSection(misses: readonly Miss[]): SafeHtml {
  const items = misses.map(
    (miss) => html`<li><h3>${miss.id}　${miss.question}</h3>
<dl><dt>类型</dt><dd>${miss.type}</dd><dt>原因</dt><dd class="worse">${miss.reasons.join("；")}</dd>
<dt>应引</dt><dd>${miss.gold.join("、") || "应当拒答"}</dd><dt>回答</dt><dd class="answer">${miss.answer}</dd></dl></li>`,
  );
  return html`<section aria-labelledby="misses"><h2 id="misses">未通过的问题（${misses.length}）</h2>
${misses.length === 0 ? html`<p>没有。</p>` : html`<ol class="misses">${items}</ol>`}</section>`;
}
