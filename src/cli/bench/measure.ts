/** One measured figure. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What is acceptable on the reference machine (2 cores): at most, or at least, so much; null where there is no bar. */
  readonly bar: { readonly atMost: number } | { readonly atLeast: number } | null;
  /** What a reader must know to compare the figure with another. */
  readonly note?: string;
}

export const atMost = (name: string, value: number, unit: string, limit: number): Measure => ({
  name,
  value,
  unit,
  bar: { atMost: limit },
});
export const atLeast = (name: string, value: number, unit: string, limit: number): Measure => ({
  name,
  value,
  unit,
  bar: { atLeast: limit },
});
export const figure = (name: string, value: number, unit: string): Measure => ({ name, value, unit, bar: null });

/** Whether a figure keeps to its bar; true where it has none. */
export function isMet({ value, bar }: Measure): boolean {
  if (bar === null) return true;
  return "atMost" in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** One line a figure. */
export function renderMeasures(measures: readonly Measure[]): string {
  return measures.map(renderMeasure).join("\n");
}

function renderMeasure(measure: Measure): string {
  const { name, value, unit, bar, note } = measure;
  const limit = bar && ("atMost" in bar ? `上限 ${bar.atMost}` : `下限 ${bar.atLeast}`);
  const verdict = limit === null ? "" : `  （${limit} ${unit}，${isMet(measure) ? "达标" : "未达标"}）`;
  return `${name}：${formatValue(value)} ${unit}${verdict}${note === undefined ? "" : `  ${note}`}`;
}

function formatValue(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 1 ? 3 : 2);
}
