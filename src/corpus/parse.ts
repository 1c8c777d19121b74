import { findDates } from "../language/dates.js";
import { parseAmendments } from "./amendments.js";
import { type Content, contentText } from "./content.js";
import { splitFront } from "./front.js";
import { type DocumentLines, divide } from "./gazette.js";
import { type Furniture, type Line, readLines } from "./lines.js";
import { parseMetadata } from "./metadata.js";
import { type Part, parseOutline } from "./outline.js";
import type { CorpusProblem } from "./problem.js";
import type { FurnitureKind, PolicyDocument } from "./provision.js";
import { type Block, reflow } from "./reflow.js";
import { nameAnnexes, toRoots } from "./roots.js";
import { type PrintedSpan, toStructure } from "./structure.js";
import { rowMarks } from "./tables.js";
import { withOpenings } from "./typeset.js";

/** How one stretch of the source was understood. */
export type SourceUse = PrintedSpan | Furniture;

export interface ParsedFile {
  readonly file: string;
  /** Decoded source; spans and provisions' offsets point into it. */
  readonly text: string;
  readonly documents: readonly PolicyDocument[];
  /** Every printed character of `text` lies in exactly one; in order. */
  readonly spans: readonly SourceUse[];
  readonly problems: readonly CorpusProblem[];
}

export interface SourceFile {
  /** Relative to the corpus folder. */
  readonly file: string;
  /** Decoded. */
  readonly text: string;
  /** What document ids begin with; the path without its extension unless said otherwise. */
  readonly id?: string;
}

/** Parses one source file. Pure; what files say about each other is settled later (`resolve` in load.ts). */
export function parseFile({ file, text, id }: SourceFile): ParsedFile {
  const reading = readLines(text);
  const { furniture } = reading;
  const lines = withOpenings(reading.lines);
  const division = divide(text, lines);
  const spans: SourceUse[] = [
    ...furniture,
    ...furnish(division.cover, "cover"),
    ...furnish(division.contents, "contents"),
  ];
  const problems: CorpusProblem[] = [];
  const name = id ?? file.replace(/\.[^./]+$/, "");
  const documents = division.documents.map((part, i) => {
    const documentId = division.documents.length > 1 ? `${name}/${i + 1}` : name;
    const parsed = parseDocument({ raw: text, file, name, documentId }, part, furniture);
    for (const span of parsed.spans) spans.push(span);
    problems.push(...parsed.problems);
    return parsed.document;
  });
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return { file, text, documents, spans, problems };
}

interface Source {
  readonly raw: string;
  readonly file: string;
  readonly name: string;
  readonly documentId: string;
}

interface ParsedDocument {
  readonly document: PolicyDocument;
  readonly spans: readonly SourceUse[];
  readonly problems: readonly CorpusProblem[];
}

function parseDocument(source: Source, lines: DocumentLines, furniture: readonly Furniture[]): ParsedDocument {
  const { raw, file, documentId } = source;
  const { history, adoption, contents, body } = splitFront(raw, lines.body, furniture);
  const blocks = reflow(raw, body);
  const parts = nameAnnexes(parseOutline(raw, blocks));
  const { provisions, spans, repeats } = toStructure(source, toRoots(parts, adoption.map(toContent)));
  const { title: headTitle, date: listedDate } = headOf(raw, lines);
  const titles = parts.slice(1).flatMap((part, i) => (part.title && issues(parts[i], part) ? [part.title] : []));
  const issuedTitle = titles[0] ? contentText(raw, titles[0]) : null;
  const metadata = parseMetadata({
    name: source.name,
    headTitle,
    listedDate,
    issuedTitle,
    history: history.map((line) => line.text),
    provisions,
  });
  const status = metadata.date ? "in_force" : "unknown";
  const document: PolicyDocument = {
    documentId,
    file,
    ...metadata,
    status,
    duplicateOf: null,
    amendments: [],
    provisions: provisions.map((provision) => ({ ...provision, status })),
  };
  const uses = [
    ...spans,
    ...furnish(lines.title, "title"),
    ...furnish(
      history.filter((line) => !adoption.flat().includes(line)),
      "history",
    ),
    ...furnish(contents, "contents"),
    ...blockFurniture(raw, blocks, parts),
  ];
  const problems = repeats.map(({ label, offset }) => repeatProblem(source, label, offset));
  return { document: { ...document, amendments: parseAmendments(document) }, spans: uses, problems };
}

/** Whether a part is what the one before it issues: a notice is signed, or has no numbers of its own. */
function issues(before: Part | undefined, { annex }: Part): boolean {
  return !annex?.num && before !== undefined && (before.closing.length > 0 || before.items.length === 0);
}

function headOf(raw: string, { title, listed }: DocumentLines): { title: string; date: string | null } {
  const content: Content = title.flatMap((line) => line.content);
  const text = content.length > 0 ? contentText(raw, content) : "";
  if (!listed) return { title: text, date: null };
  const dated = /\s?[（(][^（）()]*年[^（）()]*月[^（）()]*[）)]$/.exec(text)?.[0] ?? "";
  const bare = text.slice(0, text.length - dated.length).replace(/^\d+[.．、]\s?/, "");
  return { title: bare, date: findDates(dated)[0]?.iso ?? null };
}

function toContent(lines: readonly Line[]): Content {
  return lines.flatMap((line) => line.content);
}

function furnish(lines: readonly Line[], kind: FurnitureKind): Furniture[] {
  return lines.flatMap((line) => line.content.flatMap((f) => f.ranges.map((range) => ({ ...range, kind }))));
}

/** Titles of issued texts, release notes and the bars of tables. An annex keeps its title as heading. */
function blockFurniture(raw: string, blocks: readonly Block[], parts: readonly Part[]): Furniture[] {
  const headings = new Set(parts.filter((part) => part.annex).map((part) => part.title));
  return blocks.flatMap((block): Furniture[] => {
    if (block.role === "row") return block.lines.flatMap((line) => rowMarks(raw, line));
    if (block.role === "release_note") return furnish(block.lines, "release_note");
    return block.role === "title" && !headings.has(block.content) ? furnish(block.lines, "title") : [];
  });
}

function repeatProblem({ raw, file }: Source, label: string, offset: number): CorpusProblem {
  const line = raw.slice(0, offset).split("\n").length;
  return { file, line, kind: "duplicate_number", message: `${label}的编号重复出现，两处都已保留，请核对原文。` };
}
