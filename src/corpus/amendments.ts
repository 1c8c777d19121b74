import { isNumberLine } from "./phrases.js";
import type { Amendment, PolicyDocument, Provision } from "./provision.js";

const QUOTED = "“([^“”]*(?:“[^“”]*”[^“”]*)*)”";
const REPLACES = new RegExp(`${QUOTED}\\s*(?:修订|修改|修正)(?:为|成)[:：]?\\s*${QUOTED}`, "g");
const ORDINAL = "[〇零一二三四五六七八九十百千0-9]+";
const PLACE = new RegExp(
  `第${ORDINAL}条(?:之${ORDINAL})?(?:第${ORDINAL}款)?(?:第?[（(]?${ORDINAL}[）)]?项)?(?:第?${ORDINAL}目)?` +
    `|第${ORDINAL}部分(?:[（(]${ORDINAL}[）)])?(?:第?${ORDINAL}[点项]?)?|[一二三四五六七八九十]+[（(]${ORDINAL}[）)]${ORDINAL}?`,
);
const NAMED = /《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?:[（(]([^（）()]{4,30}号)[）)])?/;
const AMENDS = /(?:修订|修改|修正)/;

interface Target {
  readonly number: string | null;
  readonly title: string | null;
}

/** Every replacement of wording that a text orders (将…中“…”修订为“…”), place by place. */
export function parseAmendments(document: Pick<PolicyDocument, "provisions" | "inForceFrom">): Amendment[] {
  // What the 题注 names has amended this text and is not amended by it.
  const leaves = document.provisions.filter(({ children, adoption }) => children.length === 0 && !adoption);
  const general = leaves.find(({ text }) => AMENDS.test(text) && NAMED.test(text) && !text.includes("“"));
  const target = general ? toTarget(general.text) : NO_TARGET;
  return leaves.flatMap((provision) => amendmentsOf(provision, target, document.inForceFrom));
}

const NO_TARGET: Target = { number: null, title: null };

function toTarget(text: string): Target {
  const match = NAMED.exec(text.slice(beforeTitle(text)));
  const number = match?.[2] && isNumberLine(match[2]) ? match[2].replace(/\s+/g, "") : null;
  return { number, title: match?.[1] ?? null };
}

/** 根据《…》 may come first; what is amended is named right before or after the verb. */
function beforeTitle(text: string): number {
  const target = /(?:对|将|修订|修改|修正)(?:了)?《/.exec(text);
  return target ? target.index : 0;
}

function amendmentsOf(provision: Provision, general: Target, inForceFrom: string | null): Amendment[] {
  let place = { targetPlace: "", targetSubject: null as string | null };
  let from = 0;
  return [...provision.text.matchAll(REPLACES)].map((match) => {
    const lead = provision.text.slice(from, match.index);
    from = match.index + match[0].length;
    place = placeOf(lead) ?? place;
    const named = NAMED.test(lead) ? toTarget(lead) : general;
    const [, oldText = "", newText = ""] = match;
    const oldStart = match.index + 1;
    const newStart = from - 1 - newText.length;
    return {
      provisionId: provision.id,
      targetNumber: named.number,
      targetTitle: named.title,
      ...place,
      oldText,
      oldStart,
      oldEnd: oldStart + oldText.length,
      newText,
      newStart,
      newEnd: newStart + newText.length,
      inForceFrom,
    };
  });
}

/** 将第二条第二项建立经营性机构红黑名单制度中 → the place and what it is about. */
function placeOf(lead: string): { targetPlace: string; targetSubject: string | null } | null {
  const match = PLACE.exec(lead);
  if (!match) return null;
  const subject = lead
    .slice(match.index + match[0].length)
    .replace(/(?:中的?|的|里的?)?[:：，,]?\s*$/, "")
    .trim();
  return { targetPlace: match[0], targetSubject: subject === "" ? null : subject };
}
