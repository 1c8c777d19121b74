/** Aligns columns for a terminal: the first to the left, the others to the right, two spaces between. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))),
  );
  return rows
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

function pad(cell: string, width: number, left: boolean): string {
  const space = " ".repeat(width - displayWidth(cell));
  return left ? cell + space : space + cell;
}

/** Terminal columns of a text: two for a Chinese character or a full-width sign, one for any other. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** The wide and full-width blocks of Unicode's East Asian Width that Chinese text uses. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
