/** Half-open range of UTF-16 code units in the decoded source file (`file` is relative to the corpus folder). */
export interface SourceSpan {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type ProvisionLevel =
  | "book"
  | "chapter"
  | "section"
  | "article"
  | "paragraph"
  | "point"
  | "indent"
  | "subsection"
  | "clause"
  | "subclause"
  | "preface"
  | "conclusions"
  | "table"
  | "row"
  | "annex";

/** One cell of a table row: `text === row.text.slice(start, end)`. */
export interface TableCell {
  readonly column: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A place where another source of the same document prints other characters. Offsets are into the provision's text. */
export interface Variant {
  /** The other source file. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** The official wording, `text.slice(start, end)`; empty where the other source adds words. */
  readonly text: string;
  /** What the other source prints there; empty where it leaves words out. */
  readonly reading: string;
}

export type ProvisionStatus = "in_force" | "amended" | "superseded" | "unknown";

/**
 * A citable place. `text` is verbatim: the place's own words first (`text.slice(0, ownLength)`), then whatever hangs
 * below it, each child on a new line with its printed number (`（一）…`). A leaf has `ownLength === text.length`.
 * The number and the heading of the place itself are not part of `text`.
 * Books, chapters and the sections of a law (第X节) hold their heading as text and do not repeat their articles.
 */
export interface Provision {
  /** `documentId#eId` */
  readonly id: string;
  readonly documentId: string;
  readonly eId: string;
  readonly level: ProvisionLevel;
  /** What a person writes: 第十一条第（二）项第3目, 三（四）2, 附表第2行. */
  readonly label: string;
  /** The number as printed, with its punctuation: 第三条, （一）, 1. — null for unnumbered places. */
  readonly num: string | null;
  /** A heading that stands on its own (一、前言 → 前言); null where there is none. */
  readonly heading: string | null;
  readonly text: string;
  readonly ownLength: number;
  readonly source: SourceSpan;
  /** eId of the place above, null at the top. */
  readonly parent: string | null;
  /** eIds of the places directly below, in order. */
  readonly children: readonly string[];
  readonly status: ProvisionStatus;
  readonly cells?: readonly TableCell[];
  readonly variants?: readonly Variant[];
  /** Part of the 题注: says how the text was adopted, issued and amended. Quoted where that is asked for, never searched. */
  readonly adoption?: true;
}

/** One replacement of wording ordered by an amending document. Offsets are into the amending provision's text. */
export interface Amendment {
  /** The provision that orders the change. */
  readonly provisionId: string;
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  /** As printed: 第二条第二项. */
  readonly targetPlace: string;
  /** What the place is about, as printed after it (建立经营性机构红黑名单制度); null where nothing is said. */
  readonly targetSubject: string | null;
  readonly oldText: string;
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newText: string;
  readonly newStart: number;
  readonly newEnd: number;
  /** ISO date, null when the text does not give one. */
  readonly inForceFrom: string | null;
}

/** How one stretch of a source file was understood; `coverage` proves that stretches leave no character out. */
export type FurnitureKind =
  | "cover"
  | "contents"
  | "title"
  | "number_mark"
  | "list_mark"
  | "heading_mark"
  | "table_mark"
  | "emphasis"
  | "page_mark"
  | "heading"
  | "release_note"
  | "history"
  | "comment";

export interface PolicyDocument {
  readonly documentId: string;
  readonly file: string;
  /** Title of the issued text (朝阳区人民政府重大行政决策程序规定（试行）), else of the notice. */
  readonly title: string;
  /** Title of the notice that issues it; null where there is no notice. */
  readonly noticeTitle: string | null;
  /** 文号 as printed, white space folded away; null where none is printed. */
  readonly number: string | null;
  readonly issuer: string | null;
  /** ISO date of the signature or adoption. */
  readonly date: string | null;
  readonly addressees: string | null;
  /** Printed 试行 or 暂行 in the title. */
  readonly trial: boolean;
  /** ISO date, from 自…起施行; null when the text does not say. */
  readonly inForceFrom: string | null;
  readonly status: ProvisionStatus;
  /** ISO date on which the next version of this text begins; left out where there is none. */
  readonly supersededFrom?: string;
  /**
   * ISO date on which this text begins, where that day is still to come. Not stored, for it passes: an opened index knows
   * (`standOn`).
   */
  readonly beginsOn?: string;
  /** With `beginsOn`: documentId of the version that holds until then; left out where there is none. */
  readonly heldUntilThen?: string;
  /** documentId of the official source that this one repeats; such a document is not searched. */
  readonly duplicateOf: string | null;
  /** Short names the text defines for itself or others: 《实施方案》, 《目录》. */
  readonly aliases: readonly string[];
  readonly amendments: readonly Amendment[];
  /** In source order, parents before children. */
  readonly provisions: readonly Provision[];
}

/** The head of a document without its provisions, which an index keeps in memory. */
export type DocumentHead = Omit<PolicyDocument, "provisions">;
