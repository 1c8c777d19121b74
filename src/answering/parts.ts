import type { Question } from "./answer.js";
import { ASKS } from "./asks.js";
import { isNested } from "./candidates.js";
import { comparable } from "./comparable.js";
import type { AnswererDeps, Outcome } from "./compose.js";
import { Draft } from "./draft.js";
import { coverTerm } from "./match.js";
import { respond } from "./respond.js";
import { type Understanding, understand } from "./understand.js";

/** 对吧, 行不行, and 还是… go with the question before. */
const TAG = /^(?:(?!.*(?:谁|哪|几|多|什么|啥|怎|咋)).{0,4}$|还是|或者?|难道)/u;
/** More than these are a story with questions in it. */
const MOST = 3;
/** Confidence from which a part's answer is shown. */
const SURE = 0.7;
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
  for (const clause of question.split(/[,;?]/u).filter((one) => one.trim() !== "")) {
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
  return parts.length > MOST ? [question] : parts;
}

/**
 * Answers a question that may ask several things. What the whole sentence finds comes first, then what those of its parts find which have a
 * subject that this says nothing of. Where the whole finds nothing, the parts answer only if each surely does: half an answer would
 * hide that the other half has none.
 */
export async function respondInParts(deps: AnswererDeps, question: Question): Promise<Outcome> {
  const understanding = understand(deps, question);
  const whole = await respond(deps, understanding);
  const parts = understanding.screened === null ? askedParts(understanding.text) : [];
  if (parts.length < 2) return whole;
  const answers = "draft" in whole ? [whole] : [];
  for (const part of understandParts(deps, question, parts)) {
    if ("draft" in whole && !hasSubjectBeyond(deps, part, answers)) continue;
    const found = await respond(deps, part);
    if ("draft" in found && found.confidence >= SURE) answers.push(found);
    else if (!("draft" in whole)) return whole;
  }
  return merged(deps, answers);
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
