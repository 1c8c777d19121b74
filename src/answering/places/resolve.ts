import { isDecree } from "../../corpus/adoption.js";
import type { PolicyLibrary } from "../../corpus/library.js";
import type { Amendment, DocumentHead, Provision, ProvisionLevel } from "../../corpus/provision.js";
import { isCurrent } from "../../retrieval/filter.js";
import type { DocumentMention } from "./document-mention.js";
import type { PlaceStep, PlaceUnit } from "./place.js";

/** Documents that a mention can mean, best first. */
export interface ResolvedDocuments {
  readonly documents: readonly DocumentHead[];
  /** What is surely named and is not here. */
  readonly missing: string | null;
  /** What is named and is here only as far as the documents amend it. */
  readonly amended: string | null;
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s《》〈〉“”"()（）[\]〔〕]/gu, "")
    .toLowerCase();

/** The number of a document as digits only: 朝政发〔2022〕9号 → 朝政发20229号. */
const foldNumber = (number: string) => fold(number).replace(/第/gu, "");

/** Finds the documents that a question names by number, title, alias or a type noun. */
export function resolveDocuments(library: PolicyLibrary, mention: DocumentMention): ResolvedDocuments {
  const official = library.documents.filter((document) => document.duplicateOf === null);
  if (mention.number !== null) {
    const wanted = foldNumber(mention.number);
    // 朝政发〔2022〕9号 is 〔2022〕9号 too, and stands at the end of 朝阳区朝政发〔2022〕9号.
    const isMeant = (number: string) => number.endsWith(wanted) || wanted.endsWith(number);
    const documents = official.filter((d) => d.number !== null && isMeant(foldNumber(d.number)));
    // A text that is not here is known by the document that amends it.
    const amending = official.filter((d) =>
      d.amendments.some((a) => a.targetNumber && foldNumber(a.targetNumber) === wanted),
    );
    if (documents.length > 0) return { documents, missing: null, amended: null };
    return amending.length > 0
      ? { documents: amending, missing: null, amended: mention.number }
      : { documents: [], missing: mention.number, amended: null };
  }
  if (mention.shortNumber !== null) {
    const ending = new RegExp(`(?:^|\\D)${mention.shortNumber}号$`, "u");
    const documents = official.filter(
      ({ number }) =>
        number !== null && ending.test(number.replace(/\s/gu, "")) && (mention.isDecree || !isDecree(number)),
    );
    if (documents.length > 0) return { documents, missing: null, amended: null };
    const called = `${mention.shortNumber}号文`;
    const isTarget = ({ targetNumber }: Amendment): boolean =>
      targetNumber !== null && ending.test(targetNumber.replace(/\s/gu, ""));
    const amending = official.filter((d) => d.amendments.some(isTarget));
    return amending.length > 0
      ? { documents: amending, missing: null, amended: called }
      : { documents, missing: called, amended: null };
  }
  for (const name of mention.names) {
    const documents = byName(official, name);
    if (documents.length > 0) return { documents, missing: null, amended: null };
    const wanted = fold(name);
    const amending = official.filter((d) =>
      d.amendments.some((a) => a.targetTitle && fold(a.targetTitle).includes(wanted)),
    );
    if (amending.length > 0) return { documents: amending, missing: null, amended: `《${name}》` };
  }
  return { documents: [], missing: mention.names[0] ? `《${mention.names[0]}》` : null, amended: null };
}

/** Official documents of that title, alias or short title, of every version; what holds now first. */
export function documentsCalled(library: PolicyLibrary, name: string): readonly DocumentHead[] {
  return byName(
    library.documents.filter((document) => document.duplicateOf === null),
    name,
  );
}

const DRAFT = /《([^《》]{1,40}?)(\(?(?:草案|征求意见稿|送审稿|讨论稿|初稿|代拟稿)\)?)》/gu;

/** 《目录(草案)》 is no text that could be missing where the list itself is here, but one that the rules speak of: its marks are taken away. */
export function unmarkDrafts(library: PolicyLibrary, question: string): string {
  return question.replace(DRAFT, (whole, name: string, stage: string) =>
    documentsCalled(library, `${name}${stage}`).length === 0 && documentsCalled(library, name).length > 0
      ? `${name}${stage}`
      : whole,
  );
}

/** People leave the state's name out of the titles of laws: 民法典. */
const nameOf = (title: string) => fold(title).replace(/^中华人民共和国/u, "");

/** A title without the texts that it is about: 关于适用《民法典》的解释 is no 民法典. */
const ownWords = (title: string) => fold(title.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu, ""));

/** Exact title or alias first, then titles that contain the name; what holds now first. */
function byName(documents: readonly DocumentHead[], name: string): DocumentHead[] {
  const wanted = nameOf(name);
  const titles = (d: DocumentHead) => [d.title, d.noticeTitle ?? "", ...d.aliases].map(nameOf);
  const exact = documents.filter((d) => titles(d).includes(wanted));
  if (exact.length > 0) return inForceFirst(exact);
  const containing = documents.filter((d) => ownWords(d.title).includes(wanted));
  return inForceFirst(containing.length > 0 ? containing : documents.filter((d) => isShortFor(wanted, fold(d.title))));
}

