import type { Question } from "./answer.js";
import { isNested } from "./candidates.js";
import { comparable } from "./comparable.js";
import type { AnswererDeps, Outcome } from "./compose.js";
import { Draft } from "./draft.js";
import { coverTerm } from "./match.js";
import { respond } from "./respond.js";
import { type Understanding, understand } from "./understand.js";

const ASKS =
  /谁|哪|(?<![那这好])几(?!乎|经|次三番)|多少|多久|多长|多大|什么|啥|怎|咋|如何|何时|为何|是否|能否|可否|([一-鿿])不\1|(?:吗|么)$/u;
/** 对吧, 行不行, and 还是… go with the question before. */
const TAG = /^(?:(?!.*(?:谁|哪|几|多|什么|啥|怎|咋)).{0,4}$|还是|或者?|难道)/u;
/** More than these are a story with questions in it. */
const MOST = 3;
/** Confidence from which a part is answered beside the whole where it has a subject of its own, and where it asks more of one already spoken of; */
const OF_ITS_OWN = 0.5;
const OF_THE_SAME = 0.7;
/** and where the whole finds nothing: what is asked of each of several is no stray clause. */
const ALONE = 0.7;
const OF_EACH_ALONE = 0.15;
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
  /分别|各自|各(?=[是有管归由用要给为在])|(?:有何|有什么|有啥|有哪些)(?:不同|区别|差别)|哪个(?:更|先|早|晚|长|短|多|少)/u;
const EACH = /分别|各自|各(?=[是有管归由用要给为在])/gu;
const AND = /、|,?(?:和|跟|与|以及|还有)/u;

/** The question put to each of the subjects that it names side by side; itself where there are none. */
export function askedOfEach(question: string): readonly string[] {
  const asked = question.search(OF_EACH);
  if (asked < 0) return [question];
  const before = question.slice(0, asked);
  const comma = ASKS.test(before) ? question.indexOf(",") : before.lastIndexOf(",");
  const isLast = comma > 0 && !AND.test(question.slice(comma, asked));
  const end = isLast ? comma : asked;
  const subjects = question.slice(0, end).split(AND);
  if (subjects.length < 2 || subjects.length > MOST || subjects.some((one) => one.length < 2)) return [question];
  const rest = question.slice(end).replace(/^,/u, "").replace(EACH, "");
  return subjects.map((subject) => `${subject}${rest}`);
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
  for (const { parts, alone } of [
    { parts: askedParts(text), alone: ALONE },
    { parts: askedOfEach(text), alone: OF_EACH_ALONE },
  ]) {
    const answers =
      parts.length < 2 ? null : await answersOf(deps, whole, understandParts(deps, question, parts), alone);
    if (answers) return merged(deps, answers);
  }
  return whole;
}

/** The answers that are worth giving: the whole one and what parts add, or without a whole one those of all parts; null where one of these fails. */
async function answersOf(
  deps: AnswererDeps,
  whole: Outcome,
  parts: readonly Understanding[],
  alone: number,
): Promise<readonly Answered[] | null> {
  const hasWhole = "draft" in whole;
  const answers = hasWhole ? [whole] : [];
  for (const part of parts) {
    const beside = hasSubjectBeyond(deps, part, answers) ? OF_ITS_OWN : OF_THE_SAME;
    const found = await respond(deps, part);
    if ("draft" in found && found.confidence >= (hasWhole ? beside : alone)) answers.push(found);
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
  for (const answer of answers) {
    const isNew = answer.draft.citations.every(({ provisionId }) =>
      draft.citations.every((cited) => !isNested(cited.provisionId, provisionId)),
    );
    if (!isNew) continue;
    draft.addAll(answer.draft);
    confidence = Math.min(confidence, answer.confidence);
  }
  return { draft, confidence };
}
