import { ASKS } from "../language/asks.js";
import type { Question } from "./answer.js";
import type { AnswererDeps } from "./deps.js";
import { type Understanding, understand } from "./question/understand.js";
import { respond } from "./respond.js";
import { comparable } from "./words/comparable.js";
import { coverTerm } from "./words/match.js";
import { Draft } from "./writing/draft.js";
import type { Outcome } from "./writing/outcome.js";

/** 对吧, 行不行, and 还是… go with the question before. */
const TAG = /^(?:(?!.*(?:谁|哪|几|多|什么|啥|怎|咋)).{0,4}$|还是|或者?|难道)/u;
/** More than these are a story with questions in it. */
const MOST = 3;
/** Confidence from which a part is answered beside the whole where it has a subject of its own, and where it asks more of one already spoken of; */
interface Least {
  readonly ofItsOwn: number;
  readonly ofTheSame: number;
  /** and where the whole finds nothing. */
  readonly alone: number;
}
const OF_PARTS: Least = { ofItsOwn: 0.5, ofTheSame: 0.7, alone: 0.7 };
/** What is asked of each of several is no stray clause. */
const OF_EACH_ONE: Least = { ofItsOwn: 0.2, ofTheSame: 0.2, alone: 0.15 };
/** Weight of a word that is a subject of its own. */
const HEAVY = 2;
/** Cover from which a text speaks of a word. */
const SPEAKS = 0.5;

/**
 * The questions of a normalised sentence that asks several things (谁做，最少给几天), each with the words before it that ask nothing; one
 * where it asks one thing.
 */
export function askedParts(question: string): readonly string[] {
  const parts: string[] = [];
  let before = "";
  for (const clause of question.split(/[,;?]/u).flatMap(enumerated)) {
    before = before === "" ? clause : `${before},${clause}`;
    if (!ASKS.test(clause)) continue;
    const last = parts.pop();
    if (last !== undefined && TAG.test(before)) parts.push(`${last},${before}`);
    else parts.push(...(last === undefined ? [] : [last]), before);
    before = "";
  }
  const last = parts.pop();
  if (last === undefined) return [question];
  parts.push(before === "" ? last : `${last},${before}`);
  if (parts.length > MOST) return [question];
  return parts;
}

/** 谁起草、谁指导 are two questions, 起草、指导 no question at all. */
function enumerated(clause: string): readonly string[] {
  const pieces = clause.split("、");
  const some = pieces.length > 1 && pieces.every((piece) => ASKS.test(piece)) ? pieces : [clause];
  return some.filter((one) => one.trim() !== "");
}

/** A和B分别怎么…: what is asked of each. 各类 and 各部门 are subjects themselves. */
const OF_EACH =
  /分别|各自|各(?=[是有管归由用要给为在得需])|(?:有何|有什么|有啥|有哪些)(?:不同|区别|差别)|哪个(?:更|先|早|晚|长|短|多|少)|差在哪/u;
/** What is asked without what only holds it against another: 2025年和2035年差在哪里 asks for either. */
const AGAINST =
  /分别|各自|各(?=[是有管归由用要给为在得需])|^的?(?:差在哪里?儿?|(?:有何|有什么|有啥|有哪些)(?:不同|区别|差别))/gu;
const AND = /、|,?(?:和|跟|与|以及|还有)/u;
/** 征求意见和法审这两步: a name for all of them, which may say what of each is asked (两步目标). */
const TOGETHER =
  /[这那]?(?:两|俩|三|四|几)(?:个|项|件|道|步|头|边|家|块|种|类|条)?(?:环节|步骤|阶段|单位|部门|程序|事儿?)?(?<what>\p{Script=Han}{0,3})$/u;
/** 司法局、审计局都说跟决策有关,他们各管… */
const TOLD_OF_ALL = /(?:都|全都|均)(?:[是说在讲称跟和有要].*)?$/u;
const THEY = /^,?(?:他们|它们|这?几家|这[两三]家)?/u;
/** In each of two steps: 在送审和上会两个环节是否都要附, 送审和上会时是不是各交一次. */
const IN_EACH =
  /^(?<before>.*?在)(?<first>[^,;、]{2,10}?)[和与跟及、](?<second>[^,;、]{2,12}?)(?:[这那]?[两三]个?(?:环节|步骤|步|阶段|场合|头))?(?:的?时候?|中|里|上)?,?(?<asks>(?:是否|是不是|要不要|需不需要|也)?)(?:都|各自?|均|分别)(?<rest>.{2,})$/u;
/** How far one thing is from another: what either is. */
const APART =
  /^(?<first>[^,;]{4,14}?)(?:距离?|离|比|较|跟|与|和)(?<second>[^,;]{4,14}?)(?:还|就|只|大概|一共|总共|要|得|相)*(?:差|高|低|涨|提高|增加)(?:[了出到]|着)?(?:多少|几个|多远)/u;