/** 科普法 for 科学技术普及法: the same last character, and all others in the title in their order. */
export function isShortFor(name: string, title: string): boolean {
  if (name.length < 3 || name.at(-1) !== title.at(-1)) return false;
  let at = -1;
  return [...name].every((character) => {
    at = title.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** Keeps the order otherwise. */
function inForceFirst(documents: readonly DocumentHead[]): DocumentHead[] {
  const rank = (d: DocumentHead) => (isCurrent(d) ? 0 : 1);
  return [...documents].sort((a, b) => rank(a) - rank(b));
}

const LEVELS: Readonly<Record<PlaceUnit, readonly ProvisionLevel[]>> = {
  adoption: ["preface"],
  foreword: ["preface"],
  preface: ["preface"],
  conclusions: ["conclusions"],
  chapter: ["chapter"],
  division: ["section"],
  article: ["article"],
  paragraph: ["paragraph"],
  point: ["point", "subsection", "row"],
  indent: ["indent", "clause", "subclause"],
  part: ["section"],
  row: ["row"],
  annex: ["annex"],
  any: ["section", "subsection", "clause", "subclause", "point", "indent", "article"],
};

/** What a text without 章 and 条 has in their stead, by the place that it is sought in. */
const BELOW: Readonly<Partial<Record<ProvisionLevel, readonly ProvisionLevel[]>>> = {
  section: ["subsection", "clause"],
  subsection: ["clause", "subclause"],
};

const LAST_NUMBER = /_(\d+)(?:-(\d+))?(?:~\d+)?$/u;

function isNumbered(provision: Provision, step: PlaceStep): boolean {
  if (/^(?:preface|conclusions)(?:~\d+)?$/u.test(provision.eId)) return true;
  const match = LAST_NUMBER.exec(provision.eId);
  return match !== null && Number(match[1]) === step.n && (match[2] ? Number(match[2]) : undefined) === step.sub;
}

/**
 * Walks the steps down the tree of one document. Returns the provision, or null when the document has no such place.
 */
export function resolvePlace(all: readonly Provision[], steps: readonly PlaceStep[]): Provision | null {
  const isOfNote = steps[0]?.unit === "adoption";
  const provisions = all.filter(({ adoption = false }) => adoption === isOfNote);
  let current: Provision | null = null;
  for (const step of steps) {
    const within: Provision | null = isOutside(current, step) ? null : current;
    const levels = levelsOf(provisions, within, step);
    const next: Provision | undefined =
      step.unit === "foreword"
        ? (headedForeword(provisions) ?? findBelow(provisions, within, step, levels))
        : (findBelow(provisions, within, step, levels) ?? findBesideFirst(provisions, within, step, levels));
    if (next) current = besideOf(provisions, next, step.shift);
    else if (!(current && step.unit === "paragraph" && step.n === 1 && !hasParagraphs(provisions, current)))
      return null;
    if (current === null) return null;
  }
  return current;
}

/** Articles run through the whole text, whatever chapter they are said to stand in. */
function isOutside(current: Provision | null, { unit }: PlaceStep): boolean {
  return unit === "article" && current !== null && /(?:^|__)(?:book|chp)_/u.test(current.eId);
}

function levelsOf(
  provisions: readonly Provision[],
  current: Provision | null,
  { unit }: PlaceStep,
): readonly ProvisionLevel[] {
  const has = (level: ProvisionLevel) => provisions.some((p) => p.level === level);
  if (unit === "article" && !has("article")) return withoutArticles(current);
  if (unit === "chapter" && !has("chapter")) return ["section"];
  const below = (unit === "division" || unit === "part") && current ? BELOW[current.level] : undefined;
  return below ?? LEVELS[unit];
}

/** 前言 is the part that is headed so, else what stands before the first number. */
function headedForeword(provisions: readonly Provision[]): Provision | undefined {
  return provisions.find(({ heading }) => heading !== null && /^(?:前|序|引|导)言$/u.test(heading.replace(/\s/gu, "")));
}

/** The place so many of its kind further on in the text; null past its ends. */
function besideOf(provisions: readonly Provision[], place: Provision, shift = 0): Provision | null {
  if (shift === 0) return place;
  const alike = provisions.filter(
    ({ level, parent }) => level === place.level && (level === "article" || parent === place.parent),
  );
  return alike[alike.indexOf(place) + shift] ?? null;
}

/** 第二条 in a notice without 条 is its 二、; below a place of it, the numbered text or else the paragraph of that number. */
function withoutArticles(current: Provision | null): readonly ProvisionLevel[] {
  return current === null ? ["section"] : ["subsection", "clause", "subclause", "point", "paragraph"];
}

/** 第八条第一款第（一）项: the points that 第一款 introduces stand beside it in the tree. */
function findBesideFirst(
  provisions: readonly Provision[],
  current: Provision | null,
  step: PlaceStep,
  levels: readonly ProvisionLevel[],
): Provision | undefined {
  if (!current?.eId.endsWith("__para_1")) return undefined;
  const parent = provisions.find((p) => p.eId === current.parent);
  const found = parent && findBelow(provisions, parent, step, levels);
  return found?.parent === parent?.eId ? found : undefined;
}

function hasParagraphs(provisions: readonly Provision[], parent: Provision): boolean {
  return provisions.some((p) => p.parent === parent.eId && p.level === "paragraph");
}

/** Direct children before deeper places, so that 第一项 means the first list of an article. */
function findBelow(
  provisions: readonly Provision[],
  parent: Provision | null,
  step: PlaceStep,
  levels: readonly ProvisionLevel[],
): Provision | undefined {
  const prefix = parent ? `${parent.eId}__` : "";
  const depth = (p: Provision) => p.eId.split("__").length;
  const nearest = (a: Provision, b: Provision) =>
    levels.indexOf(a.level) - levels.indexOf(b.level) || depth(a) - depth(b);
  const below = provisions.filter((p) => p.eId.startsWith(prefix) && levels.includes(p.level));
  if (step.n > 0) return below.filter((p) => isNumbered(p, step)).sort(nearest)[0];
  const first = [...below].sort(nearest)[0];
  return first && below.filter((p) => nearest(p, first) === 0).at(step.n);
}
