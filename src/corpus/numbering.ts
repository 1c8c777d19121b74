import type { Mark } from "./marks.js";

/** Follows the articles of a text, to tell the number of an article from a cross-reference that begins a line. */
export class Numbering {
  #article: Mark | null = null;

  get inArticle(): boolean {
    return this.#article !== null;
  }

  /** Whether the number opens a place. `running`: the sentence before it is not finished. */
  accepts(mark: Mark, running: boolean): boolean {
    if (mark.kind !== "article") return true;
    const next = this.#isNext(mark);
    const refers = /^(?:第[^，。]{1,6}[款项条]|的|所|规定)/.test(mark.rest);
    if (!next && (running || refers || !mark.spaced)) return false;
    this.#article = mark;
    return true;
  }

  #isNext({ value, subs }: Mark): boolean {
    const last = this.#article;
    if (!last) return true;
    const [sub = 0] = subs;
    const [lastSub = 0] = last.subs;
    return sub === 0 ? value === last.value + 1 : value === last.value && sub === lastSub + 1;
  }
}
