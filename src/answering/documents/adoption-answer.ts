import type { ActKind } from "../../corpus/adoption.js";
import type { PolicyLibrary } from "../../corpus/library.js";
import type { DocumentHead, Provision } from "../../corpus/provision.js";
import type { AdoptionAsked, NotedFact } from "../question/adoption-asked.js";
import type { Understanding } from "../question/understand.js";
import { Draft } from "../writing/draft.js";
import { wording } from "../writing/wording.zh.js";
import { actsOf, type NotedAct, noteOf } from "./adoption-note.js";
import { answerDocumentFact } from "./document-facts.js";
import { documentsMeant } from "./documents-meant.js";

/**
 * Answers who issued, adopted or approved a text, by which number, when, and how often it was changed, each by the line of its 题注
 * that says so; of several facts it says which the 题注 lacks. Null for other questions, for texts without a 题注, and where it tells
 * none of what is asked.
 */
export function answerAdoption(library: PolicyLibrary, understanding: Understanding): Draft | null {
  const { adoption: asked } = understanding;
  if (!asked) return null;
  const draft = new Draft(library);
  for (const document of notedDocuments(library, understanding, asked)) {
    const lines = noteOf(library.provisionsOf(document.documentId));
    const untold = asked.facts.filter((fact) => !writeFact(draft, { library, document, lines, asked, fact }));
    if (untold.length === asked.facts.length) return null;
    if (untold.length > 0) draft.add(wording.noteLacks(document.title, untold));
  }
  return draft.citations.length > 0 ? draft : null;
}

/** Whether a question asks what the 题注 of a text would tell: if it does not, no article of it does. */
export function asksOfNote(library: PolicyLibrary, understanding: Understanding): boolean {
  const { adoption } = understanding;
  return adoption !== null && notedDocuments(library, understanding, adoption).length > 0;
}

function notedDocuments(library: PolicyLibrary, understanding: Understanding, { name }: AdoptionAsked) {
  const meant = documentsAsked(library, understanding, name);
  return meant.every(({ documentId }) => noteOf(library.provisionsOf(documentId)).length > 0) ? meant : [];
}

/** 条例 alone names none of several. */
const OF_ANY_TEXT = /^(?:条例|法律?|法规|解释|细则|规则|准则|章程|守则|法典|决议|批复)$/u;
const PRONOUN = /^(?:它|[这那该本此].{0,4})$/u;

/** The texts by what the question calls them, its other words aside; without a name those that it goes on about. */
function documentsAsked(
  library: PolicyLibrary,
  understanding: Understanding,
  name: string | null,
): readonly DocumentHead[] {
  const { documents, topic, terms } = understanding;
  const isPointed = name === null || PRONOUN.test(name);
  if (isPointed && documents.length > 0) return documents.slice(0, 1);
  const text = isPointed && topic !== "" ? topic : name;
  if (text === null) return [];
  const naming = terms.filter((term) => text.includes(term.text) && !OF_ANY_TEXT.test(term.text));
  return documentsMeant(library, { ...understanding, text, terms: naming }, "document_issuer");
}

interface Telling {
  readonly library: PolicyLibrary;
  readonly document: DocumentHead;
  readonly lines: readonly Provision[];
  readonly asked: Pick<AdoptionAsked, "isFirst" | "verb">;
  readonly fact: NotedFact;
}

function writeFact(draft: Draft, telling: Telling): boolean {
  const { document, lines, fact } = telling;
  const acts = actsOf(lines);
  const of = (kind: ActKind) => acts.filter((act) => act.kind === kind);
  switch (fact) {
    case "number":
      return writeNumber(draft, document, acts);
    case "issuer":
      return writeWho(draft, document, [of("issued"), of("adopted"), of("approved")]);
    case "adopter":
      return writeWho(draft, document, [of("adopted")]);
    case "approver":
      return writeWho(draft, document, [of("approved")]);
    case "adopted":
      return writeWhen(draft, telling, of("adopted"));
    case "approved":
      return writeWhen(draft, telling, of("approved"));
    case "issued":
      return writeIssued(draft, telling, of("issued"), of("adopted"));
    case "in_force":
      return writeInForce(draft, telling);
    case "history":
      return writeLines(draft, wording.noted(document.title), lines.map(whole));
    default:
      return writeChanges(draft, telling, of("amended"));
  }
}

