import { endsAdoption, opensAdoption } from "./adoption.js";
import type { Furniture, Line } from "./lines.js";
import { type Mark, type MarkKind, parseMark } from "./marks.js";
import { isBare, isContentsHeading } from "./phrases.js";

/** The lines of a document below its title, by what they are. */
export interface Front {
  /** Everything that a law collection prints between title and text. */
  readonly history: readonly Line[];
  /** Of these how the text was adopted, issued and amended: one entry for each line as it was meant. */
  readonly adoption: readonly (readonly Line[])[];
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
  return { history, adoption: adoptionLines(history), contents: rest.slice(start, start + length), body };
}

/** A line that is broken goes on in the next. What stands before the first date is the title once more. */
function adoptionLines(history: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let goesOn = false;
  for (const line of history) {
    const opens = opensAdoption(line.text);
    const before = found.at(-1);
    if (line.depth > 0 || !before ? !opens : !opens && !goesOn && !endsAdoption(line.text)) continue;
    if (before && goesOn && !opens) before.push(line);
    else found.push([line]);
    goesOn = !endsAdoption(line.text);
  }
  return found;
}

/** The first run of headings, when it stands again: right below (then up to there), or heading by heading in the text. */
function contentsRange(lines: readonly Line[]): { start: number; length: number } {
  const none = { start: 0, length: 0 };
  const first = lines.findIndex((line) => headingMark(line) !== null);
  const opening = lines[first] && headingMark(lines[first]);
  if (!opening) return none;
  const start = first > 0 && isContentsHeading(lines[first - 1]?.text ?? "") ? first - 1 : first;
  let end = first + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    const mark = line ? headingMark(line) : null;
    if (mark && opensAgain(opening, mark)) return { start, length: end - start };
    if (!line || (!mark && (!isBare(line.text, 40) || parseMark(line.text)))) break;
  }
  return standsAgain(lines.slice(first, end), lines.slice(end)) ? { start, length: end - start } : none;
}

/** A book, its chapter and its section may open together; three headings that all come again are a list of contents. */
function standsAgain(run: readonly Line[], rest: readonly Line[]): boolean {
  if (run.length < 3) return false;
  const below = new Set(rest.filter((line) => headingMark(line) !== null).map((line) => line.text.replace(/\s/g, "")));
  return run.every((line) => below.has(line.text.replace(/\s/g, "")));
}

function opensAgain(opening: Mark, mark: Mark): boolean {
  if (mark.kind !== opening.kind || mark.value !== opening.value) return false;
  return mark.kind !== "comma" || mark.rest === opening.rest;
}

/** The number of a line that may be a heading: 第一章 总则, 一、管辖. */
function headingMark(line: Line): Mark | null {
  const mark = parseMark(line.text);
  const heads = mark !== null && (FRAMES.has(mark.kind) || (mark.kind === "comma" && isBare(mark.rest, 40)));
  return heads ? mark : null;
}
