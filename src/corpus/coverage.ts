import type { ParsedFile, SourceUse } from "./parse.js";
import { CorpusParseError } from "./problem.js";
import type { Provision } from "./provision.js";

/** How the printed characters of one source were used. */
export interface Coverage {
  readonly file: string;
  /** Characters without white space. */
  readonly printed: number;
  /** Characters by use: text, number_mark, heading and the kinds of furniture. */
  readonly byKind: Readonly<Partial<Record<SourceUse["kind"], number>>>;
}

/**
 * Proves that every printed character of a source was understood once, and that every provision repeats its stretch of
 * the source. Throws a CorpusParseError that names file and line where it is not so.
 */
export function checkCoverage(parsed: ParsedFile): Coverage {
  const byKind = checkSpans(parsed);
  const skipped = parsed.spans.filter(({ kind }) => kind !== "text" && kind !== "number_mark" && kind !== "heading");
  for (const { provisions } of parsed.documents) {
    for (const provision of provisions) checkProvision(parsed, provision, skipped);
  }
  return { file: parsed.file, printed: printed(parsed.text).length, byKind };
}

function checkSpans({ file, text, spans }: ParsedFile): Coverage["byKind"] {
  const byKind: Partial<Record<SourceUse["kind"], number>> = {};
  let at = 0;
  for (const { start, end, kind } of spans) {
    if (start < at) throw problemAt(file, text, start, `“${text.slice(start, end)}”被重复归类。`);
    checkGap(file, text, at, start);
    byKind[kind] = (byKind[kind] ?? 0) + printed(text.slice(start, end)).length;
    at = end;
  }
  checkGap(file, text, at, text.length);
  return byKind;
}

function checkGap(file: string, text: string, start: number, end: number): void {
  const offset = text.slice(start, end).search(/\S/);
  if (offset < 0) return;
  const lost = text.slice(start + offset, Math.min(end, start + offset + 20)).trim();
  throw problemAt(file, text, start + offset, `“${lost}”未能归入任何条款。`);
}

function checkProvision({ file, text }: ParsedFile, provision: Provision, skipped: readonly SourceUse[]): void {
  const { start, end } = provision.source;
  let source = "";
  let at = start;
  for (let i = firstFrom(skipped, start); i < skipped.length; i++) {
    const use = skipped[i];
    if (!use || use.start >= end) break;
    source += text.slice(at, use.start);
    at = use.end;
  }
  source += text.slice(at, Math.max(at, end));
  if (printed(source) !== printed(provision.text)) {
    throw problemAt(file, text, start, `${provision.label}（${provision.id}）与原文不一致。`);
  }
}

/** Index of the first use that starts at or after the offset. */
function firstFrom(uses: readonly SourceUse[], offset: number): number {
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function printed(text: string): string {
  return text.replace(/\s+/g, "");
}

function problemAt(file: string, text: string, offset: number, what: string): CorpusParseError {
  return new CorpusParseError(file, text.slice(0, offset).split("\n").length, what);
}
