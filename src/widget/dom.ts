type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Strings become text nodes and nothing else: no markup is ever parsed in the widget. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A push button with its action. */
export function button(
  label: string,
  className: string,
  onClick: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const made = element("button", { type: "button", class: className }, label);
  made.addEventListener("click", () => onClick(made));
  return made;
}

/** A link to a source, opened beside the conversation so that it is not lost. */
export function sourceLink(
  href: string,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  return element("a", { href, class: className, target: "_blank", rel: "noopener" }, ...children);
}
