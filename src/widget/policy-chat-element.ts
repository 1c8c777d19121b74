import type { Answer, ChatTurn, Citation } from "../server/wire.js";
import { ChatClient, ChatUnavailableError, toBaseUrl } from "./chat-client.js";
import { type Composer, createComposer } from "./composer.js";
import { createDisplayButtons } from "./display-buttons.js";
import { markDisplay } from "./display-settings.js";
import { button, element } from "./dom.js";
import {
  createBody,
  createQuestionView,
  createReplyView,
  createSuggestions,
  type MessageActions,
  showAnswer,
  showProblem,
} from "./message-view.js";
import { toPlainText } from "./render.js";
import { widgetStyle } from "./styles.js";
import { refusalTitles, wording } from "./wording.js";

/** Turns of history sent with a question. */
const HISTORY_TURNS = 6;
const QUESTION_MARGIN_PX = 16;

/**
 * `<policy-chat endpoint="https://…">`: a conversation over the HTTP contract. `endpoint` names the server (default: this
 * page's); `page-tools` says that the page itself offers large type and contrast, so that the widget need not.
 */
export class PolicyChatElement extends HTMLElement {
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #log = element("div", {
    class: "log",
    role: "log",
    "aria-live": "off",
    tabindex: "0",
    "aria-label": wording.log,
  });
  readonly #announcer = element("p", { class: "visually-hidden", role: "status" });
  readonly #composer: Composer = createComposer(
    (question) => this.#take(question),
    () => this.#asking?.abort(),
  );
  #history: ChatTurn[] = [];
  #asking: AbortController | null = null;
  #connected = new AbortController();

  connectedCallback(): void {
    this.#connected = new AbortController();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(widgetStyle);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(
      element(
        "section",
        { class: "frame", "aria-label": wording.name },
        this.#createBar(),
        this.#log,
        this.#announcer,
        this.#composer.form,
      ),
    );
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#asking?.abort();
    this.#connected.abort();
  }

  get #client(): ChatClient {
    return new ChatClient(toBaseUrl(this.getAttribute("endpoint"), document.baseURI));
  }

  #createBar(): HTMLElement {
    const display = createDisplayButtons("tool", (settings) => markDisplay(this, settings), this.#connected.signal);
    const restart = button(wording.restart, "tool", () => {
      this.#restart();
      this.#composer.focus();
    });
    const onOwnPage = this.hasAttribute("page-tools");
    const title = element("h2", {}, onOwnPage ? wording.conversation : wording.name);
    const tools = element("div", { class: "bar-tools" }, ...(onOwnPage ? [] : display), restart);
    return element("div", { class: "bar" }, title, tools);
  }

  #restart(): void {
    this.#asking?.abort();
    this.#history = [];
    this.#announcer.textContent = "";
    const welcome = element(
      "div",
      { class: "welcome" },
      element("p", { class: "welcome-title" }, wording.welcomeTitle),
    );
    welcome.append(element("p", {}, wording.welcomeText));
    this.#log.replaceChildren(welcome);
    void this.#offerSuggestions(welcome);
  }

  async #offerSuggestions(welcome: HTMLElement): Promise<void> {
    // A page without suggestions still takes questions, and a question that fails says so itself.
    const questions = await this.#client.suggestions(this.#connected.signal).catch(() => []);
    welcome.append(createSuggestions(wording.sampleQuestions, questions, (question) => this.#take(question)));
  }

  /** Takes a question unless one is being answered. */
  #take(question: string): boolean {
    if (this.#asking !== null) return false;
    void this.#ask(question);
    return true;
  }

  async #ask(question: string): Promise<void> {
    const asking = new AbortController();
    this.#setAsking(asking);
    const asked = createQuestionView(question);
    const reply = createReplyView();
    this.#log.querySelector(".welcome")?.remove();
    this.#log.append(asked, reply);
    this.#showFrom(asked);
    try {
      await this.#receive(question, reply, asking.signal);
      this.#showFrom(asked);
    } catch (error) {
      this.#fail(error, asking.signal, [asked, reply], question);
    } finally {
      // A new conversation may have begun meanwhile: its state is not ours to clear.
      if (this.#asking === asking) this.#setAsking(null);
    }
  }

  async #receive(question: string, reply: HTMLElement, signal: AbortSignal): Promise<void> {
    const client = this.#client;
    let citations: readonly Citation[] = [];
    let text = "";
    const history = this.#history.slice(-HISTORY_TURNS);
    for await (const message of client.ask({ question, history }, signal)) {
      if (message.event === "citations") citations = message.data;
      if (message.event === "delta") {
        text += message.data.text;
        reply.replaceChildren(createBody(text, citations, client.baseUrl));
      }
      if (message.event === "answer") this.#finish(question, message.data, reply, client);
    }
  }

  #finish(question: string, answer: Answer, reply: HTMLElement, client: ChatClient): void {
    const actions: MessageActions = {
      baseUrl: client.baseUrl,
      ask: (next) => this.#take(next),
      sendFeedback: (feedback) =>
        client.sendFeedback({
          ...feedback,
          question,
          provisionIds: answer.citations.map((citation) => citation.provisionId),
        }),
      places: (ids) => client.places(ids, this.#connected.signal),
    };
    showAnswer(reply, answer, actions);
    this.#history.push({ role: "user", content: question }, { role: "assistant", content: answer.answer });
    const ending =
      answer.refusal === null ? wording.answeredNotice(answer.citations.length) : refusalTitles[answer.refusal.reason];
    this.#announcer.textContent = `${toPlainText(answer.answer)} ${ending}`;
  }

  #fail(error: unknown, signal: AbortSignal, views: readonly [Element, HTMLElement], question: string): void {
    const message = error instanceof ChatUnavailableError ? error.message : wording.unavailable;
    const shown = signal.aborted ? wording.stopped : message;
    showProblem(views[1], shown, () => {
      if (this.#take(question)) for (const view of views) view.remove();
    });
    this.#announcer.textContent = shown;
  }

  /** Scrolls so that reading begins at the question, however long its answer is. */
  #showFrom(asked: HTMLElement): void {
    this.#log.scrollTop = asked.offsetTop - QUESTION_MARGIN_PX;
  }

  #setAsking(asking: AbortController | null): void {
    this.#asking = asking;
    this.#log.setAttribute("aria-busy", String(asking !== null));
    this.#composer.setBusy(asking !== null);
  }
}
