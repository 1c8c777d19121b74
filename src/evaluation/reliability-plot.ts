import type { CalibrationBin } from "./calibration.js";
import { html, type SafeHtml } from "./markup.js";

const SIDE = 320;
const LEFT = 44;
const TOP = 12;

/** Reliability plot: a bar a bin as high as its share of right answers, against the diagonal of a perfect confidence. */
export function reliabilityPlot(bins: readonly CalibrationBin[]): SafeHtml {
  return html`<svg role="img" aria-labelledby="plot-title" viewBox="0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 48}" width="${LEFT + SIDE + 16}">
<title id="plot-title">可靠性图：横轴为置信度，纵轴为实际正确率，对角线为完全校准</title>
<rect x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" class="frame"/>
${bins.filter((bin) => bin.count > 0).map(bar)}
<line x1="${LEFT}" y1="${TOP + SIDE}" x2="${LEFT + SIDE}" y2="${TOP}" class="diagonal"/>
${[0, 0.2, 0.4, 0.6, 0.8, 1].map(tick)}
<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 40}" text-anchor="middle">置信度</text>
<text x="12" y="${TOP + SIDE / 2}" text-anchor="middle" transform="rotate(-90 12 ${TOP + SIDE / 2})">实际正确率</text>
</svg>`;
}

function bar(bin: CalibrationBin): SafeHtml {
  const x = LEFT + bin.lower * SIDE;
  const height = bin.accuracy * SIDE;
  return html`<rect x="${(x + 1).toFixed(1)}" y="${(TOP + SIDE - height).toFixed(1)}" width="${((bin.upper - bin.lower) * SIDE - 2).toFixed(1)}" height="${height.toFixed(1)}" class="bar"/>
<circle cx="${(LEFT + bin.confidence * SIDE).toFixed(1)}" cy="${(TOP + SIDE - height).toFixed(1)}" r="3.5" class="point"/>`;
}

function tick(value: number): SafeHtml {
  const offset = value * SIDE;
  return html`<text x="${LEFT + offset}" y="${TOP + SIDE + 18}" text-anchor="middle">${value.toFixed(1)}</text>
<text x="${LEFT - 6}" y="${TOP + SIDE - offset + 4}" text-anchor="end">${value.toFixed(1)}</text>`;
}
