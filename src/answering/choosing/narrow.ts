import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import { childrenOf, isList } from "../places/place-tree.js";
import { showsEvidence } from "../question/evidence.js";
import type { QuestionKind } from "../question/question-kind.js";
import type { Asked } from "../ranking/features.js";
import type { ScoredCandidate } from "../ranking/score.js";
import { comparable } from "../words/comparable.js";

/** Kinds whose answer is one figure. */
const OF_ONE_FIGURE: readonly QuestionKind[] = ["deadline", "money", "percent", "count", "date", "frequency"];
/** 谁批, 找谁签字: the part that names who approves. */
const ASKS_APPROVAL = /批|同意|点头|签字|签批|许可|核准|拍板|审定/u;
const APPROVAL = /(?:经|由|报|向|征得)[^,。;:]{2,24}(?:批准|同意|审批|核准|审定|许可)/u;
/** Something else is asked beside the figure, or a figure of each. */
const ASKS_MORE = /哪些|哪几|几[点类样种条]|还|是否|分别|各|都|材料|手续|条件|和|以及|、|[,;]/u;

/**
 * The one part of a list, lead-in or item, that has the figure asked for or names who approves: the rest of the list is nothing to
 * the question. The list itself where none or several parts do.
 */
export function narrowed(
  library: PolicyLibrary,
  best: ScoredCandidate,
  { text, kind, quantity }: Pick<Asked, "text" | "kind" | "quantity">,
): ScoredCandidate {
  const isApproval = kind === "who" && ASKS_APPROVAL.test(text);
  if (best.shape !== "whole" || !(isApproval || OF_ONE_FIGURE.includes(kind)) || ASKS_MORE.test(text)) return best;
  const tells = (words: string): boolean =>
    isApproval
      ? APPROVAL.test(comparable(words))
      : (quantity?.test(comparable(words)) ?? showsEvidence(kind, comparable(words)) === 1);
  const [part, other] = partsOf(library, best.provision).filter((one) => tells(one.text));
  if (!part || other) return best;
  return narrowed(library, { ...best, ...part }, { text, kind, quantity });
}

type Part = Pick<ScoredCandidate, "provision" | "shape" | "text">;

function partsOf(library: PolicyLibrary, list: Provision): readonly Part[] {
  const own = list.text.slice(0, list.ownLength);
  const below = childrenOf(library, list).map((child): Part => {
    const shape = isList(library, child) ? "whole" : "own";
    return { provision: child, shape, text: child.text };
  });
  return own === "" ? below : [{ provision: list, shape: "own", text: own }, ...below];
}
