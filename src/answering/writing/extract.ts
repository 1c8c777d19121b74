import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { sumsAsked } from "../choosing/summed-up.js";
import { childrenOf, isRunning, itemsOf, needsOutline, parentOf } from "../places/place-tree.js";
import { showsEvidence, wantsList } from "../question/evidence.js";
import type { QuestionKind } from "../question/question-kind.js";
import type { Asked } from "../ranking/features.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { coverBy } from "../words/match.js";
import { type Sentence, splitSentences } from "../words/sentences.js";
import type { Draft } from "./draft.js";
import { wording } from "./wording.zh.js";

/** A paragraph up to this many characters is quoted whole: an official wants its conditions with it. */
const SHORT_PARAGRAPH = 240;
/** One that is asked for its items may be longer: what it lists must not be cut. */
const LISTING_PARAGRAPH = 300;

/** A sentence that limits or completes the one before it; drafting opens it with one of these words, or with a colon (主要表现在：). */
const CONTINUES =
  /^(?:[^，,。；;]{1,10}[：:]|但|但是|其中|因|依法|法律、|法律,|前款|上述|除|情况紧急|经|审查通过后|造成|严重|逾期|未|不得|提供的|合法性审查的内容|应当|同时|并|对于|根据风险)/u;

/** Writes the answer of one candidate into the draft. */
export function writeExtract(
  draft: Draft,
  library: PolicyLibrary,
  { provision, shape }: Pick<ScoredCandidate, "provision" | "shape">,
  { text, terms, kind }: Pick<Asked, "text" | "terms" | "kind">,
): void {
  if (shape === "whole") writeList(draft, library, provision);
  else {
    const longest = wantsList(kind) || ASKS_NAME.test(text) ? LISTING_PARAGRAPH : SHORT_PARAGRAPH;
    const [start, end] = passageOf(provision, { text, terms }, longest);
    draft.add(draft.quote(provision, start, beforeOpening(provision.text, [start, end], { terms, kind })));
    const lead = leadInWanted(library, provision, { terms, kind });
    // The item is what is asked for, so that it is cited first.
    if (lead) draft.add(`${wording.leadIn}${draft.quote(lead.provision, 0, lead.end)}`);
  }
}

/** What a lead-in covers of the question beyond its item, from which on the item says too little alone: 征收…，由国务院批准：（一）永久基本农田. */
const LEADS = 0.1;
/** Who is to do what, or must bear what. */
const ORDERS =
  /应当?|必须|须|可以|不得|不予|不适用|属于|视为|由[^,。:]{2,20}[批决负办组]|处[^理置罚分]|罚款|处分|责令|给予|免/u;
/** Items as short leave verb and organ to their lead-in. */
const FRAGMENT = 100;
/** Whether, who and what follows is told by the verb, which such an item leaves to its lead-in. */
const ASKS_VERB: readonly QuestionKind[] = ["yesno", "scope", "liability", "money", "who"];

/** The lead-in without which an item is no answer; null where it stands alone. */
function leadInWanted(
  library: PolicyLibrary,
  item: Provision,
  { terms, kind }: Pick<Asked, "terms" | "kind">,
): { readonly provision: Provision; readonly end: number } | null {
  if (item.level !== "point" && item.level !== "indent") return null;
  const parent = item.ownLength <= FRAGMENT ? parentOf(library, item) : undefined;
  const lead = parent && leadInOf(library, parent);
  if (!lead) return null;
  const own = comparable(item.text.slice(0, item.ownLength));
  const before = comparable(lead.provision.text.slice(0, lead.end));
  if (ORDERS.test(own) || !ORDERS.test(before)) return null;
  if (ASKS_VERB.includes(kind)) return lead;
  return coverBy(terms, `${before} ${own}`) >= coverBy(terms, own) + LEADS ? lead : null;
}

function leadInOf(library: PolicyLibrary, parent: Provision): { provision: Provision; end: number } | undefined {
  if (parent.ownLength > 0) return { provision: parent, end: parent.ownLength };
  const running = childrenOf(library, parent).find((child) => isRunning(child) && /[:：]\s*$/u.test(child.text));
  return running && { provision: running, end: running.text.length };
}

/** 啥行动管这个: the name stands in the first sentence, what it is about further down. */
const ASKS_NAME = /(?:什么|啥|哪个?|哪一?[项条])(?:行动|工程|计划|项目|机制|制度|活动|平台)/u;

