import type { Place } from "./arrangement.js";
import { type Content, contentText, type Range, spanOf } from "./content.js";
import { type EIdPart, formatEId, labelOf } from "./eid.js";
import type { Provision, TableCell } from "./provision.js";

/** A stretch of the source that provisions print: their words, numbers and headings. */
export interface PrintedSpan extends Range {
  readonly kind: "text" | "number_mark" | "heading";
}

export interface Structure {
  /** In source order, parents before children. */
  readonly provisions: readonly Provision[];
  readonly spans: readonly PrintedSpan[];
  /** Labels of places whose number stands more than once, with the offset of the repetition. */
  readonly repeats: readonly { readonly label: string; readonly offset: number }[];
}

/** Where the places come from. */
export interface StructureSource {
  readonly raw: string;
  readonly file: string;
  readonly documentId: string;
}

/** Turns the places of one document into provisions. */
export function toStructure(source: StructureSource, places: readonly PlacedRoot[]): Structure {
  const emitter = new Emitter(source);
  for (const { place, at } of places) emitter.emit(place, { parts: at, scope: at, parent: null });
  return { provisions: emitter.provisions, spans: emitter.spans, repeats: emitter.repeats };
}

/** A place at the top of a document; `at` are the eId parts before its own. */
export interface PlacedRoot {
  readonly place: Place;
  readonly at: readonly EIdPart[];
}

interface Above {
  /** eId of the place above. */
  readonly parts: readonly EIdPart[];
  /** eId parts that articles keep: the annex, or nothing. */
  readonly scope: readonly EIdPart[];
  readonly parent: string | null;
}

interface Emitted {
  readonly eId: string;
  /** What the place above prints for it. */
  readonly line: string;
  /** With number and heading. */
  readonly outer: Range;
  readonly end: number;
}

class Emitter {
  readonly provisions: Provision[] = [];
  readonly spans: PrintedSpan[] = [];
  readonly repeats: { label: string; offset: number }[] = [];
  readonly #source: StructureSource;
  readonly #used = new Map<string, number>();

  constructor(source: StructureSource) {
    this.#source = source;
  }

  emit(place: Place, above: Above): Emitted {
    const { raw, file, documentId } = this.#source;
    const parts = this.#partsOf(place, above);
    const eId = formatEId(parts);
    const index = this.provisions.length;
    // The place goes before those below it, but its text is made of theirs: keep its seat.
    this.provisions.push(SEAT);
    const own = this.#ownWords(place);
    const scope = place.level === "annex" ? parts : above.scope;
    const below = place.children.map((child) => this.emit(child, { parts, scope, parent: eId }));
    const shown = place.frame ? [] : below;
    const body = bodyRange(place, shown);
    const text = [own.text, ...shown.map((child) => child.line)].filter((line) => line !== "").join("\n");
    this.provisions[index] = {
      id: `${documentId}#${eId}`,
      documentId,
      eId,
      level: place.level,
      label: labelOf(parts),
      num: place.num && contentText(raw, place.num),
      heading: place.heading && contentText(raw, place.heading),
      text,
      ownLength: own.text.length,
      source: { file, ...body },
      parent: above.parent,
      children: below.map((child) => child.eId),
      status: "in_force",
      ...(own.cells && { cells: own.cells }),
      ...(parts.some(({ adoption }) => adoption) && { adoption: true }),
    };
    return { eId, line: this.#lineOf(place, text, body), outer: outerRange(place, body), end: body.end };
  }

  #partsOf(place: Place, above: Above): EIdPart[] {
    const before = place.level === "article" ? above.scope : above.parts;
    const division = place.level === "section" ? { division: place.division } : {};
    const part: EIdPart = { level: place.level, number: place.number, ...division };
    if (place.adoption) return [...before, { ...part, ...place.adoption, adoption: true }];
    const eId = formatEId([...before, part]);
    const count = (this.#used.get(eId) ?? 0) + 1;
    this.#used.set(eId, count);
    if (count === 1) return [...before, part];
    const parts = [...before, { ...part, repeat: count }];
    if (place.num) this.repeats.push({ label: labelOf([...before, part]), offset: spanOf(place.num).start });
    return parts;
  }

  #ownWords(place: Place): { text: string; cells?: TableCell[] } {
    const { raw } = this.#source;
    this.#mark("number_mark", place.num);
    this.#mark("heading", place.heading);
    if (!place.own) return { text: "" };
    if (!place.frame) this.#mark("text", place.own);
    if (place.level === "table") return { text: cellTexts(raw, place.own).join("\t") };
    if (!place.cells) return { text: contentText(raw, place.own) };
    const cells = toCells(raw, place.cells);
    return { text: cells.map((cell) => cell.text).join("\t"), cells };
  }

  #mark(kind: PrintedSpan["kind"], content: Content | null): void {
    for (const fragment of content ?? []) {
      for (const range of fragment.ranges) this.spans.push({ ...range, kind });
    }
  }

  /** Number, heading and text as the place above prints them. */
  #lineOf(place: Place, text: string, body: Range): string {
    const { raw } = this.#source;
    const num = place.num ? contentText(raw, place.num) : "";
    const heading = place.heading && !place.frame ? contentText(raw, place.heading) : "";
    const after = place.num ? spanOf(place.num).end : body.start;
    const gap = num !== "" && heading + text !== "" && /\s/.test(raw[after] ?? "") ? " " : "";
    return `${num}${gap}${heading}${heading && text ? "\n" : ""}${text}`;
  }
}

const SEAT: Provision = {
  id: "",
  documentId: "",
  eId: "",
  level: "paragraph",
  label: "",
  num: null,
  heading: null,
  text: "",
  ownLength: 0,
  source: { file: "", start: 0, end: 0 },
  parent: null,
  children: [],
  status: "unknown",
};

/** From the first of the place's own words (or of those below) to after the last; empty after its number where it says nothing. */
function bodyRange(place: Place, below: readonly Emitted[]): Range {
  const own = place.own && spanOf(place.own);
  const lead = place.heading ?? place.num;
  const fallback = lead ? spanOf(lead).end : 0;
  const start = own?.start ?? below[0]?.outer.start ?? fallback;
  return { start, end: below.at(-1)?.end ?? own?.end ?? start };
}

function outerRange(place: Place, body: Range): Range {
  const first = place.num ?? place.heading;
  return { start: first ? spanOf(first).start : body.start, end: body.end };
}

function cellTexts(raw: string, row: Content): string[] {
  return row.map((fragment) => contentText(raw, [fragment]));
}

function toCells(raw: string, { header, row }: NonNullable<Place["cells"]>): TableCell[] {
  let start = 0;
  return row.map((content, i) => {
    const text = contentText(raw, content);
    const column = header?.[i] ? contentText(raw, header[i]) : "";
    const cell = { column, text, start, end: start + text.length };
    start = cell.end + 1;
    return cell;
  });
}
