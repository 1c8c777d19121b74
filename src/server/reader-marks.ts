import type { Amendment, Provision, Variant } from "../corpus/provision.js";

/** A stretch of a provision's text that the reader shows in a way of its own; offsets are into that text. */
export interface Mark {
  readonly kind: "quote" | "old" | "new" | "variant";
  readonly start: number;
  readonly end: number;
  /** What another source prints here; for variants only. */
  readonly reading?: string;
}

/** Text between two boundaries of marks. `opens` begin here, `closes` end here (empty variants close where they stand). */
export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly opens: readonly Mark[];
  readonly closes: readonly Mark[];
}

/** Cuts a text at every boundary of its marks; the segments joined are the text. */
export function splitAtMarks(text: string, marks: readonly Mark[]): Segment[] {
  const edges = [0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])];
  const positions = [...new Set(edges)].sort((a, b) => a - b);
  const atStart = marks.filter((mark) => mark.end === 0);
  const segments: Segment[] = atStart.length > 0 ? [{ text: "", marks: [], opens: [], closes: atStart }] : [];
  for (const [index, start] of positions.entries()) {
    const end = positions[index + 1];
    if (end === undefined) break;
    segments.push({
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start <= start && mark.end >= end),
      opens: marks.filter((mark) => mark.start === start && mark.end > start),
      closes: marks.filter((mark) => mark.end === end),
    });
  }
  return segments;
}

/** The part of each mark inside [from, to), moved so that `from` is 0. A mark without length stays where it stands. */
export function clipMarks(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.max(mark.start, from);
    const end = Math.min(mark.end, to);
    const isEmpty = mark.start === mark.end;
    if (start > end || (start === end && !isEmpty)) return [];
    return [{ ...mark, start: start - from, end: end - from }];
  });
}

function toVariantMark({ start, end, reading }: Variant): Mark {
  return { kind: "variant", start, end, reading };
}

function amendmentMarks(amendment: Amendment): Mark[] {
  return [
    { kind: "old", start: amendment.oldStart, end: amendment.oldEnd },
    { kind: "new", start: amendment.newStart, end: amendment.newEnd },
  ];
}

function isSame(a: Mark, b: Mark): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end && a.reading === b.reading;
}

/** Where each child's text stands in the text of its parent; a child that is not repeated there is left out. */
function childRanges(provision: Provision, byEId: ReadonlyMap<string, Provision>) {
  let cursor = provision.ownLength;
  return provision.children.flatMap((eId) => {
    const child = byEId.get(eId);
    const start = child === undefined ? -1 : provision.text.indexOf(child.text, cursor);
    if (child === undefined || start < 0) return [];
    cursor = start + child.text.length;
    return [{ child, start, end: cursor }];
  });
}

/**
 * The marks on every place's own words, by eId. A mark may be given on a place whose text repeats the places below it
 * (a quoted list, an amended article): it is carried down to the place that prints the words.
 */
export function placeMarks(
  provisions: readonly Provision[],
  amendments: readonly Amendment[],
  quote: { readonly eId: string; readonly start: number; readonly end: number } | null,
): Map<string, Mark[]> {
  const byEId = new Map(provisions.map((provision) => [provision.eId, provision]));
  const placed = new Map<string, Mark[]>();
  const carryDown = (provision: Provision, marks: readonly Mark[]) => {
    if (marks.length === 0) return;
    const own = placed.get(provision.eId) ?? [];
    const added = clipMarks(marks, 0, provision.ownLength).filter((mark) => !own.some((known) => isSame(known, mark)));
    placed.set(provision.eId, [...own, ...added]);
    for (const { child, start, end } of childRanges(provision, byEId)) carryDown(child, clipMarks(marks, start, end));
  };
  for (const provision of provisions) {
    carryDown(provision, [
      ...(provision.variants ?? []).map(toVariantMark),
      ...amendments.filter(({ provisionId }) => provisionId === provision.id).flatMap(amendmentMarks),
      ...(quote?.eId === provision.eId ? [{ kind: "quote", start: quote.start, end: quote.end } as const] : []),
    ]);
  }
  return placed;
}
