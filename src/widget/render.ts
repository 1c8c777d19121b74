import { element } from "./dom.js";

/** Gives the node for a citation mark `[n]`, or null where no such citation exists; then the mark stays plain text. */
export type CitationMark = (index: number) => Node | null;

const INLINE = /\\([\\*~[\]#>-])|\*\*(.+?)\*\*|~~(.+?)~~|\[(\d{1,3})\]/gsu;
const BULLET = /^\s*[-*+]\s+(.*)$/u;
const NUMBERED = /^\s*(\d{1,3})\.\s+(.*)$/u;
/** A number of the rule itself at the head of an item (（一）, 1., 一、): it is shown as printed, without a bullet. */
const PRINTED_NUMBER = /^(?:[（(][一二三四五六七八九十\d]+[）)]|\d+[.．]|[一二三四五六七八九十]+、)/u;
const QUOTED = /^>\s?(.*)$/u;
const HEADING = /^#{1,6}\s+(.*)$/u;

function renderInline(text: string, mark: CitationMark): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, bold, struck, index] = match;
    nodes.push(text.slice(last, match.index));
    if (escaped !== undefined) nodes.push(escaped);
    else if (bold !== undefined) nodes.push(element("strong", {}, ...renderInline(bold, mark)));
    else if (struck !== undefined) nodes.push(element("del", {}, ...renderInline(struck, mark)));
    else nodes.push(mark(Number(index)) ?? whole);
    last = match.index + whole.length;
  }
  nodes.push(text.slice(last));
  return nodes.filter((node) => node !== "");
}

function renderLines(lines: readonly string[], mark: CitationMark): (Node | string)[] {
  return lines.flatMap((line, index) => [...(index > 0 ? [element("br")] : []), ...renderInline(line, mark)]);
}

function kindOf(line: string): "blank" | "bullet" | "numbered" | "quoted" | "heading" | "text" {
  if (line.trim() === "") return "blank";
  if (BULLET.test(line)) return "bullet";
  if (NUMBERED.test(line)) return "numbered";
  if (QUOTED.test(line)) return "quoted";
  return HEADING.test(line) ? "heading" : "text";
}

function contentOf(line: string, pattern: RegExp): string {
  const match = pattern.exec(line);
  return match?.[match.length - 1] ?? line;
}

function renderBlock(kind: ReturnType<typeof kindOf>, lines: readonly string[], mark: CitationMark): Node {
  const items = (pattern: RegExp) =>
    lines.map((line) => element("li", {}, ...renderInline(contentOf(line, pattern), mark)));
  if (kind === "bullet") {
    const printed = lines.every((line) => PRINTED_NUMBER.test(contentOf(line, BULLET)));
    return element("ul", { class: printed ? "as-printed" : undefined }, ...items(BULLET));
  }
  if (kind === "numbered")
    return element("ol", { start: NUMBERED.exec(lines[0] ?? "")?.[1] ?? "1" }, ...items(NUMBERED));
  const contents = (pattern: RegExp) => lines.map((line) => contentOf(line, pattern));
  if (kind === "quoted") return element("blockquote", {}, ...renderLines(contents(QUOTED), mark));
  if (kind === "heading") return element("p", {}, element("strong", {}, ...renderLines(contents(HEADING), mark)));
  return element("p", {}, ...renderLines(lines, mark));
}

/**
 * The Markdown that answers use, as nodes: paragraphs with their line breaks, lists, quotations, bold, struck text and
 * citation marks. Whatever else it holds, HTML included, is shown as it is written.
 */
export function renderMarkdown(text: string, mark: CitationMark): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let kind: ReturnType<typeof kindOf> = "blank";
  let lines: string[] = [];
  const flush = () => {
    if (kind !== "blank") fragment.append(renderBlock(kind, lines, mark));
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const next = kindOf(line);
    if (next !== kind) flush();
    kind = next;
    lines.push(line);
  }
  flush();
  return fragment;
}

/** The same Markdown without its marks, for the clipboard and the screen reader. */
export function toPlainText(text: string): string {
  return text
    .replaceAll(/^#{1,6}\s+|^>\s?/gmu, "")
    .replaceAll(/\*\*(.+?)\*\*/gsu, "$1")
    .replaceAll(/~~(.+?)~~/gsu, "$1")
    .replaceAll(/\\([\\*~[\]#>-])/gu, "$1");
}
