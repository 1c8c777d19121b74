const ORDERS_WORDING = /(?:修改|修订|修正|调整|改|增加|作为|表述)[^“”。]{0,40}[:：]?\s*(?:“|$)/;
const NEXT_ORDER = /^(?:将|把|删|增|修|在|对|条文|第|《)/;

/** Follows one ordering place line by line, to know where the wording that it quotes ends. */
export class Quotation {
  #depth = 0;
  #last = "";
  readonly #orders: boolean;

  constructor(text: string) {
    this.#orders = ORDERS_WORDING.test(text);
    this.add(text);
  }

  /** Whether the next line is still wording that the place quotes. */
  goesOn(line: string): boolean {
    if (!this.#orders) return false;
    return this.#depth > 0 || (line.startsWith("“") && /[:：]$/.test(this.#last));
  }

  add(text: string): void {
    // Every paragraph of one quotation opens with its mark again; only the last closes it.
    const body = this.#depth > 0 && text.startsWith("“") ? text.slice(1) : text;
    for (const char of body) {
      if (char === "“") this.#depth++;
      else if (char === "”") this.#depth = Math.max(0, this.#depth - 1);
    }
    this.#last = text;
  }
}

/** What follows its number orders a change of its own, so that a quotation left open by a slip ends before it. */
export function opensOrder(text: string): boolean {
  return NEXT_ORDER.test(text);
}