/** The question put to each of the subjects that it names side by side; itself where there are none. */
export function askedOfEach(question: string): readonly string[] {
  const inEach = IN_EACH.exec(question)?.groups;
  if (inEach) {
    const { before = "", first = "", second = "", asks = "", rest = "" } = inEach;
    return [first, second].map((step) => `${before}${step}时${asks}${rest}`);
  }
  const apart = APART.exec(question)?.groups;
  if (apart) return [apart.first, apart.second].map((one) => `${one ?? ""}是多少`);
  const asked = question.search(OF_EACH);
  return asked < 0 ? [question] : ofEach(question, asked);
}

function ofEach(question: string, asked: number): readonly string[] {
  const before = question.slice(0, asked);
  const comma = ASKS.test(before) ? question.indexOf(",") : before.lastIndexOf(",");
  const isLast = comma > 0 && !AND.test(question.slice(comma, asked));
  const end = isLast ? comma : asked;
  const named = question.slice(0, end).replace(TOLD_OF_ALL, "");
  const what = TOGETHER.exec(named)?.groups?.what ?? "";
  const subjects = named.replace(TOGETHER, "").split(AND);
  if (subjects.length < 2 || subjects.length > MOST || subjects.some((one) => one.length < 2)) return [question];
  const rest = question.slice(end).replace(THEY, "").replace(AGAINST, "");
  // 科学素质的比例,2025年和2035年: what stands before all of them goes with each.
  const shared = /^.*,/u.exec(subjects[0] ?? "")?.[0] ?? "";
  return subjects.map((subject, at) => `${at > 0 ? shared : ""}${subject}${what}${rest}`);
}

/**
 * Answers a question that may ask several things. What the whole sentence finds comes first, then what those of its parts find which have a
 * subject that this says nothing of. Where the whole finds nothing, the parts answer only if each surely does: half an answer would
 * hide that the other half has none.
 */
export async function respondInParts(deps: AnswererDeps, question: Question): Promise<Outcome> {
  const understanding = understand(deps, question);
  const whole = await respond(deps, understanding);
  if (understanding.screened !== null) return whole;
  const { text } = understanding;
  const each = askedOfEach(text);
  const [parts, least] = each.length > 1 ? [each, OF_EACH_ONE] : [askedParts(text), OF_PARTS];
  const answers = parts.length < 2 ? null : await answersOf(deps, whole, understandParts(deps, question, parts), least);
  return answers ? merged(deps, answers) : whole;
}

/** The answers that are worth giving: the whole one and what parts add, or without a whole one those of all parts; null where one of these fails. */
async function answersOf(
  deps: AnswererDeps,
  whole: Outcome,
  parts: readonly Understanding[],
  least: Least,
): Promise<readonly Answered[] | null> {
  const hasWhole = "draft" in whole;
  const answers = hasWhole ? [whole] : [];
  for (const part of parts) {
    const beside = hasSubjectBeyond(deps, part, answers) ? least.ofItsOwn : least.ofTheSame;
    const found = await respond(deps, part);
    if ("draft" in found && found.confidence >= (hasWhole ? beside : least.alone)) answers.push(found);
    else if (!hasWhole) return null;
  }
  return answers;
}

/** Each part leans on those before it as on earlier turns. */
function understandParts(deps: AnswererDeps, { history = [] }: Question, parts: readonly string[]): Understanding[] {
  return parts.map((part, at) => {
    const earlier = parts.slice(0, at).map((content) => ({ role: "user", content }) as const);
    return understand(deps, { question: part, history: [...history, ...earlier] });
  });
}

type Answered = Extract<Outcome, { draft: Draft }>;

/** Whether a part has a heavy word of its own that nothing quoted so far has. */
function hasSubjectBeyond(
  { library }: AnswererDeps,
  { text, terms }: Understanding,
  answers: readonly Answered[],
): boolean {
  const quoted = answers.flatMap(({ draft }) =>
    draft.citations.map(({ provisionId }) => library.provision(provisionId)),
  );
  const texts = quoted.map((provision) => comparable(provision?.text ?? ""));
  return terms.some(
    (term) =>
      term.role === "topic" &&
      term.weight >= HEAVY &&
      text.includes(term.text) &&
      texts.every((one) => coverTerm(term, one) < SPEAKS),
  );
}

/** The first answer whole, and of the others what cites places that none before it cites. As sure as the least sure one. */
function merged({ library }: AnswererDeps, answers: readonly Answered[]): Outcome {
  const draft = new Draft(library);
  let confidence = 1;
  for (const answer of answers) if (draft.addNew(answer.draft)) confidence = Math.min(confidence, answer.confidence);
  return { draft, confidence };
}
