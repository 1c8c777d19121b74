import { diffChars } from "diff";
import { plain } from "./metadata.js";
import type { PolicyDocument, Provision, Variant } from "./provision.js";

/** Below this share of common character pairs two texts of one title are two texts. */
const SAME_TEXT = 0.8;
/** Edits with fewer common characters between them are read as one: 防灾减灾 / 防灾避害, not two slips. */
const MERGE_WITHIN = 2;

/**
 * Marks second sources of one document (title, number or date, text) and keeps what they print differently as variants
 * of the official one: that with a 文号, else that from a file of several documents, else the first.
 */
export function resolveSecondSources(documents: readonly PolicyDocument[]): PolicyDocument[] {
  const resolved = [...documents];
  for (const group of groupByTitle(documents)) {
    const ranked = [...group].sort((a, b) => officialRank(at(documents, a)) - officialRank(at(documents, b)) || a - b);
    ranked.forEach((index, i) => {
      const official = ranked.slice(0, i).find((other) => isSecondSource(at(resolved, other), at(documents, index)));
      if (official === undefined) return;
      const { documentId } = at(documents, official);
      resolved[index] = { ...at(documents, index), duplicateOf: documentId };
      resolved[official] = withVariants(at(resolved, official), at(documents, index));
    });
  }
  return resolved;
}

function at(documents: readonly PolicyDocument[], index: number): PolicyDocument {
  const document = documents[index];
  if (!document) throw new RangeError(`No document ${index}.`);
  return document;
}

function groupByTitle(documents: readonly PolicyDocument[]): number[][] {
  const groups = new Map<string, number[]>();
  documents.forEach((document, i) => {
    const key = plain(document.title);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function officialRank({ number, documentId }: PolicyDocument): number {
  return (number === null ? 2 : 0) + (/\/\d+$/.test(documentId) ? 0 : 1);
}

function isSecondSource(official: PolicyDocument, other: PolicyDocument): boolean {
  if (official.duplicateOf !== null) return false;
  if (official.number !== null && other.number !== null && official.number !== other.number) return false;
  if (official.date !== null && other.date !== null && official.date !== other.date) return false;
  return similarity(bodyOf(official), bodyOf(other)) >= SAME_TEXT;
}

/** What both sources must have; a second one often leaves out number line, addressees and signature. */
function bodyOf({ provisions }: PolicyDocument): string {
  const own = (kept: readonly Provision[]) => kept.map(({ text, ownLength }) => text.slice(0, ownLength)).join("");
  return own(provisions.filter(({ eId }) => !/^(?:preface|conclusions)/.test(eId)));
}

/** Dice coefficient over character pairs, 0 to 1. */
export function similarity(a: string, b: string): number {
  const counts = new Map<string, number>();
  const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  for (const pair of pairs(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairs(b)) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) common++;
    counts.set(pair, left - 1);
  }
  const total = a.length + b.length - 2;
  return total <= 0 ? 0 : (2 * common) / total;
}

function withVariants(official: PolicyDocument, other: PolicyDocument): PolicyDocument {
  const readings = matchPlaces(official, other);
  const provisions = official.provisions.map((provision): Provision => {
    const reading = readings.get(provision.eId);
    const found = reading ? compareReadings(provision.text, reading.text, other.file) : [];
    return found.length > 0 ? { ...provision, variants: [...(provision.variants ?? []), ...found] } : provision;
  });
  return { ...official, provisions };
}

/**
 * Pairs places by eId. Paragraphs before the first number are paired from the end of their stretch, as a second source
 * often leaves out the number line and so counts them differently.
 */
function matchPlaces(official: PolicyDocument, other: PolicyDocument): Map<string, Provision> {
  const byId = new Map(other.provisions.map((provision) => [provision.eId, provision]));
  const pairs = new Map<string, Provision>();
  for (const { eId } of official.provisions) {
    const same = byId.get(eId);
    if (same && !eId.startsWith("preface")) pairs.set(eId, same);
  }
  const opening = (document: PolicyDocument) =>
    document.provisions.filter(({ eId, adoption }) => eId.startsWith("preface__") && !adoption).reverse();
  const theirs = opening(other);
  opening(official).forEach(({ eId }, i) => {
    const reading = theirs[i];
    if (reading) pairs.set(eId, reading);
  });
  return pairs;
}

/** Where two readings of one place differ, in characters of `text`; white space does not count. */
export function compareReadings(text: string, reading: string, file: string): Variant[] {
  const printed = [...text.matchAll(/\S/g)].map((match) => match.index);
  const ours = text.replace(/\s+/g, "");
  const theirs = reading.replace(/\s+/g, "");
  if (ours === theirs) return [];
  const edits = mergeEdits(editsOf(ours, theirs));
  return edits.map((edit): Variant => {
    const start = printed[edit.start] ?? text.length;
    const end = edit.end > edit.start ? (printed[edit.end - 1] ?? text.length - 1) + 1 : start;
    return { file, start, end, text: text.slice(start, end), reading: theirs.slice(edit.otherStart, edit.otherEnd) };
  });
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
}

function editsOf(ours: string, theirs: string): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  let otherStart = 0;
  for (const change of diffChars(ours, theirs)) {
    const end = start + (change.added ? 0 : change.value.length);
    const otherEnd = otherStart + (change.removed ? 0 : change.value.length);
    if (change.added || change.removed) edits.push({ start, end, otherStart, otherEnd });
    start = end;
    otherStart = otherEnd;
  }
  return edits;
}

function mergeEdits(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (!last || edit.start - last.end > MERGE_WITHIN) merged.push(edit);
    else merged[merged.length - 1] = { ...last, end: edit.end, otherEnd: edit.otherEnd };
  }
  return merged;
}
