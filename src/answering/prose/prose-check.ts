import { type MarkedSentence, type ProseLine, parseProse, renderProse } from "./prose.js";
import { alignSentence, ENUMERATOR, showsValue, weighs } from "./prose-align.js";
import type { AnswerParts, ProseSource } from "./prose-source.js";
import { type Clause, toBare } from "./prose-text.js";

/** Prose of which every sentence is proved. */
export interface CheckedProse {
  readonly markdown: string;
  /** Indexes of the answer's citations that the prose uses, in the answer's order; marks count through them from 1. */
  readonly used: readonly number[];
}

/** Clauses that the kept sentences take over, by citation index. */
type Coverage = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Keeps the sentences that consist of clauses of the place they cite. Null where nothing is left or where what is left lacks
 * something that the answer needs.
 */
export function checkProse(question: string, parts: AnswerParts, output: string): CheckedProse | null {
  const covered = new Map<number, Set<number>>();
  const lines = parseProse(output).flatMap(({ isItem, sentences }): ProseLine[] => {
    const kept = sentences.flatMap((sentence) => {
      const source = parts.sources.find(({ index }) => index === sentence.mark);
      const taken = source && prove(sentence.text, question, source);
      if (!source || !taken?.length) return [];
      covered.set(source.index, new Set([...(covered.get(source.index) ?? []), ...taken]));
      return [isItem ? withNumber(sentence, source.clauses[taken[0] ?? 0]) : sentence];
    });
    return kept.length > 0 ? [{ isItem, sentences: kept }] : [];
  });
  if (!isComplete(question, parts.sources, covered)) return null;
  const used = parts.sources.map(({ index }) => index).filter((index) => covered.has(index));
  return { markdown: parts.verdict + renderProse(lines, (mark) => used.indexOf(mark) + 1), used };
}

/** An item carries the number that the rule gives it, whatever the model wrote before it. */
function withNumber(sentence: MarkedSentence, first: Clause | undefined): MarkedSentence {
  const number = ENUMERATOR.exec(first?.text ?? "")?.[0];
  if (number === undefined || ENUMERATOR.test(sentence.text.normalize("NFKC"))) return sentence;
  return { ...sentence, text: number + sentence.text };
}

/** No rule needs a longer one; the proof must not take long over what a model can send. */
const LONGEST_SENTENCE = 800;

/** The clauses of which a sentence consists, by their positions; null or none where it is not proved. */
function prove(text: string, question: string, source: ProseSource): readonly number[] | null {
  if (text.length > LONGEST_SENTENCE || !quotesVerbatim(text, source)) return null;
  const own = withoutTopic(text, question);
  return (
    alignSentence(text, source.clauses, source.joints) ??
    (own === text ? null : alignSentence(own, source.clauses, source.joints))
  );
}

/** What stands in quotation marks stands so in the cited text, white space aside. */
function quotesVerbatim(text: string, { text: cited, name }: ProseSource): boolean {
  const plain = (words: string) => words.normalize("NFKC").replaceAll(/\s/gu, "");
  const quotations = [...text.matchAll(/[“「『"]([^”」』"]*)[”」』"]?/gu)].map(([, words = ""]) => plain(words));
  return quotations.every((words) => words !== "" && (plain(cited).includes(words) || plain(name).includes(words)));
}

/** Words, with the marks that stand within them; no figure and nothing that denies. */
const PLAIN = /^(?:(?![\d不未无非免])[\p{L}“”《》、（）])+$/u;

/** 关于…，/ 对于…， in the question's own words, without figures or negations, says what the sentence is about. */
function withoutTopic(text: string, question: string): string {
  const match = /^(?:关于|对于|针对|就)([^，。：；,;]{2,25}?)(?:的?问题|的?事项|而言|来说)?[，：]/u.exec(text);
  const topic = match?.[1];
  if (!match || topic === undefined || !PLAIN.test(topic) || !toBare(question).includes(toBare(topic))) return text;
  return text.slice(match[0].length);
}

/** Whether the prose has everything that the answer cannot do without. */
function isComplete(question: string, sources: readonly ProseSource[], covered: Coverage): boolean {
  const [main] = sources;
  if (!main || !covered.has(main.index)) return false;
  if (sources.some(({ isListItem, index }) => isListItem && !covered.has(index))) return false;
  const asked = keepsSubject(question, main, covered.get(main.index) ?? new Set());
  return (
    asked &&
    sources.every((source) => {
      const taken = covered.get(source.index);
      return taken === undefined || isWhole(source, taken, source === main);
    })
  );
}

const EXCEPTION = /除外|^除|^但|另有规定|不适用/u;

/** Of a place that is used: its lists whole under their lead-in, its exceptions, the rest of each sentence where it limits. */
function isWhole({ clauses, isListItem }: ProseSource, taken: ReadonlySet<number>, isMain: boolean): boolean {
  return clauses.every((clause, at) => {
    if (taken.has(at)) return true;
    if (isListItem || isInTakenList(clauses, at, taken, isMain)) return false;
    if (EXCEPTION.test(clause.text) || (isMain && showsValue(clause))) return false;
    const follows = clauses.some((other, i) => i < at && taken.has(i) && other.sentence === clause.sentence);
    return !(follows && weighs(clause));
  });
}

/** A lead-in of which an item is taken, an item of which the lead-in or another item is; any list of the main place. */
function isInTakenList(clauses: readonly Clause[], at: number, taken: ReadonlySet<number>, isMain: boolean): boolean {
  const own = clauses[at]?.leadIn ?? null;
  const leadsIn = (lead: number) => clauses.some((clause, i) => clause.leadIn === lead && (isMain || taken.has(i)));
  const isListOf = (lead: number) => isMain || taken.has(lead) || leadsIn(lead);
  return leadsIn(at) || (own !== null && isListOf(own));
}

/** Share of the question's word pairs in the main place that the prose must keep: it must not answer something else. */
const KEPT_SUBJECT = 0.8;

function keepsSubject(question: string, main: ProseSource, taken: ReadonlySet<number>): boolean {
  const pairs = new Set(pairsOf(toBare(question)));
  const inSource = [...pairs].filter((pair) => main.clauses.some(({ bare }) => bare.includes(pair)));
  const kept = inSource.filter((pair) => main.clauses.some(({ bare }, at) => taken.has(at) && bare.includes(pair)));
  return kept.length >= KEPT_SUBJECT * inSource.length;
}

const pairsOf = (text: string) => [...text].slice(1).map((char, at) => text.charAt(at) + char);