/** A list whole under its lead-in; one too long to read becomes its outline, each line quoted and cited. */
export function writeList(draft: Draft, library: PolicyLibrary, provision: Provision): void {
  const items = itemsOf(library, provision);
  if (!needsOutline(library, provision)) {
    draft.add(
      draft.quote(provision, 0, provision.text.length, isNumbered(library, provision) ? "items" : "paragraphs"),
    );
    return;
  }
  const first = childrenOf(library, provision)[0];
  if (provision.ownLength > 0) draft.add(draft.quote(provision, 0, provision.ownLength));
  else if (first && isRunning(first)) draft.add(draft.quote(first, 0, first.text.length));
  const lines = items.map((item) => `- ${item.num ?? ""}${quoteHead(draft, provision, item)}`);
  draft.add(lines.join("\n"));
}

/** Whether anything but paragraphs stands below a place. */
export function isNumbered(library: PolicyLibrary, provision: Provision): boolean {
  return childrenOf(library, provision).some(({ level }) => level !== "paragraph");
}

/** The heading of an item, quoted from its parent's text, or its first sentence, quoted from itself. */
function quoteHead(draft: Draft, parent: Provision, item: Provision): string {
  if (item.heading !== null) {
    const printed = `${item.num ?? ""}${item.heading}`;
    const at = parent.text.indexOf(printed);
    if (at >= 0) {
      const start = at + printed.length - item.heading.length;
      return draft.quote(parent, start, start + item.heading.length);
    }
  }
  const sentence = splitSentences(item.text)[0] ?? { start: 0, end: item.text.length };
  return draft.quote(item, sentence.start, sentence.end);
}

/** A short paragraph whole; of a long one the sentence that answers with what limits it. */
function passageOf(
  provision: Provision,
  asked: Pick<Asked, "text" | "terms">,
  longest: number,
): readonly [number, number] {
  const text = provision.text.slice(0, provision.ownLength);
  return text.length <= longest ? [0, text.length] : bestWindow(text, asked);
}

/**
 * The end without a last sentence that only introduces a list which is not given: …一般不少于7个工作日。合法性审查的内容包括: It stays where it
 * tells something of what is asked.
 */
function beforeOpening(
  text: string,
  [start, end]: readonly [number, number],
  { terms, kind }: Pick<Asked, "terms" | "kind">,
): number {
  const passage = text.slice(start, end);
  const before = /[:：]\s*$/u.test(passage) ? splitSentences(passage).at(-2) : undefined;
  if (!before || wantsList(kind)) return end;
  const opening = comparable(passage.slice(before.end));
  const isLess = coverBy(terms, comparable(passage.slice(0, before.end))) < coverBy(terms, comparable(passage));
  return isLess || showsEvidence(kind, opening) === 1 ? end : start + before.end;
}

/** Where the first of the highest values stands. */
const bestOf = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** The sentence that spells out what is asked for, or else the best, extended by following sentences that limit it and by neighbours that cover more of the question. */
function bestWindow(text: string, { text: question, terms }: Pick<Asked, "text" | "terms">): [number, number] {
  const sentences = splitSentences(text);
  const cover = (list: readonly Sentence[]) =>
    coverBy(terms, comparable(list.map(({ start, end }) => text.slice(start, end)).join(" ")));
  const sums = sumsAsked(question);
  const spelling = sentences.findIndex(({ start, end }) =>
    sums.some((sum) => sum.test(comparable(text.slice(start, end)))),
  );
  const best = spelling < 0 ? bestOf(sentences.map((sentence) => cover([sentence]))) : spelling;
  let from = best;
  let to = best + 1;
  const size = () => (sentences[to - 1]?.end ?? 0) - (sentences[from]?.start ?? 0);
  while (to < sentences.length && size() < SHORT_PARAGRAPH) {
    const next = sentences[to];
    const limits = next !== undefined && CONTINUES.test(text.slice(next.start, next.end));
    const gains = cover(sentences.slice(from, to + 1)) > cover(sentences.slice(from, to)) + 0.05;
    if (!limits && !gains) break;
    to++;
  }
  if (
    from > 0 &&
    size() < SHORT_PARAGRAPH &&
    cover(sentences.slice(from - 1, to)) > cover(sentences.slice(from, to)) + 0.1
  ) {
    from--;
  }
  return [sentences[from]?.start ?? 0, sentences[to - 1]?.end ?? text.length];
}
