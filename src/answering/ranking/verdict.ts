import { type Scores, VERDICTS } from "../../retrieval/likeness.js";
import { isYesNo } from "../question/question-kind.js";
import { comparable } from "../words/comparable.js";
import { coverBy, coverTerm } from "../words/match.js";
import type { Term } from "../words/terms.js";
import weights from "./verdict.json" with { type: "json" };

/** The modal that may stand before a passage which decides a yes/no question. */
export type Verdict = Exclude<(typeof VERDICTS)[number], "">;

const MODALS: Readonly<Record<Verdict, RegExp>> = {
  可以: /(?<!不)可以|有权(?!属)|(?<![认许不无])可(?![以能靠行持见抗燃信])|(?<![未不得经])允许/gu,
  不可以: /不得|严禁|禁止|不准|不能(?!满足|胜任|支付)|不予(?![^,。;]{0,8}决定)|无权|不可(?!抗|分)/gu,
  应当: /(?<!不)应当|必须|应该|(?<!无)须(?!知)/gu,
  不适用: /不适用/gu,
};

/** What each form of question is about; the first that fits. */
const FORMS = [
  [
    "leave",
    /能|可以|可否|可不可以|行不行|行[吗么嘛]|成不成|成[吗么]|允许|准许|[准许]不[准许]|让|够不够格|有权|使得|敢/u,
  ],
  ["duty", /要不要|用不用|必须|应该|应当|该|需|要|得|须|非.*不可|一定|用/u],
] as const;

/** A form of question and a word that answers it. 可以 is no answer to 要不要, and nothing is one to 够精准了吗. */
const ANSWERS = [
  "leave可以",
  "leave不可以",
  "duty应当",
  "other应当",
  "leave不适用",
  "duty不适用",
  "other不适用",
] as const;

/** What tells whether a word may stand before a passage; every value is about 0 to 1. */
export const VERDICT_SIGNS = [
  ...ANSWERS,
  /** By the cross-encoder: how far the word is ahead of none and of every other; that the passage tells what is asked. */
  "readAhead",
  "readFirst",
  "told",
  /** Cover of the question by the sentence of the modal; by its clause and the one before; by what the modal governs. */
  "sentence",
  "clause",
  "governed",
  /** How far these are ahead of those of the best modal of another word, -1 to 1; they are those of the best modal of all. */
  "lead",
  "isFirst",
  /** The passage has modals of no other word; and what is said there is most of the question. */
  "alone",
  "plain",
  /** Weight of the heaviest word that the passage has not, in tens of nats; of a word for an act that the modal's clause has not. */
  "missing",
  "missingAct",
  /** Another modal stands in the clause. */
  "mixed",
  /** A condition that the question does not state: 涉及企业经营的，应当…; 未经同意，不得…; 经批准，可以…. */
  "conditional",
  "unless",
  "onConsent",
  /** What is forbidden has a quality that the question does not name: 危及安全的, 擅自. */
  "qualified",
  /** The passage knows exceptions; something is free of charge, which answers 要钱吗 the other way round. */
  "excepted",
  "free",
  /** The question is negated; narrower than the passage (一个人, 直接); asks for more than yes or no; is long. */
  "negated",
  "negatedForbidden",
  "negatedDuty",
  "narrower",
  "asksMore",
  "clauses",
] as const;

export type VerdictSigns = Readonly<Record<(typeof VERDICT_SIGNS)[number], number>>;

/** A passage that answers, as the cross-encoder reads it. */
export interface JudgedPassage {
  readonly text: string;
  readonly scores: Pick<Scores, "told" | "verdicts">;
}

/**
 * 应当, 可以, 不可以 or 不适用 where a passage decides a yes/no question so plainly that its own modal may stand before it, else null. Learned from
 * passages that two readers judged (training/fit_verdict.py): a wrong word does harm, none does not.
 */
export function verdictOf(question: string, terms: readonly Term[], passage: JudgedPassage): Verdict | null {
  if (!isYesNo(question)) return null;
  const proposed = proposeVerdict(question, terms, passage);
  if (!proposed) return null;
  const logit = VERDICT_SIGNS.reduce((sum, name) => sum + weights.signs[name] * proposed.signs[name], weights.shift);
  return logit >= weights.least ? proposed.verdict : null;
}

/** The likeliest word by what the cross-encoder reads, with what tells whether it decides; null where the passage has no such modal or it would answer no such question. */
export function proposeVerdict(
  question: string,
  terms: readonly Term[],
  { text: passage, scores }: JudgedPassage,
): { verdict: Verdict; signs: VerdictSigns } | null {
  const text = comparable(passage);
  const topic = terms.filter(({ role }) => role === "topic");
  const modals = modalsOf(text, topic);
  const verdict = likeliest(scores.verdicts);
  const best = modals.find((modal) => modal.verdict === verdict);
  if (!verdict || !best) return null;
  const others = modals.filter((modal) => modal !== best);
  const { sentence, clause } = best;
  const isAlone = others.every((other) => other.verdict === verdict);
  const form = FORMS.find(([, pattern]) => pattern.test(question))?.[0] ?? "other";
  const answer = ANSWERS.find((way) => way === `${form}${verdict}`);
  if (!answer) return null;
  const before = `${best.previous}${clause}`;
  const isNegated = NEGATED.test(question.replace(/(.)不\1/gu, "$1"));
  const acts = topic.filter(({ isVerb }) => isVerb);
  return {
    verdict,
    signs: {
      ...(Object.fromEntries(ANSWERS.map((way) => [way, Number(way === answer)])) as Record<
        (typeof ANSWERS)[number],
        number
      >),
      ...readSigns(verdict, scores),
      sentence: best.bySentence,
      clause: best.byClause,
      governed: best.byGoverned,
      lead: Math.max(-1, Math.min(1, best.worth - (others.find((other) => other.verdict !== verdict)?.worth ?? 0))),
      isFirst: Number(modals[0] === best),
      alone: Number(isAlone),
      plain: Number(isAlone && best.bySentence >= PLAIN),
      missing: heaviestMissing(topic, text, 0.3),
      missingAct: heaviestMissing(acts, clause, 0.5),
      mixed: Number(others.some((other) => other.clause === clause)),
      conditional: Number(hasUnstatedCondition(sentence, question)),
      unless: Number(!isNegated && UNLESS.test(before)),
      onConsent: Number(ON_CONSENT.test(before)),
      qualified: Number(QUALIFIED.test(before) && !QUALIFIED.test(question)),
      excepted: Number(EXCEPTED.test(text)),
      free: Number(FREE.test(text)),
      negated: Number(isNegated),
      negatedForbidden: Number(isNegated && verdict === "不可以"),
      negatedDuty: Number(isNegated && verdict === "应当"),
      narrower: Number([...question.matchAll(NARROWING)].some(([word]) => !text.includes(word))),
      asksMore: Number(ASKS_MORE.test(question)),
      clauses: Math.min(1, question.split(/[,?。;]/u).filter((part) => part.length > 1).length / 4),
    },
  };
}

