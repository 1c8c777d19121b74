import { PolicyCitationElement } from "./citation-element.js";
import { PolicyPageToolsElement } from "./page-tools-element.js";
import { PolicyChatElement } from "./policy-chat-element.js";

const elements: readonly [string, CustomElementConstructor][] = [
  ["policy-chat", PolicyChatElement],
  ["policy-citation", PolicyCitationElement],
  ["policy-page-tools", PolicyPageToolsElement],
];

// A page may load the script twice; a name can be defined once.
for (const [name, elementClass] of elements) {
  if (customElements.get(name) === undefined) customElements.define(name, elementClass);
}
