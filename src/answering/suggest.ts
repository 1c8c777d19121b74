import type { PolicyLibrary } from "../corpus/library.js";
import type { Provision } from "../corpus/provision.js";
import { normalise } from "../language/normalise.js";
import { childrenOf, isList, isNested, parentOf } from "./places/place-tree.js";
import { nameCell } from "./tables/table-answer.js";

/** Questions that the corpus answers, near given places. */
export interface Suggester {
  /** At most three, none equal to the (normalised) question just asked. */
  near(provisionIds: readonly string[], asked: string): Promise<readonly string[]>;
  /** At most `count`, taken from the documents in turn. */
  samples(count: number): Promise<readonly string[]>;
}

/** Documents that are looked at for samples. */
const SAMPLED = 20;

const MOST = 3;
/** Places looked at for one answer; each costs a question to be checked, once. */
const PLACES = 12;

/** `answers` asks the question and says whether it is answered; each suggestion is checked so, once. */
export function createSuggester(library: PolicyLibrary, answers: (question: string) => Promise<boolean>): Suggester {
  const checked = new Map<string, string | null>();
  const askable = new Map<string, readonly Provision[]>();
  /** Places of a document that can be turned into a question, found once. */
  const askableIn = (documentId: string): readonly Provision[] => {
    const known = askable.get(documentId);
    if (known) return known;
    const found = library.provisionsOf(documentId).filter((provision) => toQuestion(library, provision) !== null);
    askable.set(documentId, found);
    return found;
  };
  const suggestionFor = async (provision: Provision): Promise<string | null> => {
    const known = checked.get(provision.id);
    if (known !== undefined) return known;
    const question = toQuestion(library, provision);
    const sound = question !== null && (await answers(question)) ? question : null;
    checked.set(provision.id, sound);
    return sound;
  };
  const firstSound = async (provisions: Iterator<Provision>): Promise<string | null> => {
    for (let next = provisions.next(); !next.done; next = provisions.next()) {
      const question = await suggestionFor(next.value);
      if (question !== null) return question;
    }
    return null;
  };
  return {
    async near(provisionIds, asked) {
      const found: string[] = [];
      for (const provision of neighbours(library, provisionIds, askableIn).slice(0, PLACES)) {
        const question = await suggestionFor(provision);
        if (question && normalise(question) !== asked && !found.includes(question)) found.push(question);
        if (found.length === MOST) break;
      }
      return found;
    },
    async samples(count) {
      const documents = library.documents.filter((d) => d.duplicateOf === null).slice(0, SAMPLED);
      const waiting = documents.map(({ documentId }) => askableIn(documentId).values());
      const found: string[] = [];
      // Each costs an answer: no more are asked than are wanted.
      for (let last = -1; found.length > last && found.length < count; ) {
        last = found.length;
        for (const provisions of waiting) {
          const question = await firstSound(provisions);
          if (question !== null) found.push(question);
          if (found.length === count) break;
        }
      }
      return found;
    },
  };
}

/** Places after the cited ones in the same document, then those before; the cited places themselves last. */
function neighbours(
  library: PolicyLibrary,
  provisionIds: readonly string[],
  askableIn: (documentId: string) => readonly Provision[],
): Provision[] {
  const first = provisionIds.map((id) => library.provision(id)).find((provision) => provision !== undefined);
  const documentId = first?.documentId ?? library.documents.find((d) => d.duplicateOf === null)?.documentId;
  if (documentId === undefined) return [];
  const isAfter = (provision: Provision) => !first || provision.source.start > first.source.start;
  const isCited = ({ id }: Provision) => provisionIds.some((other) => isNested(id, other));
  const all = askableIn(documentId);
  const others = all.filter((provision) => !isCited(provision));
  return [...others.filter(isAfter), ...others.filter((p) => !isAfter(p)).reverse(), ...all.filter(isCited)];
}

/** Turns of drafting that are questions in disguise: the fact they state becomes what is asked. */
const TURNS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^(?:[^，。；：]*[，,])?([^，。；：,]{2,24}?)(?:提供|提交)(?:以下|下列)材料/u, (m) => `${m[1]}提交哪些材料？`],
  [/^(?:有)?下列情形之一的[，,]([^，。；：,]{4,24})/u, (m) => `哪些情形下${m[1]}？`],
  [/([^，。；：,]{4,24}?)(?:（[^）]*）)?包括(?:以下内容)?[：:]/u, (m) => `${m[1]}包括哪些？`],
  [/([^，。；：,]{4,24}?)一般不少于\s*\d+\s*(个工作日|日|天)/u, (m) => `${m[1]}不少于多少${m[2]}？`],
  [/^([^，。；：,、]{2,10}?)负责([^，。；：,]{4,24}?)(?:工作)?(?:[，。；]|$)/u, (m) => `${m[2]}由谁负责？`],
  [/^对([^，。；：,]{4,20}?)的([^，。；：,]{2,12})[，,].{0,12}应当/u, (m) => `对${m[1]}的${m[2]}应当怎么办？`],
];

function toQuestion(library: PolicyLibrary, provision: Provision): string | null {
  if (provision.level === "row") {
    const name = nameCell(provision.cells ?? []);
    const who = provision.cells?.find((cell) => /部门|单位|机构/u.test(cell.column));
    return name && who && name !== who ? `${name.text}由哪个部门负责？` : null;
  }
  const text = provision.text.slice(0, provision.ownLength);
  for (const [pattern, ask] of TURNS) {
    const match = pattern.exec(text);
    if (match) return ask(match).replace(/\s+/gu, "");
  }
  const isWholeArticle = provision.level === "article" && isList(library, provision);
  const heads = childrenOf(library, provision).length > 0 && provision.heading !== null && parentOf(library, provision);
  return isWholeArticle ? null : heads ? `${provision.heading}有哪些内容？` : null;
}