const NEGATED = /不(?!能不|可不|要不|用不|得不|行不)|没|无|未/u;
/** Words that narrow what is asked (区长可以一个人拍板吗): a sentence without them says nothing of it. */
const NARROWING = /一个人|一人|独自|单独|自己|自行|擅自|私自|直接|只|仅|随便|随时|全部|所有|任何|马上|立刻|光/gu;
const ASKS_MORE = /谁|啥|什么|哪|怎|如何|咋|何时|为何|多少|几\p{Script=Han}|多[久长大高快远]|还是|或者|要么/u;
const UNLESS = /未经|未取得|未按|不[^,]{1,8}的,/u;
const ON_CONSENT = /经.{2,30}(?:同意|批准|审核|许可)后?|有条件|根据需要|必要时|符合.{0,12}条件/u;
const QUALIFIED = /危及|有碍|影响|妨碍|擅自|无故|非法|违法|违反|强制|恶意|随意|变相|明知/u;
const EXCEPTED = /除外|另有|确需|确有|但|特殊情况|除.{2,40}外|原则上|一般/u;
const FREE = /免费|无偿|免[收交缴予]|不收/u;

/** Of the words that decide. */
function likeliest([_none, ...words]: readonly number[]): Verdict | undefined {
  return VERDICTS[words.indexOf(Math.max(...words)) + 1] as Verdict | undefined;
}

/** Differences of logits beyond this say no more. */
const FAR = 6;
/** Cover from which a sentence says most of a question. */
const PLAIN = 0.75;

function readSigns(
  verdict: Verdict,
  { told, verdicts }: Pick<Scores, "told" | "verdicts">,
): Pick<VerdictSigns, "readAhead" | "readFirst" | "told"> {
  const at = VERDICTS.indexOf(verdict);
  const own = verdicts[at] ?? 0;
  const [none = 0] = verdicts;
  const within = (value: number) => Math.max(-FAR, Math.min(FAR, value)) / FAR;
  const others = verdicts.filter((_, i) => i !== at);
  return { readAhead: within(own - none), readFirst: within(own - Math.max(...others)), told: within(told) };
}

/** A modal where it stands, and how much of the question is said there, 0 to 1. */
interface Modal {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly clause: string;
  /** The clause before. */
  readonly previous: string;
  readonly bySentence: number;
  readonly byClause: number;
  readonly byGoverned: number;
  /** By all three. */
  readonly worth: number;
}

/** The modals of a text, those first that stand where most of the question is said. */
function modalsOf(text: string, terms: readonly Term[]): Modal[] {
  const found: Modal[] = [];
  for (const [sentence] of text.matchAll(/[^。;]+[。;]?/gu)) {
    const clauses = [...sentence.matchAll(/[^,:]+[,:]?/gu)].map(([clause]) => clause);
    for (const [at, clause] of clauses.entries()) {
      const previous = clauses[at - 1] ?? "";
      for (const [verdict, pattern] of Object.entries(MODALS) as [Verdict, RegExp][]) {
        for (const { index, 0: word } of clause.matchAll(pattern)) {
          const bySentence = coverBy(terms, sentence);
          const byClause = coverBy(terms, `${previous}${clause}`);
          const byGoverned = coverBy(terms, `${clause.slice(index + word.length)}${clauses[at + 1] ?? ""}`);
          const worth = byClause + 0.3 * byGoverned + 0.3 * bySentence;
          found.push({ verdict, sentence, clause, previous, bySentence, byClause, byGoverned, worth });
        }
      }
    }
  }
  return found.sort((a, b) => b.worth - a.worth);
}

/** 涉及市场主体经济活动的, 应当…: what holds only then. */
const CONDITION = /([^,;:。]{2,60})的,/gu;
/** Share of a condition's characters from which on the question states it. */
const STATED = 0.5;

function hasUnstatedCondition(sentence: string, question: string): boolean {
  return [...sentence.matchAll(CONDITION)].some(
    ([, condition = ""]) =>
      [...condition].filter((character) => question.includes(character)).length < STATED * condition.length,
  );
}

/** In tens of nats; a word covered by less than `least` is missing. */
function heaviestMissing(terms: readonly Term[], text: string, least: number): number {
  return Math.max(0, ...terms.filter((term) => coverTerm(term, text) < least).map(({ weight }) => weight)) / 10;
}
