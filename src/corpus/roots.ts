import { arrange, type Place, toParagraph } from "./arrangement.js";
import type { Content } from "./content.js";
import type { EIdPart } from "./eid.js";
import type { OutlineItem, Part } from "./outline.js";
import type { ProvisionLevel } from "./provision.js";
import type { PlacedRoot } from "./structure.js";

/**
 * The places at the top of a document, in source order: 题注, preface, numbered places, conclusions, annexes. A text that a
 * notice issues follows without a prefix of its own, unless `nameAnnexes` made an annex of it.
 */
export function toRoots(parts: readonly Part[], adoption: readonly Content[]): PlacedRoot[] {
  const main = parts.filter((part) => part.annex === null);
  const structured = parts.some((part) => part.items.length > 0);
  const prefaces = main.reduce((sum, part) => sum + part.preface.length, 0);
  const closings = main.reduce((sum, part) => sum + part.closing.length, 0);
  let paragraph = 0;
  let closing = 0;
  const noted = toAdoption(adoption, structured && prefaces > 0);
  const placed = parts.flatMap((part): PlacedRoot[] => {
    if (part.annex) return [{ place: toAnnex(part, part.annex.number), at: [] }];
    const preface = toPreface(part.preface, { from: paragraph, count: prefaces, structured });
    paragraph += part.preface.length;
    const items = arrange(part.items, false).map((place) => ({ place, at: [] }));
    const conclusions = toConclusions(part.closing, { from: closing, count: closings });
    closing += part.closing.length;
    return [...preface, ...items, ...conclusions];
  });
  return [...noted, ...placed];
}

/** The lines of the 题注. Beside a preface of the text (序言), which keeps its ids, they are a second one: `preface~2`. */
function toAdoption(lines: readonly Content[], hasPreface: boolean): PlacedRoot[] {
  const places = lines.map((content, i) => toParagraph(content, i + 1));
  const [first] = places;
  if (!first) return [];
  const adoption = hasPreface ? { repeat: 2 } : {};
  const preface = places.length === 1 ? { ...first, level: "preface" as const, number: "" } : group("preface", places);
  return [{ place: { ...preface, adoption }, at: [] }];
}

/**
 * Makes annexes of the issued texts whose numbers the text before them has already used; 附件 printed makes one anyway.
 */
export function nameAnnexes(parts: readonly Part[]): Part[] {
  const taken = new Set<string>();
  let annexes = 0;
  return parts.map((part) => {
    const keys = placeKeys(part.items);
    const collides = keys.some((key) => taken.has(key));
    if (part.annex !== null || collides) annexes++;
    else for (const key of keys) taken.add(key);
    return collides && part.annex === null ? { ...part, annex: { number: String(annexes), num: null } } : part;
  });
}

function placeKeys(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => {
    if (item.type !== "node") return [];
    const { level, number } = item.node;
    return [`${level} ${number}`, ...placeKeys(item.node.items).filter((key) => key.startsWith("article "))];
  });
}

/** Paragraphs that other parts have before these, and all together. */
interface StretchSetting {
  readonly from: number;
  readonly count: number;
}

interface PrefaceSetting extends StretchSetting {
  readonly structured: boolean;
}

/** A text without any numbered place is paragraphs; before a numbered place they are its preface. */
function toPreface(paragraphs: readonly Content[], { from, count, structured }: PrefaceSetting): PlacedRoot[] {
  const places = paragraphs.map((content, i) => toParagraph(content, from + i + 1));
  const [first] = places;
  if (!first) return [];
  if (!structured) return places.map((place) => ({ place, at: [] }));
  if (count === 1) return [{ place: { ...first, level: "preface", number: "" }, at: [] }];
  if (from === 0) return [{ place: group("preface", places), at: [] }];
  // The opening of an issued text stands after the notice's signature: it continues the preface, but not its stretch.
  return places.map((place) => ({ place, at: [PREFACE] }));
}

const PREFACE: EIdPart = { level: "preface", number: "" };

const CONCLUSIONS: EIdPart = { level: "conclusions", number: "" };

/** The closing words of an issued text continue those of the notice, but not their stretch. */
function toConclusions(closing: readonly Content[], { from, count }: StretchSetting): PlacedRoot[] {
  const places = closing.map((content, i) => toParagraph(content, from + i + 1));
  const [first] = places;
  if (!first) return [];
  if (count === 1) return [{ place: { ...first, level: "conclusions", number: "" }, at: [] }];
  if (from === 0) return [{ place: group("conclusions", places), at: [] }];
  return places.map((place) => ({ place, at: [CONCLUSIONS] }));
}

function group(level: ProvisionLevel, children: readonly Place[]): Place {
  return { level, number: "", division: false, num: null, heading: null, own: null, children, frame: false };
}

function toAnnex(part: Part, number: string): Place {
  const paragraphs = part.preface.map((content): OutlineItem => ({ type: "paragraph", content, leads: false }));
  const items = arrange([...paragraphs, ...part.items], false);
  const closing = toConclusions(part.closing, { from: 0, count: part.closing.length });
  const children = [...items, ...closing.map(({ place }) => place)];
  const base = { level: "annex" as const, number, division: false, num: part.annex?.num ?? null, heading: part.title };
  const [only] = children;
  const frame = children.some((child) => child.frame || child.level === "article");
  const leaf =
    !frame && children.length === 1 && only?.level === "paragraph" && only.children.length === 0 ? only : null;
  return { ...base, own: frame ? part.title : (leaf?.own ?? null), children: leaf ? [] : children, frame };
}
