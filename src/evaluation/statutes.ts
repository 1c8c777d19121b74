import { createHash } from "node:crypto";
import type { PolicyLibrary } from "../corpus/library.js";
import { NUMERAL, parseNumeral } from "../corpus/numerals.js";
import type { DocumentHead, Provision } from "../corpus/provision.js";

/** A lay question and the articles that answer it, as the data set prints them: name with number, and wording. */
export interface StatuteQuestion {
  readonly id: string;
  readonly question: string;
  readonly articles: readonly string[];
  readonly texts: readonly string[];
}

const CITATION = new RegExp(`^(.*?)第(${NUMERAL})条(?:之(${NUMERAL}))?$`, "u");
/** Share of common character pairs from which two wordings count as one article. */
const SAME_TEXT = 0.5;
const FOLDS = 5;

/** Parses JSON Lines. */
export function parseStatuteQuestions(source: string): StatuteQuestion[] {
  return source
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as StatuteQuestion);
}

/** 0 to 4: the first 32 bits of the SHA-256 of the id, modulo five. Nothing may be fitted on fold 0. */
export function foldOf(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % FOLDS;
}

/** Whether nothing may be fitted on the question. */
export function isHeldOut(id: string): boolean {
  return foldOf(id) === 0;
}

/**
 * Finds the articles of a question among the versions in force, as `training/questions.py` does: by law and number where
 * the wording agrees, else the article of that law whose wording does. Gives provision ids, each once; a cited article that
 * the library does not hold in that wording is left out.
 */
export function createStatuteGold(library: PolicyLibrary): (question: StatuteQuestion) => string[] {
  const documents = new Map<string, DocumentHead[]>();
  for (const document of library.documents) {
    if (document.status === "superseded" || document.duplicateOf !== null) continue;
    const key = lawKey(document.title);
    documents.set(key, [...(documents.get(key) ?? []), document]);
  }
  const known = new Map<string, Provision[]>();
  const articlesOf = (law: string): Provision[] => {
    const articles = known.get(law) ?? readArticles(library, documents.get(law) ?? []);
    known.set(law, articles);
    return articles;
  };
  return ({ articles, texts }) => [
    ...new Set(articles.flatMap((name, at) => findArticle(name, texts[at] ?? "", articlesOf) ?? [])),
  ];
}

function readArticles(library: PolicyLibrary, documents: readonly DocumentHead[]): Provision[] {
  return documents
    .flatMap(({ documentId }) => library.provisionsOf(documentId))
    .filter(({ level }) => level === "article");
}

function findArticle(name: string, text: string, articlesOf: (law: string) => Provision[]): string | undefined {
  const [, law = "", number = "", sub] = CITATION.exec(name) ?? [];
  const eId = `art_${parseNumeral(number)}${sub === undefined ? "" : `-${parseNumeral(sub)}`}`;
  const articles = articlesOf(lawKey(law));
  const wanted = characterPairs(text);
  const likest = (choice: readonly Provision[]): string | undefined => {
    const scored = choice.map(({ id, text: wording }) => ({ id, likeness: jaccard(characterPairs(wording), wanted) }));
    const best = scored.toSorted((a, b) => b.likeness - a.likeness)[0];
    return best && best.likeness > SAME_TEXT ? best.id : undefined;
  };
  return likest(articles.filter((article) => article.eId === eId)) ?? likest(articles);
}

/** A name by which citations and titles of one law meet. */
function lawKey(name: string): string {
  return name
    .replace(/[《》〈〉“”"\s]/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）")
    .replace(/（\d{4}.*?）|（(?:全文|失效|修订|修正)）/g, "")
    .replace(/中华人民共和国/g, "");
}

function characterPairs(text: string): ReadonlySet<string> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

/** Share of the elements of two sets that both have. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return common / Math.max(1, a.size + b.size - common);
}
