/** Markup that is safe to print: made by `html` alone. */
export class SafeHtml {
  readonly #markup: string;

  constructor(parts: readonly string[], values: readonly HtmlValue[]) {
    this.#markup = parts.reduce((markup, part, index) => markup + render(values[index - 1] ?? "") + part);
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = string | number | SafeHtml | readonly SafeHtml[];

/** Template tag that escapes whatever is put in, unless `html` made it. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  return new SafeHtml(parts, values);
}

function render(value: HtmlValue): string {
  if (value instanceof SafeHtml) return value.toString();
  if (typeof value === "object") return value.join("\n");
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
