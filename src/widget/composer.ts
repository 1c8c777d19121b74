import { button, element } from "./dom.js";
import { MAX_QUESTION_LENGTH, wording } from "./wording.js";

/** The box that questions are written in. */
export interface Composer {
  readonly form: HTMLFormElement;
  /** Swaps the ask button for a stop button and back. */
  setBusy(busy: boolean): void;
  focus(): void;
}

/**
 * True for the Enter that sends. While an input method composes, Enter picks its candidate: browsers mark that key with
 * `isComposing`, and Safari, which has ended the composition by then, with key code 229.
 */
export function isSendKey(event: Pick<KeyboardEvent, "key" | "shiftKey" | "isComposing" | "keyCode">): boolean {
  return event.key === "Enter" && !event.shiftKey && !(event.isComposing || event.keyCode === 229);
}

function createInput(): HTMLTextAreaElement {
  const input = element("textarea", {
    id: "question",
    rows: "1",
    maxlength: String(MAX_QUESTION_LENGTH),
    placeholder: wording.inputPlaceholder,
    "aria-describedby": "hint",
    autocomplete: "off",
  });
  input.addEventListener("input", () => {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  });
  return input;
}

/** Makes the composer. `onAsk` gets trimmed text and says whether it took the question; only then the box is emptied. */
export function createComposer(onAsk: (question: string) => boolean, onStop: () => void): Composer {
  const input = createInput();
  const ask = element("button", { class: "send" }, wording.ask);
  const stop = button(wording.stop, "send is-stop", onStop);
  stop.hidden = true;
  const label = element("label", { for: "question", class: "visually-hidden" }, wording.inputLabel);
  const hint = element("p", { id: "hint", class: "hint" }, wording.inputHint);
  const form = element(
    "form",
    { class: "composer" },
    label,
    element("div", { class: "field" }, input, ask, stop),
    hint,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question === "" || !onAsk(question)) return;
    input.value = "";
    input.style.height = "auto";
  });
  input.addEventListener("keydown", (event) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return {
    form,
    setBusy(busy) {
      ask.hidden = busy;
      stop.hidden = !busy;
    },
    focus: () => input.focus(),
  };
}
