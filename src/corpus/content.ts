/** Half-open range of the raw source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What one source line gives to a text: its stretches between the marks of the markup. */
export interface Fragment {
  readonly ranges: readonly Range[];
  /** Keeps its line: the fragment starts a line of the text (quoted paragraphs, signature and date). */
  readonly ownLine: boolean;
}

/** A text as printed, put together from lines that the press or a page broke. Never empty. */
export type Content = readonly Fragment[];

/**
 * The text of a content: lines joined, white space folded. Broken lines join with nothing between, but for two Latin
 * words, which get their space back.
 */
export function contentText(raw: string, content: Content): string {
  let text = "";
  for (const fragment of content) {
    const piece = fragmentText(raw, fragment);
    if (text === "") text = piece;
    else if (fragment.ownLine) text += `\n${piece}`;
    else text += /[A-Za-z,.;:]$/.test(text) && /^[A-Za-z]/.test(piece) ? ` ${piece}` : piece;
  }
  return text;
}

function fragmentText(raw: string, fragment: Fragment): string {
  let text = "";
  for (const { start, end } of fragment.ranges) text += raw.slice(start, end);
  return text.replace(/\s+/g, " ").trim();
}

/** The range without the white space at its ends; null when nothing is left. */
export function trimRange(raw: string, { start, end }: Range): Range | null {
  const text = raw.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  const to = end - (text.length - text.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** From the first to after the last printed character. */
export function spanOf(content: Content): Range {
  const first = content[0]?.ranges[0];
  const last = content.at(-1)?.ranges.at(-1);
  if (!first || !last) throw new RangeError("A content has at least one range.");
  return { start: first.start, end: last.end };
}

/** Cuts after `count` printed characters (white space not counted); a side without characters is null. */
export function splitContent(raw: string, content: Content, count: number): [Content | null, Content | null] {
  const head: Fragment[] = [];
  const tail: Fragment[] = [];
  let left = count;
  for (const fragment of content) {
    const before: Range[] = [];
    const after: Range[] = [];
    for (const range of fragment.ranges) {
      const cut = offsetAfter(raw, range, left);
      left -= printedLength(raw.slice(range.start, cut));
      pushTrimmed(raw, before, { start: range.start, end: cut });
      pushTrimmed(raw, after, { start: cut, end: range.end });
    }
    if (before.length > 0) head.push({ ranges: before, ownLine: fragment.ownLine });
    if (after.length > 0) tail.push({ ranges: after, ownLine: fragment.ownLine });
  }
  return [head.length > 0 ? head : null, tail.length > 0 ? tail : null];
}

function pushTrimmed(raw: string, ranges: Range[], range: Range): void {
  const trimmed = trimRange(raw, range);
  if (trimmed) ranges.push(trimmed);
}

function offsetAfter(raw: string, range: Range, count: number): number {
  let left = count;
  let at = range.start;
  while (at < range.end && left > 0) {
    if (/\S/.test(raw[at] ?? "")) left--;
    at++;
  }
  return at;
}

/** Characters that print: all but white space. */
export function printedLength(text: string): number {
  return text.replace(/\s+/g, "").length;
}
