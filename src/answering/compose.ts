import type { PolicyLibrary } from "../corpus/library.js";
import { normalise } from "../language/normalise.js";
import type { Answer, Answerer, Question } from "./answer.js";
import type { AnswererDeps } from "./deps.js";
import { respondInParts } from "./parts.js";
import { createSuggester, type Suggester } from "./suggest.js";
import { isVerified } from "./writing/cite.js";
import { decline } from "./writing/decline.js";
import type { Outcome } from "./writing/outcome.js";

/** Answers questions in the rule's own words. Every quotation is proved; a draft that fails the proof is a refusal. */
export function createAnswerer(deps: AnswererDeps): Answerer {
  const outcomeOf = (question: Question) => respondInParts(deps, question);
  const suggester = createSuggester(deps.library, async (question) => "draft" in (await outcomeOf({ question })));
  return {
    async answer(question) {
      const started = deps.now();
      const proved = await deps.library.read(async () => prove(deps.library, await outcomeOf(question)));
      const suggestions = await deps.library.read(() => suggest(suggester, question, proved));
      return toAnswer(proved, suggestions, deps.now() - started);
    },
  };
}

/** An answer without a verified citation does not exist. */
function prove(library: PolicyLibrary, outcome: Outcome): Outcome {
  if (!("draft" in outcome)) return outcome;
  const { citations } = outcome.draft;
  if (citations.length > 0 && isVerified(library, citations)) return outcome;
  const nearest = citations.map((citation) => citation.provisionId);
  return { decline: decline(library, "no_basis", nearest), confidence: 0 };
}

function suggest(suggester: Suggester, question: Question, outcome: Outcome): Promise<readonly string[]> {
  const near =
    "draft" in outcome ? outcome.draft.citations.map((citation) => citation.provisionId) : outcome.decline.nearest;
  return suggester.near(near, normalise(question.question));
}

function toAnswer(outcome: Outcome, suggestions: readonly string[], elapsedMs: number): Answer {
  const common = {
    suggestions,
    mode: "extractive",
    confidence: round(outcome.confidence),
    elapsedMs: round(elapsedMs),
  };
  if ("draft" in outcome) {
    const { markdown, citations } = outcome.draft;
    return { status: "answered", answer: markdown, citations, refusal: null, ...common, mode: "extractive" };
  }
  const { reason, text, nearest } = outcome.decline;
  return {
    status: "refused",
    answer: text,
    citations: [],
    refusal: { reason, nearest },
    ...common,
    mode: "extractive",
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
