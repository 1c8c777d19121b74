import type { Furniture, Line } from "./lines.js";
import { type Mark, type MarkKind, parseMark } from "./marks.js";
import { isBare, isContentsHeading } from "./phrases.js";

/** The lines of a document below its title, by what they are. */
export interface Front {
  /** When the text was adopted and amended, as law collections print it above the text. */
  readonly history: readonly Line[];
  /** List of chapters, printed again above the chapters themselves. */
  readonly contents: readonly Line[];
  readonly body: readonly Line[];
}

const FRAMES: ReadonlySet<MarkKind> = new Set<MarkKind>(["book", "subbook", "chapter", "division"]);

export function splitFront(raw: string, lines: readonly Line[], furniture: readonly Furniture[]): Front {
  const end = furniture.find((use) => use.kind === "comment" && /INFO END/.test(raw.slice(use.start, use.end)));
  const before = (line: Line) => end !== undefined && line.range.start < end.start;
  const history = lines.filter(before);
  const rest = lines.slice(history.length);
  const { start, length } = contentsRange(rest);
  const body = [...rest.slice(0, start), ...rest.slice(start + length)];
  return { history, contents: rest.slice(start, start + length), body };
}

/** From the first chapter to where that chapter opens again, when nothing but headings stands between. */
function contentsRange(lines: readonly Line[]): { start: number; length: number } {
  const none = { start: 0, length: 0 };
  const first = lines.findIndex((line) => frameMark(line) !== null);
  const opening = lines[first] && frameMark(lines[first]);
  if (!opening) return none;
  const start = first > 0 && isContentsHeading(lines[first - 1]?.text ?? "") ? first - 1 : first;
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const mark = frameMark(line);
    if (mark && mark.kind === opening.kind && mark.value === opening.value) return { start, length: i - start };
    if (!mark && (!isBare(line.text, 40) || parseMark(line.text))) break;
  }
  return none;
}

function frameMark(line: Line): Mark | null {
  const mark = parseMark(line.text);
  return mark && FRAMES.has(mark.kind) ? mark : null;
}
