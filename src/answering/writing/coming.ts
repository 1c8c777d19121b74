import type { PolicyLibrary } from "../../corpus/library.js";
import type { QuestionKind } from "../question/question-kind.js";
import type { Draft } from "./draft.js";
import { chineseDate, wording } from "./wording.zh.js";

/** Kinds that ask for a text's own time, so that the version to come belongs in the answer. */
const ASKS_FOR_TIME: readonly QuestionKind[] = ["document_in_force", "amendment"];

/** Adds what the day of the question makes of the cited texts: one that does not hold yet, one that a coming version replaces. */
export function noteComing(library: PolicyLibrary, draft: Draft, kind: QuestionKind): void {
  const cited = new Set(draft.citations.map(({ documentId }) => documentId));
  for (const documentId of cited) {
    const { title = "", beginsOn, heldUntilThen } = library.document(documentId) ?? {};
    if (beginsOn) draft.add(wording.notYet(title, chineseDate(beginsOn), heldUntilThen !== undefined));
  }
  if (!ASKS_FOR_TIME.includes(kind)) return;
  for (const { title, beginsOn, heldUntilThen } of library.documents) {
    if (beginsOn && heldUntilThen && cited.has(heldUntilThen)) draft.add(wording.coming(title, chineseDate(beginsOn)));
  }
}
