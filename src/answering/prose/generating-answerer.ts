import type { Answer, Answerer } from "../answer.js";
import { createCallBudget } from "./call-budget.js";
import { type ChatModel, ChatModelFailedError } from "./generate.js";
import { toPrompt } from "./prompt.js";
import { checkProse } from "./prose-check.js";
import { takeApart } from "./prose-source.js";

export interface GenerationDeps {
  readonly model: ChatModel;
  readonly callsPerMinute: number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Takes one line in Chinese for the operator's log. It never holds a question, a key or an address. */
  readonly warn: (message: string) => void;
}

/** Evidence longer than this many characters is shown as it stands: a rewriting would be as long. */
const LONGEST_EVIDENCE = 2_500;

/**
 * Puts a language model behind an answerer: it words the answers that the answerer has found and proved, and nothing else.
 * Whatever it does, an answer comes: its prose where every sentence is proved and nothing needed is missing, else the
 * extractive one. Refusals never reach it.
 */
export function createGeneratingAnswerer(answerer: Answerer, deps: GenerationDeps): Answerer {
  const budget = createCallBudget(deps.callsPerMinute, deps.now);
  const warnOnce = createWarner(deps.warn);
  const noteOnce = createWarner(deps.warn);
  return {
    async answer(question) {
      const started = deps.now();
      const extractive = await answerer.answer(question);
      const parts = takeApart(extractive);
      const length = parts?.sources.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      if (!parts || length > LONGEST_EVIDENCE) return extractive;
      if (!budget.take()) {
        warnOnce("语言模型的调用次数已用完或正在停用，以原文作答");
        return extractive;
      }
      try {
        const output = await deps.model(toPrompt(question.question, parts));
        budget.succeeded();
        warnOnce(null);
        const prose = checkProse(question.question, parts, output);
        if (!prose) noteOnce("语言模型整理的文字有未通过逐字核对的，遇此以原文作答（只提示一次）");
        return withTime(!prose ? extractive : generated(extractive, prose.markdown, prose.used), started);
      } catch (error) {
        budget.failed();
        warnOnce(`${error instanceof ChatModelFailedError ? error.message : "语言模型调用失败"}，以原文作答`);
        return withTime(extractive, started);
      }
    },
  };

  function withTime(answer: Answer, started: number): Answer {
    return { ...answer, elapsedMs: Math.round((deps.now() - started) * 1000) / 1000 };
  }
}

/** Marks in the prose count through the citations that it uses. */
function generated(extractive: Answer, markdown: string, used: readonly number[]): Answer {
  const citations = used.flatMap((index, at) =>
    extractive.citations
      .filter((citation) => citation.index === index)
      .map((citation) => ({ ...citation, index: at + 1 })),
  );
  return { ...extractive, answer: markdown, citations, mode: "generated" };
}

/** Passes a message on when it differs from the one before; null says that all is well again. */
function createWarner(warn: (message: string) => void): (message: string | null) => void {
  let last: string | null = null;
  return (message) => {
    if (message !== null && message !== last) warn(message);
    last = message;
  };
}
