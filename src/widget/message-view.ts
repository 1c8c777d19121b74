import type { Answer, Citation, FeedbackRequest, ProvisionReference } from "../server/wire.js";
import { toReaderUrl } from "./chat-client.js";
import { copyText } from "./copy-text.js";
import { button, element, sourceLink } from "./dom.js";
import { createFeedback } from "./feedback-view.js";
import { renderMarkdown, toPlainText } from "./render.js";
import { officialForm, refusalTitles, statusNotes, wording } from "./wording.js";

/** Quotations longer than this, in characters, are folded: the answer has shown their words already. */
const LONG_QUOTE = 120;
const NEAREST_LENGTH = 60;

/** What a finished message needs from the conversation around it. */
export interface MessageActions {
  readonly baseUrl: string;
  ask(question: string): void;
  sendFeedback(feedback: Pick<FeedbackRequest, "thumb" | "remark">): Promise<void>;
  places(provisionIds: readonly string[]): Promise<readonly ProvisionReference[]>;
}

/** The person's own words. */
export function createQuestionView(question: string): HTMLElement {
  const heading = element("h3", { class: "visually-hidden" }, wording.you);
  return element("div", { class: "message question" }, heading, element("p", {}, question));
}

/** An empty reply, to be filled as the answer arrives. */
export function createReplyView(): HTMLElement {
  const waiting = element(
    "p",
    { class: "waiting" },
    element("span", { class: "pulse", "aria-hidden": "true" }),
    wording.searching,
  );
  return element("div", { class: "message reply" }, waiting);
}

/** The answer's text with its marks as links to the sources. */
export function createBody(text: string, citations: readonly Citation[], baseUrl: string): HTMLElement {
  const mark = (index: number) => {
    const citation = citations.find((candidate) => candidate.index === index);
    if (citation === undefined) return null;
    const chip = sourceLink(toReaderUrl(baseUrl, citation), "chip", String(index));
    chip.title = officialForm(citation);
    chip.setAttribute("aria-label", `依据${index}：${citation.label}，${wording.newWindow}`);
    return chip;
  };
  return element("div", { class: "body" }, renderMarkdown(text, mark));
}

function createQuote(quote: string): HTMLElement {
  const words = element("blockquote", {}, quote);
  if (quote.length <= LONG_QUOTE) return words;
  return element("details", {}, element("summary", {}, wording.quoteSummary), words);
}

function createSources(citations: readonly Citation[], baseUrl: string): HTMLElement {
  const items = citations.map((citation) => {
    const note = statusNotes[citation.status];
    const name = sourceLink(toReaderUrl(baseUrl, citation), "source-name", officialForm(citation));
    name.append(element("span", { class: "visually-hidden" }, `（${wording.newWindow}）`));
    const index = element("span", { class: "source-index", "aria-hidden": "true" }, String(citation.index));
    const status = note === null ? [] : [element("span", { class: "status" }, note)];
    return element("li", {}, index, element("div", {}, name, ...status, createQuote(citation.quote)));
  });
  return element("div", { class: "sources" }, element("h4", {}, wording.sources), element("ol", {}, ...items));
}

/** Questions as buttons; empty where there are none. */
export function createSuggestions(title: string, questions: readonly string[], ask: (question: string) => void): Node {
  if (questions.length === 0) return document.createDocumentFragment();
  const buttons = questions.map((question) =>
    element(
      "li",
      {},
      button(question, "suggestion", () => ask(question)),
    ),
  );
  return element("div", { class: "suggestions" }, element("h4", {}, title), element("ul", {}, ...buttons));
}

function clipboardText(answer: Answer): string {
  const sources = answer.citations.map(
    (citation) => `[${citation.index}] ${officialForm(citation)}：“${citation.quote}”`,
  );
  const text = toPlainText(answer.answer);
  return sources.length === 0 ? text : `${text}\n\n${wording.sources}：\n${sources.join("\n")}`;
}

function createTools(answer: Answer, actions: MessageActions): HTMLElement {
  const copy = button(wording.copy, "tool", async (pressed) => {
    pressed.textContent = (await copyText(clipboardText(answer))) ? wording.copied : wording.copyFailed;
  });
  return element(
    "div",
    { class: "tools" },
    copy,
    createFeedback((feedback) => actions.sendFeedback(feedback)),
  );
}

function createNearest(places: readonly ProvisionReference[], baseUrl: string): HTMLElement {
  const items = places.map((place) => {
    const words = place.text.replaceAll("\n", "");
    const short = words.length > NEAREST_LENGTH ? `${words.slice(0, NEAREST_LENGTH)}…` : words;
    const link = sourceLink(`${baseUrl}${place.url}`, "source-name", officialForm(place));
    return element("li", {}, link, element("p", {}, short));
  });
  return element("div", { class: "nearest" }, element("h4", {}, wording.nearest), element("ul", {}, ...items));
}

/** A refusal's text may end with a list of the nearest places, for readers without links; ours takes its place. */
function withoutClosingList(text: string): string {
  return text.replace(/(?:\n+[^\n]*：)?(?:\n+[-*+] [^\n]*)+\s*$/u, "");
}

function createRefusal(answer: Answer, actions: MessageActions): HTMLElement {
  const title = element("p", { class: "refusal-title" }, refusalTitles[answer.refusal?.reason ?? "no_basis"]);
  const view = element("div", { class: "refusal" }, title, createBody(answer.answer, [], actions.baseUrl));
  const showNearest = async (ids: readonly string[]) => {
    const places = await actions.places(ids);
    if (places.length === 0) return;
    const body = createBody(withoutClosingList(answer.answer), [], actions.baseUrl);
    view.replaceChildren(title, body, createNearest(places, actions.baseUrl));
  };
  // Where the places cannot be had, the refusal stands as it is: its text says all that matters.
  if (answer.refusal !== null && answer.refusal.nearest.length > 0)
    showNearest(answer.refusal.nearest).catch(() => undefined);
  return view;
}

/** Fills a reply with the finished answer, or with the refusal in its own dress. */
export function showAnswer(view: HTMLElement, answer: Answer, actions: MessageActions): void {
  const heading = element("h3", { class: "visually-hidden" }, wording.assistant);
  const content =
    answer.status === "refused"
      ? [createRefusal(answer, actions)]
      : [
          createBody(answer.answer, answer.citations, actions.baseUrl),
          ...(answer.mode === "generated" ? [element("p", { class: "origin" }, wording.generated)] : []),
          createSources(answer.citations, actions.baseUrl),
        ];
  const suggestions = createSuggestions(wording.moreQuestions, answer.suggestions, (question) => actions.ask(question));
  view.replaceChildren(heading, ...content, createTools(answer, actions), suggestions);
}

/** Fills a reply with what went wrong and a way to try again. */
export function showProblem(view: HTMLElement, message: string, retry: () => void): void {
  const again = button(wording.retry, "tool", retry);
  view.replaceChildren(element("div", { class: "problem" }, element("p", {}, message), again));
}
