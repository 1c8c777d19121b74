/** What a corpus of so many rows costs, by the name of the cost. */
export interface GrowthPoint<Name extends string> {
  readonly rows: number;
  readonly costs: Readonly<Record<Name, number>>;
}

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 64, right: 24, top: 24, bottom: 56 } as const;
const COLOURS = ["#0b5cad", "#b3261e", "#1b6e3c", "#7a4b00"] as const;

/** An SVG drawing on logarithmic scales: one line a cost, each as a multiple of its first point. */
export function plotGrowth<Name extends string>(
  points: readonly GrowthPoint<Name>[],
  lines: readonly { readonly name: Name; readonly exponent: number }[],
): string {
  const multiples = lines.map(({ name }) => points.map(({ costs }) => costs[name] / (points[0]?.costs[name] ?? 1)));
  const largest = Math.max(10, ...multiples.flat());
  const x = scale(points[0]?.rows ?? 1, points.at(-1)?.rows ?? 10, MARGIN.left, WIDTH - MARGIN.right);
  const y = scale(Math.min(1, ...multiples.flat()), largest, HEIGHT - MARGIN.bottom, MARGIN.top);
  const drawn = lines.map(({ name, exponent }, at) => {
    const colour = COLOURS[at % COLOURS.length];
    const path = points.map(({ rows }, i) => `${x(rows).toFixed(1)},${y(multiples[at]?.[i] ?? 1).toFixed(1)}`);
    const label = `<text x="${MARGIN.left + 12}" y="${MARGIN.top + 18 * (at + 1)}" fill="${colour}">${name}　指数 ${exponent.toFixed(2)}</text>`;
    return `<polyline points="${path.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>${label}`;
  });
  const columns = points.map(
    ({ rows }) =>
      `<text x="${x(rows).toFixed(1)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${rows}</text>`,
  );
  const steps = decades(largest).map(
    (value) =>
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ddd"/>` +
      `<text x="${MARGIN.left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value} 倍</text>`,
  );
  const caption = `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle">检索条数（对数坐标）</text>`;
  const style = `font-family="sans-serif" font-size="13"`;
  const body = [...steps, ...columns, ...drawn, caption].join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${style}>\n<rect width="100%" height="100%" fill="#fff"/>\n${body}\n</svg>\n`;
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => start + ((end - start) * Math.log(value / from)) / Math.log(to / from);
}

function decades(largest: number): number[] {
  return Array.from({ length: Math.floor(Math.log10(largest)) + 1 }, (_, power) => 10 ** power);
}