const whole = (line: Provision): Quoted => ({ line, start: 0, end: line.text.length });

type Quoted = Pick<NotedAct, "line" | "start" | "end">;

/** One line goes on behind the words that lead it in, several are a list. */
function writeLines(draft: Draft, lead: string, quoted: readonly Quoted[]): boolean {
  const lines = quoted.map(({ line, start, end }) => draft.quote(line, start, end));
  if (lines.length > 0) draft.add(lines.length === 1 ? lead + lines[0] : `${lead}\n\n${listed(lines)}`);
  return lines.length > 0;
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");

function writeNumber(draft: Draft, { title }: DocumentHead, acts: readonly NotedAct[]): boolean {
  const numbered = acts.filter(({ number }) => number !== null);
  const [only, ...others] = numbered;
  if (!only?.number) return false;
  return writeLines(
    draft,
    others.length > 0 ? wording.noted(title) : wording.notedNumber(title, only.number),
    numbered,
  );
}

/** The first of the kinds that the 题注 tells; whose act it was, where all of that kind are of one organ. */
function writeWho(draft: Draft, { title }: DocumentHead, kinds: readonly (readonly NotedAct[])[]): boolean {
  const acts = kinds.find((some) => some.some(({ organ }) => organ !== null)) ?? kinds.find((some) => some.length > 0);
  const [first] = acts ?? [];
  if (!acts || !first) return false;
  const isOne = first.organ !== null && acts.every(({ organ, verb }) => organ === first.organ && verb === first.verb);
  return writeLines(
    draft,
    isOne && first.organ ? wording.notedBy(title, first.organ, first.verb) : wording.noted(title),
    acts,
  );
}

function writeWhen(draft: Draft, { document: { title }, asked }: Telling, acts: readonly NotedAct[]): boolean {
  const dated = acts.filter(({ day }) => day !== null);
  const meant = asked.isFirst ? dated.slice(0, 1) : dated;
  const [only, ...others] = meant;
  if (!only?.day) return false;
  return writeLines(
    draft,
    others.length > 0 ? wording.noted(title) : wording.notedOn(title, only.day, only.verb),
    meant,
  );
}

function writeInForce(draft: Draft, { library, document }: Telling): boolean {
  const own = answerDocumentFact(library, [document], "document_in_force", "");
  return own !== null && draft.addNew(own);
}

/** A law is printed with the day of its adoption alone; asked when it was published, that is said to be another day. */
function writeIssued(
  draft: Draft,
  telling: Telling,
  issued: readonly NotedAct[],
  adopted: readonly NotedAct[],
): boolean {
  if (writeWhen(draft, telling, issued)) return true;
  const { document, asked } = telling;
  const [first] = adopted;
  if (!first) return false;
  const meant = asked.isFirst ? [first] : adopted;
  return asked.verb === ""
    ? writeWhen(draft, telling, meant)
    : writeLines(draft, wording.notedInstead(document.title, asked.verb, first.verb), meant);
}

function writeChanges(draft: Draft, { document: { title }, lines, fact }: Telling, acts: readonly NotedAct[]): boolean {
  const one = fact === "last_amended" ? acts.at(-1) : fact === "first_amended" ? acts[0] : undefined;
  if (one?.day) return writeLines(draft, wording.notedChange(title, one.day, one.verb, fact === "last_amended"), [one]);
  if (acts.length > 0) return writeLines(draft, wording.notedChanges(title, acts.length), acts);
  return writeLines(draft, wording.notedUnchanged(title), lines.map(whole));
}
