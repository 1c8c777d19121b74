import type { PolicyLibrary } from "../../corpus/library.js";
import { isNested, leadInOf } from "../places/place-tree.js";
import type { QuestionKind } from "../question/question-kind.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";
import { putFirst } from "./put-first.js";

/** Introduces a list of what is to be handed in: 应当提供以下材料. */
const HANDED_IN =
  /(?:下列|以下)[^。:;]{0,8}(?:材料|文件|资料|证件)|(?:提供|提交|报送|附送)[^。:;]{0,12}材料[^。:]{0,40}:/u;
/** How far a list's introduction may reach, in characters. */
const INTRODUCTION = 120;
/** How far behind the best a list of materials may be and still be what a question for materials means. */
const BEHIND = 1.5;

/** Puts a list of what is to be handed in before places that only speak of the same procedure, for a question that asks for materials. */
export function materialsFirst(
  library: PolicyLibrary,
  scored: readonly ScoredCandidate[],
  kind: QuestionKind,
): readonly ScoredCandidate[] {
  const [best] = scored;
  // An item of such a list says which of them.
  if (kind !== "materials" || !best || HANDED_IN.test(comparable(leadInOf(library, best.provision)))) return scored;
  return putFirst(
    scored,
    BEHIND,
    ({ provision, shape, text }) =>
      shape === "whole" &&
      !isNested(provision.id, best.provision.id) &&
      HANDED_IN.test(comparable(text.slice(0, INTRODUCTION))),
  );
}
