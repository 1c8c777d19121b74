import type { PolicyLibrary } from "../../corpus/library.js";
import type { Provision } from "../../corpus/provision.js";
import type { Citation } from "../answer.js";
import { isNested } from "../places/place-tree.js";
import { type Passage, toCitation } from "./cite.js";

/** A mark stands after the words that it proves, on their line. */
const MARK = /\[(\d+)\](?=\n|\[|$)/gu;

/** An answer being written: lines of Markdown whose `[n]` marks point at the passages cited so far. */
export class Draft {
  readonly #library: PolicyLibrary;
  readonly #citations: Citation[] = [];
  readonly #blocks: string[] = [];

  constructor(library: PolicyLibrary) {
    this.#library = library;
  }

  /** Cites a passage and gives its mark; the same passage keeps its number. */
  cite(passage: Passage): string {
    const known = this.#citations.find(
      (c) => c.provisionId === passage.provision.id && c.quoteStart === passage.start && c.quoteEnd === passage.end,
    );
    const citation = known ?? toCitation(this.#library, passage, this.#citations.length + 1);
    if (!known) this.#citations.push(citation);
    return `[${citation.index}]`;
  }

  /** Cites a stretch and gives the words with their mark: 一般不少于7个工作日。[1] Lines below the first are items of a list, or paragraphs. */
  quote(provision: Provision, start: number, end: number, below: "items" | "paragraphs" = "items"): string {
    const passage = trimmed({ provision, start, end });
    const mark = this.cite(passage);
    return toMarkdown(provision.text.slice(passage.start, passage.end), below === "items" ? "- " : "") + mark;
  }

  add(block: string): void {
    if (block.trim() !== "") this.#blocks.push(block);
  }

  /** Adds what another draft says of places that nothing here cites so far, its marks numbered on; nothing where its first place is cited. */
  addNew(other: Draft): boolean {
    const cited = this.#citations.map(({ provisionId }) => provisionId);
    const isNew = ({ provisionId }: Citation): boolean => cited.every((known) => !isNested(known, provisionId));
    const [first] = other.citations;
    if (!first || !isNew(first)) return false;
    for (const block of other.#blocks) {
      const proofs = [...block.matchAll(MARK)].map(([, n]) => other.citations[Number(n) - 1]);
      if (proofs.length > 0 && !proofs.some((proof) => proof && isNew(proof))) continue;
      this.add(block.replace(MARK, (mark, n: string) => this.#citeAgain(other.citations[Number(n) - 1]) ?? mark));
    }
    return true;
  }

  #citeAgain(citation: Citation | undefined): string | null {
    const provision = citation && this.#library.provision(citation.provisionId);
    return provision ? this.cite({ provision, start: citation.quoteStart, end: citation.quoteEnd }) : null;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** Blocks become paragraphs. */
  get markdown(): string {
    return this.#blocks.join("\n\n");
  }
}

/** A quotation neither starts nor ends with white space. */
function trimmed({ provision, start, end }: Passage): Passage {
  const text = provision.text;
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { provision, start: from, end: to };
}

/** A printed number: （一）, 1. */
const NUMBERED = /^(?:[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,2}[.．、])/u;

/** The first line stays a paragraph where it is no item of a list without a lead-in, the lines below it become list items or paragraphs; characters stay as they are. */
function toMarkdown(text: string, bullet: "- " | ""): string {
  const lines = text.split("\n");
  const [first = "", ...rest] = lines;
  if (rest.length === 0) return first;
  if (bullet !== "" && lines.every((line) => NUMBERED.test(line))) return lines.map((line) => bullet + line).join("\n");
  return bullet === "" ? [first, ...rest].join("\n\n") : `${first}\n\n${rest.map((line) => bullet + line).join("\n")}`;
}
