import type { FeedbackRequest } from "../server/wire.js";
import { button, element } from "./dom.js";
import { wording } from "./wording.js";

type SendThumb = (feedback: Pick<FeedbackRequest, "thumb" | "remark">) => Promise<void>;

function createRemarkForm(onSubmit: (remark: string) => void): HTMLFormElement {
  const input = element("input", { type: "text", maxlength: "1000", "aria-label": wording.remarkLabel });
  input.placeholder = wording.remarkLabel;
  const form = element("form", { class: "remark" }, input, element("button", { class: "tool" }, wording.remarkSend));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSubmit(input.value.trim());
  });
  return form;
}

/** The two thumbs under an answer. A thumb down asks what is wrong before it is sent; each answer takes one feedback. */
export function createFeedback(send: SendThumb): HTMLElement {
  const view = element("div", { class: "feedback", role: "group", "aria-label": "评价这次回答" });
  const submit = async (thumb: "up" | "down", remark: string) => {
    const note = element("p", { class: "note", role: "status", tabindex: "-1" });
    view.replaceChildren(note);
    note.focus();
    try {
      await send(remark === "" ? { thumb } : { thumb, remark });
      note.textContent = wording.thanks;
    } catch {
      note.textContent = wording.feedbackFailed;
    }
  };
  const askRemark = () => {
    const form = createRemarkForm((remark) => void submit("down", remark));
    view.replaceChildren(form);
    form.querySelector("input")?.focus();
  };
  view.append(
    button(wording.helpful, "tool", () => void submit("up", "")),
    button(wording.unhelpful, "tool", askRemark),
  );
  return view;
}
