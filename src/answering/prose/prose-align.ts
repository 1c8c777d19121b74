import { type Clause, toBare } from "./prose-text.js";

/** What a sentence may add to the clauses that it takes over. */
export interface Joints {
  /** Bare wordings that may stand before, between and after clauses. */
  readonly anywhere: readonly string[];
  /** Bare wordings that may stand at the head of the sentence only. */
  readonly opening: readonly string[];
}

/** Wordings that hold nothing together but sentences: none says when, why, who, how many or whether. */
const CONNECTIVES = [
  ..."此外 另外 同时 并且 而且 并 且 以及 还 也 则 但是 但 具体来说 具体而言 具体如下 需要注意的是 需要说明的是".split(
    " ",
  ),
  ...[..."一二三四五六七八九"].map((figure) => `${figure}是`),
].map(toBare);
/** A series of alternatives (下列情形之一) must not become one of conditions that hold together. */
const JOINING = new Set(["同时", "并且", "而且", "并", "且", "以及", "还"]);
/** Between a label and its value: 承办部门为区城管委. */
const AFTER_COLON = ["为", "是", "包括"];
/** What a clause may lose at its head when the clause before it is left out. */
const LEADING = /^(?:并且|而且|但是|同时|此外|并|且|但|也|还|则)/u;
/** The rule's own number before an item: （一）, 1., 一、 */
export const ENUMERATOR = /^(?:[(][一二三四五六七八九十\d]+[)]|\d+[.、]|[一二三四五六七八九十]+、)\s*/u;

const OPEN_END = /(?:的|时|[前后起下内间])$/u;
const CONDITION = /^(?:经|因|除|如|若|凡|当|未|只有|自|对|属于|涉及|符合|在|由|以)|(?:情形|情况)之一/u;
const NEGATION = /不(?!少于|超过|低于|高于|多于|同)|未|无|非(?!公有|遗)|没有|禁|拒绝/u;
const MODAL = /应(?![急用对])|必须|须|可(?![控行能持靠续])|不得|有权|负责|(?<![主重需必纪])要(?![求素点])|需(?!求)/u;
const VALUE =
  /[\d一二三四五六七八九十百千万亿两零〇]+ ?(?:个|名|位|项|天|日|周|月|年|季度|小时|工作日|元|万|%|倍|次|件|份)/u;

/** Words that change what a sentence says: what follows in the same sentence and holds one is not left out in silence. */
export function weighs(clause: Clause): boolean {
  const { text } = clause;
  return NEGATION.test(text) || MODAL.test(text) || VALUE.test(text) || /但|除|或|仅|只/u.test(text);
}

export function showsValue({ text }: Clause): boolean {
  return VALUE.test(text);
}

/**
 * The clauses (positions in `clauses`) of which a sentence consists: whole, one after the other, held together by joints and
 * by nothing else, none left out that the first depends on. Null where it does not; empty where it is joints only.
 */
export function alignSentence(sentence: string, clauses: readonly Clause[], joints: Joints): readonly number[] | null {
  const bare = toBare(sentence);
  const isAlternative = clauses.some(({ text }) => text.includes("之一"));
  const connectives = CONNECTIVES.filter((word) => !(isAlternative && JOINING.has(word)));
  const dead = new Set<string>();
  const wordsAt = (at: number, last: number): readonly string[] =>
    [
      ...connectives,
      ...joints.anywhere,
      ...(last < 0 ? joints.opening : []),
      ...(clauses[last]?.end === ":" ? AFTER_COLON : []),
    ].filter((word) => bare.startsWith(word, at));
  const search = (at: number, last: number): readonly number[] | null => {
    if (at === bare.length) return isOpenCondition(clauses[last]) ? null : [];
    const key = `${at} ${last}`;
    if (dead.has(key)) return null;
    for (let next = last + 1; next < clauses.length; next++) {
      const clause = clauses[next];
      if (!clause || !mayFollow(clauses, last, next)) continue;
      for (const form of formsOf(clause)) {
        const rest = bare.startsWith(form, at) ? search(at + form.length, next) : null;
        if (rest) return [next, ...rest];
      }
    }
    for (const word of wordsAt(at, last)) {
      const rest = search(at + word.length, last);
      if (rest) return rest;
    }
    dead.add(key);
    return null;
  };
  return search(0, -1);
}

/** A clause as printed, without its number, without its opening connective. */
function formsOf(clause: Clause): readonly string[] {
  const plain = clause.text.replace(ENUMERATOR, "");
  const forms = [clause.bare, toBare(plain), toBare(plain.replace(LEADING, ""))];
  return [...new Set(forms)].filter((form) => form.length > 1);
}

/**
 * Whether `next` may come after `last`: it is the one after it, or where the sentence begins (`last` -1), the clauses of
 * its own sentence before it may be left out.
 */
function mayFollow(clauses: readonly Clause[], last: number, next: number): boolean {
  if (last >= 0) return next === last + 1;
  const first = clauses[next];
  const before = clauses[next - 1];
  // A value without its label.
  if (!first || (before?.end === ":" && before.line === first.line)) return false;
  const skipped = clauses.slice(0, next).filter(({ sentence }) => sentence === first.sentence);
  return skipped.every((clause) => isFreeStanding(clause) && (!MODAL.test(clause.text) || MODAL.test(first.text)));
}

/** 决策作出后， alone is no sentence. */
function isOpenCondition(last: Clause | undefined): boolean {
  return last?.end === "," && OPEN_END.test(last.text);
}

/** Neither a condition of what follows nor a negation that may reach into it. */
function isFreeStanding({ text }: Clause): boolean {
  return !CONDITION.test(text) && !OPEN_END.test(text) && !NEGATION.test(text);
}
