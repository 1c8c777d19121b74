import type { Mark } from "./marks.js";

/** What is known of the line that a number begins. */
export interface NumberSetting {
  /** The sentence before it is not finished. */
  readonly running: boolean;
  /** It begins a paragraph by the setting of the page. */
  readonly opens: boolean;
}

const LARGEST_SKIP = 4;

/** Follows the articles of a text, to tell the number of an article from a cross-reference that begins a line. */
export class Numbering {
  #article: Mark | null = null;
  #clause = 0;

  get inArticle(): boolean {
    return this.#article !== null;
  }

  /** Whether the number opens a place. */
  accepts(mark: Mark, { running, opens }: NumberSetting): boolean {
    if (mark.kind === "dot") this.#clause = mark.value;
    if (mark.kind !== "article") return true;
    const next = this.#isNext(mark) || (opens && this.#mayFollow(mark));
    const refers = /^(?:第[^，。]{1,6}[款项条]|的|所|规定)/.test(mark.rest);
    if (!next && (running || refers || !mark.spaced)) return false;
    this.#article = mark;
    return true;
  }

  /** Whether 1., 2., 3. go on with the number, so that it may have lost its point. */
  expectsClause(value: number): boolean {
    return this.#clause > 0 && value === this.#clause + 1;
  }

  /** Another text begins with 第一条 again; a number or two may be left out, or hidden in a slip of the press. */
  #mayFollow({ value, subs }: Mark): boolean {
    const skipped = value - (this.#article?.value ?? 0);
    return subs.length === 0 && (value === 1 || (skipped > 0 && skipped <= LARGEST_SKIP));
  }

  #isNext({ value, subs }: Mark): boolean {
    const last = this.#article;
    if (!last) return true;
    const [sub = 0] = subs;
    const [lastSub = 0] = last.subs;
    return sub === 0 ? value === last.value + 1 : value === last.value && sub === lastSub + 1;
  }
}
