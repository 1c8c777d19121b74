import { createDisplayButtons } from "./display-buttons.js";
import { markDisplay } from "./display-settings.js";

/** `<policy-page-tools>`: large type and high contrast for the whole page. */
export class PolicyPageToolsElement extends HTMLElement {
  #listening: AbortController | null = null;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const mark = markDisplay.bind(null, document.documentElement);
    this.replaceChildren(...createDisplayButtons("", mark, this.#listening.signal));
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }
}
