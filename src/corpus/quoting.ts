const ORDERS_WORDING = /(?:修改|修订|修正|调整|改|增加|作为|表述)[^“”。]{0,40}[:：]?\s*“/;

/** Follows one ordering place line by line, to know where the wording that it quotes ends. */
export class Quotation {
  #depth = 0;
  readonly #orders: boolean;

  constructor(text: string) {
    this.#orders = ORDERS_WORDING.test(text);
    this.add(text);
  }

  /** The wording quoted goes on in the next line. */
  get open(): boolean {
    return this.#orders && this.#depth > 0;
  }

  add(text: string): void {
    // Every paragraph of one quotation opens with its mark again; only the last closes it.
    const body = this.#depth > 0 && text.startsWith("“") ? text.slice(1) : text;
    for (const char of body) {
      if (char === "“") this.#depth++;
      else if (char === "”") this.#depth = Math.max(0, this.#depth - 1);
    }
  }
}
