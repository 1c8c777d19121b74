const PUNCTUATION = /[\s,.;:、。!?"“”'‘’《》〈〉()〔〕—…·「」『』-]/u;
const FIGURE = /[\d一二三四五六七八九十百千万亿两零〇]/u;

/**
 * The characters by which words are compared: width and case folded, punctuation, white space and 的 left out.
 * Punctuation between two figures stays, so that 3.5, 3、5 and 35 are three things.
 */
export function toBare(text: string): string {
  const chars = [...text.normalize("NFKC").toLowerCase()];
  const kept = chars.filter((char, at) => {
    if (char === "的") return false;
    if (!PUNCTUATION.test(char)) return true;
    return isBetweenFigures(chars, at);
  });
  return kept.join("");
}

/** White space as in “30 日” never counts; any other mark between figures does, however many marks stand there. */
function isBetweenFigures(chars: readonly string[], at: number): boolean {
  let before = at;
  let after = at;
  while (before >= 0 && PUNCTUATION.test(chars[before] ?? "")) before--;
  while (after < chars.length && PUNCTUATION.test(chars[after] ?? "")) after++;
  return FIGURE.test(chars[before] ?? "") && FIGURE.test(chars[after] ?? "");
}

/** A stretch between two commas, semicolons, colons or stops: the smallest part that is taken over whole. */
export interface Clause extends Ungoverned {
  /** The clause that introduces this one with a colon (应当提供以下材料：), if one does. */
  readonly leadIn: number | null;
}

interface Ungoverned {
  /** As printed, width folded, without its closing mark. */
  readonly text: string;
  readonly bare: string;
  /** The mark that closes it; empty at the end of a line. */
  readonly end: string;
  /** Counts sentences and members of a series: stops, semicolons and line ends close one. */
  readonly sentence: number;
  readonly line: number;
}

/** A comma or colon between digits (1,000; 9:30) closes nothing. */
const CLAUSE = /(?:[^,;:。!?]|(?<=\d)[,:](?=\d))+[,;:。!?]?/gu;

/** The clauses of a text in order. */
export function splitClauses(text: string): Clause[] {
  const clauses: Ungoverned[] = [];
  let sentence = 0;
  for (const [line, words] of text.normalize("NFKC").split("\n").entries()) {
    for (const [whole] of words.matchAll(CLAUSE)) {
      const end = /[,;:。!?]$/u.exec(whole)?.[0] ?? "";
      const own = whole.slice(0, whole.length - end.length).trim();
      const bare = toBare(own);
      if (bare !== "") clauses.push({ text: own, bare, end, sentence, line });
      if (/[;。!?]/u.test(end)) sentence++;
    }
    sentence++;
  }
  const leadIns = leadInsOf(clauses);
  return clauses.map((clause, at) => ({ ...clause, leadIn: leadIns.get(at) ?? null }));
}

/** Which clause each clause stands under; the nearest one wins. */
function leadInsOf(clauses: readonly Ungoverned[]): Map<number, number> {
  const leadIns = new Map<number, number>();
  for (const [at, clause] of clauses.entries()) {
    if (clause.end !== ":") continue;
    for (let below = at + 1; below < clauses.length && isGoverned(clauses, at, below); below++) leadIns.set(below, at);
  }
  return leadIns;
}

/**
 * A colon at the end of a line governs the lines below; within a line it governs the rest of its stop, or of its member
 * where the line is a row of labels (承办部门：区城管委；时间：三季度).
 */
function isGoverned(clauses: readonly Ungoverned[], at: number, below: number): boolean {
  const [lead, clause] = [clauses[at], clauses[below]];
  if (!lead || !clause) return false;
  if (clauses[at + 1]?.line !== lead.line) return true;
  const isRow = clauses.some((c, i) => i > at && c.line === lead.line && c.end === ":");
  const stops = clauses.slice(at, below).some((c) => c.end === "。" || (isRow && c.end === ";"));
  return clause.line === lead.line && !stops;
}
