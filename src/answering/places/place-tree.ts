import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { splitSentences } from "../words/sentences.js";

/** A list that is longer than this many characters is no answer to read; its outline is. */
export const LONGEST_LIST = 900;

/** A list that is too long, or whose items have headings of their own, is answered by its outline. */
export function needsOutline(library: PolicyLibrary, provision: Provision): boolean {
  return provision.text.length > LONGEST_LIST || itemsOf(library, provision).some((item) => item.heading !== null);
}

/** Books, chapters and sections of a law only head their articles. */
export function isOutline(provision: Provision): boolean {
  return provision.level === "book" || provision.level === "chapter";
}

export function parentOf(library: PolicyLibrary, provision: Provision): Provision | undefined {
  if (provision.parent === null) return undefined;
  const known = knownParents.get(provision);
  if (known) return known;
  const parent = library.provision(`${provision.documentId}#${provision.parent}`);
  if (parent) knownParents.set(provision, parent);
  return parent;
}

/** Children that carry numbers of their own (项, 目, 1., rows) or are told off by a dash (——统筹协调，开放协作。), in order. */
export function itemsOf(library: PolicyLibrary, provision: Provision): readonly Provision[] {
  const known = knownItems.get(provision);
  if (known) return known;
  const items = childrenOf(library, provision).filter((child) => !isRunning(child));
  if (knownChildren.has(provision)) knownItems.set(provision, items);
  return items;
}

/** What stands above and below a provision is asked for some hundred times a question; it lives as long as the provision is kept. */
const knownItems = new WeakMap<Provision, readonly Provision[]>();
const knownParents = new WeakMap<Provision, Provision>();
const knownChildren = new WeakMap<Provision, readonly Provision[]>();

const DASHED = /^[—―─-]{2}/u;

/** A paragraph that belongs to no list as its item. */
export function isRunning({ level, text }: Provision): boolean {
  return level === "paragraph" && !DASHED.test(text);
}

export function childrenOf(library: PolicyLibrary, provision: Provision): readonly Provision[] {
  const known = knownChildren.get(provision);
  if (known) return known;
  const children = provision.children
    .map((eId) => library.provision(`${provision.documentId}#${eId}`))
    .filter((child): child is Provision => child !== undefined);
  // A library that is kept elsewhere may have fetched a part of them so far.
  if (children.length === provision.children.length) knownChildren.set(provision, children);
  return children;
}

/** A place whose items belong together: 项 under their lead-in, 目 under their 项, rows of a table. */
export function isList(library: PolicyLibrary, provision: Provision): boolean {
  return provision.children.length > 1 && !isOutline(provision) && itemsOf(library, provision).length > 1;
}

/** The list that a paragraph introduces: 实施以下5项提升行动。 and then （一） to （五）; null where it introduces none. */
export function introducedList(library: PolicyLibrary, provision: Provision): Provision | null {
  const parent = parentOf(library, provision);
  if (provision.level !== "paragraph" || !parent || !isList(library, parent)) return null;
  const at = parent.children.indexOf(provision.eId);
  const next = library.provision(`${provision.documentId}#${parent.children[at + 1] ?? ""}`);
  if (!next || isRunning(next)) return null;
  const last = splitSentences(provision.text).at(-1);
  const closing = last ? provision.text.slice(last.start, last.end) : "";
  return /以下|下列|如下|\d+ ?[项个条大]|[二三四五六七八九十][项个条大]/u.test(closing) ? parent : null;
}

/** Whether two provision ids are one place, or one holds the other; art_1 does not hold art_12. */
export function isNested(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || long.startsWith(`${short}__`);
}

/** Ancestors, nearest first. */
export function ancestorsOf(library: PolicyLibrary, provision: Provision): Provision[] {
  const above: Provision[] = [];
  for (let at = parentOf(library, provision); at; at = parentOf(library, at)) above.push(at);
  return above;
}

/** The lead-in that a numbered item stands under (决策事项包括：); empty where there is none. */
export function leadInOf(library: PolicyLibrary, provision: Provision): string {
  const parent = parentOf(library, provision);
  if (!parent || isRunning(provision)) return "";
  if (parent.ownLength > 0) return parent.text.slice(0, parent.ownLength);
  const first = childrenOf(library, parent)[0];
  return first && first.id !== provision.id && isRunning(first) ? first.text : "";
}

/** Rows of a table, in order. */
export function rowsOf(library: PolicyLibrary, table: Provision): Provision[] {
  return childrenOf(library, table).filter((child) => child.level === "row");
}

/** The table that a place is or is a row of. */
export function tableOf(library: PolicyLibrary, provision: Provision): Provision | undefined {
  return provision.level === "row" ? parentOf(library, provision) : provision.level === "table" ? provision : undefined;
}
