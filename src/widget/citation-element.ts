import { copyText } from "./copy-text.js";
import { button, element } from "./dom.js";
import { wording } from "./wording.js";

/**
 * `<policy-citation document="《…》（…）">`: names the place that the address points at, in official form, and copies it.
 * Places carry their label in `data-label`.
 */
export class PolicyCitationElement extends HTMLElement {
  #listening: AbortController | null = null;
  readonly #name = element("p");
  readonly #copy = button("复制引用", "", () => void this.#copyName());

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#name.setAttribute("role", "status");
    this.replaceChildren(this.#name, this.#copy);
    window.addEventListener("hashchange", () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    this.#name.textContent = `${this.getAttribute("document") ?? ""}${place?.dataset.label ?? ""}`;
    this.#copy.textContent = "复制引用";
  }

  async #copyName(): Promise<void> {
    const copied = await copyText(this.#name.textContent ?? "");
    this.#copy.textContent = copied ? wording.copied : wording.copyFailed;
  }
}
