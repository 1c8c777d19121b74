import type { Content } from "./content.js";
import type { OutlineItem, OutlineNode } from "./outline.js";
import type { ProvisionLevel } from "./provision.js";
import type { Table } from "./tables.js";

/** A place about to become a provision: its own words, then the places below it. */
export interface Place {
  readonly level: ProvisionLevel;
  readonly number: string;
  readonly division: boolean;
  readonly num: Content | null;
  readonly heading: Content | null;
  readonly own: Content | null;
  readonly children: readonly Place[];
  /** Holds its heading as text and does not repeat what stands below it: 编, 章, 节, a section over articles. */
  readonly frame: boolean;
  /** Of the 题注; `repeat` where the text has a preface of its own. */
  readonly adoption?: { readonly repeat?: number };
  readonly cells?: { readonly header: readonly Content[] | null; readonly row: readonly Content[] };
}

const BARE = { division: false, num: null, heading: null, own: null, children: [], frame: false } as const;

/** An unnumbered paragraph. */
export function toParagraph(content: Content, number: number): Place {
  return { ...BARE, level: "paragraph", number: String(number), own: content };
}

/** Arranges a numbered place after contract.md section 2: when paragraphs count, and what hangs under which. */
export function toPlace(node: OutlineNode): Place {
  const { level, number, division, num } = node;
  const frame = isFrame(node);
  const bare = node.items.length === 0 && !frame;
  const heading = bare ? null : node.heading;
  const [first, ...rest] = node.items;
  const own = bare ? node.heading : !frame && first?.type === "paragraph" && holdsOwn(node) ? first.content : null;
  const children = arrange(own && !bare ? rest : node.items, level === "article", own && !bare ? 2 : 1);
  return { level, number, division, num, heading, own: frame ? heading : own, children, frame };
}

/** Arranges items one after the other; paragraphs count from `from`. */
export function arrange(items: readonly OutlineItem[], inArticle: boolean, from = 1): Place[] {
  const places: Slot[] = [];
  let paragraph = from - 1;
  let tables = 0;
  for (const item of items) {
    if (item.type === "paragraph") {
      paragraph++;
      places.push({ place: toParagraph(item.content, paragraph), hanging: [], leads: inArticle || item.leads });
      continue;
    }
    const place = item.type === "table" ? toTablePlace(item.table, ++tables) : toPlace(item.node);
    const above = places.at(-1);
    if (above && paragraph > 1 && hangs(place, above)) above.hanging.push(place);
    else places.push({ place, hanging: [], leads: false });
  }
  return places.map(({ place, hanging }) => (hanging.length > 0 ? { ...place, children: hanging } : place));
}

interface Slot {
  readonly place: Place;
  readonly hanging: Place[];
  /** A paragraph that may have a list of its own: any in an article, elsewhere one that ends with a colon. */
  readonly leads: boolean;
}

/** Points under a later paragraph are part of it: they open with 1 there, or go on what opened there. */
function hangs(place: Place, above: Slot): boolean {
  if (!above.leads || place.level === "table") return false;
  return above.hanging.length > 0 || place.number === "1";
}

function isFrame(node: OutlineNode): boolean {
  if (node.level === "book" || node.level === "chapter" || node.division) return true;
  return node.items.some((item) => item.type === "node" && item.node.level === "article");
}

function holdsOwn({ level, items }: OutlineNode): boolean {
  if (items.length === 1) return true;
  const lists = items.some((item) => item.type === "node");
  return level === "point" || level === "indent" || level === "subclause" || (level === "clause" && lists);
}

function toTablePlace(table: Table, number: number): Place {
  const rows = table.rows.map((row, i): Place => {
    return { ...BARE, level: "row", number: String(i + 1), own: row.flat(), cells: { header: table.header, row } };
  });
  return { ...BARE, level: "table", number: String(number), own: table.header?.flat() ?? null, children: rows };
}
