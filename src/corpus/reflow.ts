import { type Content, contentText } from "./content.js";
import type { Line } from "./lines.js";
import { type Mark, parseMark, parsePointless } from "./marks.js";
import { Numbering } from "./numbering.js";
import { isAnnexMark, isBare, isDateLine, isFinished, isNumberLine, isOrgan, isReleaseNote } from "./phrases.js";
import { opensOrder, Quotation } from "./quoting.js";
import { isRow } from "./tables.js";
import { titleLength } from "./titles.js";

export type BlockRole = "text" | "title" | "number" | "row" | "closing" | "release_note";

/** One unit of the text as the drafter set it: the lines that the press or a page broke are together again. */
export interface Block {
  readonly role: BlockRole;
  readonly lines: Line[];
  readonly content: Content;
  readonly text: string;
  /** The number that it begins with, where it opens a place. */
  readonly mark: Mark | null;
}

interface Draft {
  readonly role: BlockRole;
  readonly lines: Line[];
  readonly ownLine: boolean[];
  readonly mark: Mark | null;
  text: string;
  quotation: Quotation | null;
}

/** Puts the lines of one document into blocks. */
export function reflow(raw: string, lines: readonly Line[]): Block[] {
  const reflower = new Reflower(lines);
  for (let i = 0; i < lines.length; ) i += reflower.take(raw, i);
  return reflower.drafts.map((draft) => toBlock(raw, draft));
}

function toBlock(raw: string, { role, lines, ownLine, mark }: Draft): Block {
  const content = lines.flatMap((line, i) => line.content.map((f) => ({ ...f, ownLine: ownLine[i] ?? false })));
  return { role, lines, content, text: contentText(raw, content), mark };
}

/** Lines of a signature before its date: names of persons and offices too, or of organs alone. */
const MOST_LINES = 6;
const MOST_SIGNERS = 30;

class Reflower {
  readonly drafts: Draft[] = [];
  readonly #lines: readonly Line[];
  readonly #numbering = new Numbering();
  /** Line length at which a hard-wrapped source breaks its lines; null where lines are whole paragraphs. */
  readonly #width: number | null;

  #numbered = false;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#width = wrapWidth(lines);
  }

  /** Takes the line at `i`, and those that belong to it by form; returns how many. */
  take(raw: string, i: number): number {
    const line = this.#lines[i];
    if (!line) return 1;
    const previous = this.drafts.at(-1);
    if (previous?.quotation?.goesOn(line.text) && !isNextPlace(previous, line))
      return this.#append(previous, line, true);
    const role = this.#formOf(raw, i);
    if (role) return this.#takeForm(role.role, i, role.length);
    const running = previous?.role === "text" && this.#runsOn(previous, line);
    const mark = this.#markOf(line, running);
    if (previous && running && !mark) return this.#append(previous, line, false);
    this.#push("text", line, mark);
    return 1;
  }

  #markOf(line: Line, running: boolean): Mark | null {
    if (line.opens === false && running) return null;
    const opens = line.opens === true;
    const mark = parseMark(line.text) ?? (opens ? this.#pointless(line.text) : null);
    return mark && this.#numbering.accepts(mark, { running, opens }) ? mark : null;
  }

  #pointless(text: string): Mark | null {
    const mark = parsePointless(text);
    return mark && this.#numbering.expectsClause(mark.value) ? mark : null;
  }

  #formOf(raw: string, i: number): { role: BlockRole; length: number } | null {
    const line = this.#lines[i];
    if (!line) return null;
    if (isNumberLine(line.text)) return { role: "number", length: 1 };
    if (isReleaseNote(line.text)) return { role: "release_note", length: 1 };
    if (isRow(raw, this.#lines, i)) return { role: "row", length: 1 };
    const closing = this.#closingLength(i);
    if (closing > 0) return { role: "closing", length: closing };
    const last = this.drafts.at(-1);
    if (!last) return null;
    const afterNotice = last.role === "closing" || last.role === "release_note" || isAnnexMark(last.text);
    const title = titleLength(raw, this.#lines, i, { afterNotice, numbered: this.#numbered });
    return title > 0 ? { role: "title", length: title } : null;
  }

  /** Signature lines and their date; 0 where none begins. */
  #closingLength(i: number): number {
    if (!this.drafts.some((draft) => draft.role === "text")) return 0;
    let organs = true;
    for (let length = 0; length < (organs ? MOST_SIGNERS : MOST_LINES); length++) {
      const text = this.#lines[i + length]?.text ?? "";
      if (isDateLine(text)) return length + 1;
      if (text === "" || !isBare(text, 40) || /[，“]/.test(text) || parseMark(text)) return 0;
      organs &&= isOrgan(text);
    }
    return 0;
  }

  #takeForm(role: BlockRole, i: number, length: number): number {
    const previous = this.drafts.at(-1);
    const ownLine = role === "closing" || role === "row";
    this.#lines.slice(i, i + length).forEach((line, k) => {
      const target = k > 0 || (role === "row" && previous?.role === "row") ? this.drafts.at(-1) : undefined;
      if (target) this.#append(target, line, ownLine);
      else this.#push(role, line, null);
    });
    return length;
  }

  #push(role: BlockRole, line: Line, mark: Mark | null): void {
    const quotation = role === "text" ? new Quotation(line.text) : null;
    this.#numbered ||= mark !== null;
    this.drafts.push({ role, lines: [line], ownLine: [false], mark, text: line.text, quotation });
  }

  #append(draft: Draft, line: Line, ownLine: boolean): number {
    draft.lines.push(line);
    draft.ownLine.push(ownLine);
    draft.text += line.text;
    if (ownLine) draft.quotation?.add(line.text);
    else draft.quotation = draft.role === "text" ? new Quotation(draft.text) : null;
    return 1;
  }

  #runsOn(previous: Draft, line: Line): boolean {
    if (line.opens !== undefined) return !line.opens;
    return !isFinished(previous.text) && this.#mayRunOn(previous, line);
  }

  /** Whether an unfinished block may go on in the next line: not a heading, not a short line set apart. */
  #mayRunOn(previous: Draft, line: Line): boolean {
    const last = previous.lines.at(-1);
    if (!last || line.depth > 0 || last.depth > 0 || line.listed) return false;
    if (previous.mark?.rest === "" && previous.lines.length === 1) return previous.mark.kind !== "article";
    const full = last.text.length >= (this.#width ?? 30) * 0.85;
    if (this.#isHeading(previous)) return this.#width !== null && full && !line.gapBefore;
    return !line.gapBefore || full || /[，、,]$/.test(last.text);
  }

  #isHeading({ mark, text }: Draft): boolean {
    return mark !== null && !this.#numbering.inArticle && isBare(text, 45);
  }
}

function isNextPlace(previous: Draft, line: Line): boolean {
  const mark = parseMark(line.text);
  const next = mark !== null && mark.kind === previous.mark?.kind && mark.value === previous.mark.value + 1;
  return next && opensOrder(mark.rest);
}

/** Length of the longer lines of a source that breaks its sentences; null where hardly any line is broken. */
function wrapWidth(lines: readonly Line[]): number | null {
  const broken = lines.filter((line, i) => !line.gapBefore && i > 0 && !isFinished(lines[i - 1]?.text ?? ""));
  if (lines.length < 10 || broken.length < lines.length * 0.3) return null;
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? null;
}
